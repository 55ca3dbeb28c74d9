"""Ten thousand rows of a made-up table: exact values, real characters."""

import random
from decimal import Decimal

import pytest

from published import SITE

ROWS = 10_000
# From so many rows on a sort keeps the columns' widths; LONG in table-view.js.
LONG = 1000
COLUMNS = 10
SCRIPTS = ("table-model.js", "table-view.js", "table.js")
assets = next(SITE.rglob("table.js")).parent


def rows(count=ROWS, seed=20210205):
    """Groups of a parent and nine children; amounts that binary floating point confuses."""
    random.seed(seed)
    letters = [chr(code) for code in range(0x4E00, 0x9FA5)] + list("，（）“”㎡Aa1𠀀䶮€")
    for number in range(count):
        name = "".join(random.choices(letters, k=8))
        amounts = [
            "" if random.random() < 0.2 else f"{random.randint(-9, 9)}0071992547409{random.randint(90, 99)}.{random.randint(0, 99):02}"
            for _ in range(COLUMNS)
        ]
        yield 1 if number % 10 == 0 else 2, f"{number:05}", name, amounts


def page_of(content) -> str:
    names = [f"a{i}" for i in range(COLUMNS)]
    body = "\n".join(
        f'<tr data-level="{level}"><td class="code" id="{code}.code">{code}</td>'
        f'<th class="label" scope="row">{name}</th>'
        + "".join(f'<td class="amount" id="{code}.{i}">{amount}</td>' for i, amount in enumerate(amounts))
        + "</tr>"
        for level, code, name, amounts in content)
    return f"""<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>大表</title>
<link rel="stylesheet" href="{(assets / "site.css").as_uri()}">
{"".join(f'<script src="{(assets / name).as_uri()}" defer></script>' for name in SCRIPTS)}</head><body class="table-page wide"><main>
<div class="table-tools"></div><div class="table-region" tabindex="0"><table data-layout="list" data-hierarchy>
<colgroup><col class="code" data-column="code" data-title="代码"><col class="label" data-column="name" data-title="名称">
{"".join(f'<col class="amount" data-column="{n}" data-title="{n}">' for n in names)}</colgroup>
<thead><tr><th scope="col">代码</th><th scope="col">名称</th>{"".join(f'<th scope="col">{n}</th>' for n in names)}</tr></thead>
<tbody>{body}</tbody></table></div></main></body></html>"""


@pytest.fixture(scope="module")
def content():
    return list(rows())


@pytest.fixture
def open_page(watched, tmp_path):
    def open_page(content):
        file = tmp_path / "large.html"
        file.write_text(page_of(content), encoding="utf-8")
        return watched.open(file.as_uri())

    return open_page


@pytest.fixture
def page(open_page, content):
    return open_page(content)


@pytest.fixture
def long_page(open_page):
    return open_page(rows(LONG))


def codes(page):
    return page.evaluate(
        "[...document.querySelectorAll('tbody tr')].filter((tr) => !tr.hidden).map((tr) => tr.cells[0].textContent)")


def test_amounts_are_compared_exactly(page, content):
    page.get_by_role("switch").check()
    page.locator("thead button").nth(2).click()
    leaves = [row for row in content if row[0] == 2]
    filled = sorted((r for r in leaves if r[3][0]), key=lambda r: Decimal(r[3][0]))
    assert codes(page) == [r[1] for r in filled] + [r[1] for r in leaves if not r[3][0]]


def test_text_is_in_gb18030_order(page, content):
    page.get_by_role("switch").check()
    page.locator("thead button").nth(1).click()
    leaves = sorted((r for r in content if r[0] == 2), key=lambda r: r[2].encode("gb18030"))
    assert codes(page) == [r[1] for r in leaves]


def test_children_stay_under_their_parents(page, content):
    page.locator("thead button").nth(2).click()
    order = codes(page)
    for start in range(0, ROWS, 10):
        group = order[start:start + 10]
        assert {int(code) // 10 for code in group} == {int(group[0]) // 10}
        assert int(group[0]) % 10 == 0


WIDTHS = "[...document.querySelectorAll('thead th')].map((header) => header.getBoundingClientRect().width)"


def test_a_sort_keeps_the_columns_where_they_are(long_page):
    before = long_page.evaluate(WIDTHS)
    long_page.locator("thead button").nth(2).click()
    assert long_page.locator("table").get_attribute("data-widths") == "kept"
    assert long_page.evaluate(WIDTHS) == pytest.approx(before, abs=0.5)


@pytest.mark.parametrize("change", ["room", "letters", "sum"])
def test_widths_are_free_again(long_page, change):
    long_page.locator("thead button").nth(2).click()
    match change:
        case "room":
            long_page.set_viewport_size({"width": 700, "height": 900})
        case "letters":
            long_page.add_style_tag(content="table { font-size: 2rem !important; }")
        case "sum":
            long_page.locator(".filter input").fill("001")
    long_page.wait_for_selector("table:not([data-widths])")
    assert long_page.evaluate("[...document.querySelectorAll('table, col')].every((one) => !one.style.width)")
    assert long_page.evaluate("""[...document.querySelectorAll('tbody tr:not([hidden]) .amount')].slice(0, 200)
        .every((cell) => cell.scrollWidth <= cell.clientWidth + 1)""")
