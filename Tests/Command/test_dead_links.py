"""Links in a narrative to what its own report publishes."""

import re
from urllib.parse import unquote

import pytest


def links(workplace, *targets):
    narrative = workplace.file("Content/2021/narrative.md")
    text = narrative.read_text(encoding="utf-8")
    for target in targets:
        text += f"\n\n见[这里]({target})。"
    narrative.write_text(text + "\n", encoding="utf-8")
    return text.count("\n") + 1


@pytest.mark.parametrize(
    "target, words",
    [
        ("nope.html", "没有“nope.html”这一页"),
        ("expenditure.html#nope.total", "没有“nope.total”这个单元格"),
        ("expenditure.html#201.nope", "没有“201.nope”这个单元格"),
        ("expenditure.html#教育支出", "没有“教育支出”这个单元格"),
        ("#二、收入", "正文没有标题“二、收入”"),
        ("附件.pdf", "“附件.pdf”不会随报告公开"),
        ("%E9%99%84%E4%BB%B6.pdf", "“附件.pdf”不会随报告公开"),
        ("tables/revenue.csv", "“tables/revenue.csv”不会随报告公开"),
    ],
)
def test_a_dead_link_is_told(workplace, target, words):
    (workplace.file("Content/2021") / "附件.pdf").write_bytes(b"%PDF")
    line = links(workplace, target)
    checked = workplace.run("check")
    assert checked.returncode == 0
    told = [text for text in checked.stdout.splitlines() if "[dead-link]" in text]
    assert len(told) == 1
    assert told[0].startswith(f"Content/2021/narrative.md:{line}:3: 警告") and words in told[0]


def test_a_footnote_that_became_a_link_is_told(workplace):
    narrative = workplace.file("Content/2021/narrative.md")
    narrative.write_text(narrative.read_text(encoding="utf-8") + "\n\n脚注[^1]。\n\n[^1]: 内容\n", encoding="utf-8")
    assert "“内容”不会随报告公开" in workplace.run("check").stdout


def test_a_link_that_leads_somewhere_is_not(workplace):
    (workplace.file("Content/2021") / "图.png").write_bytes(b"\x89PNG")
    targets = [
        "expenditure.html", "./expenditure.html", "expenditure.html#201.total",
        "expenditure.html#col.total", "overall-performance.html#资金总额.content",
        "expenditure.html#caption", "index.html", "#目录", "#%E7%9B%AE%E5%BD%95",
        "index.html#六、名词解释", "#main", "#term-机构运行经费", "reconciliation.html",
        "data.json", "revenue.csv", "three-public.svg", "图.png",
        # Other pages of the site, and of others, are not this report's.
        "../2020/index.html", "../index.html", "https://example.com/nope.html",
        "mailto:a@example.com",
    ]  # fmt: skip
    links(workplace, *targets)
    narrative = workplace.file("Content/2021/narrative.md")
    narrative.write_text(narrative.read_text(encoding="utf-8") + "\n\n![图](图.png)\n", encoding="utf-8")
    built = workplace.run("build")
    assert built.returncode == 0
    assert "dead-link" not in built.stdout
    # They are there indeed.
    folder = workplace.file("public/2021")
    for target in targets:
        path, _, fragment = unquote(target).partition("#")
        if ":" in path or path.startswith(".."):
            continue
        file = folder / (path or "index.html")
        assert file.is_file()
        if fragment:
            page = file.read_text(encoding="utf-8")
            assert re.search(f' id="{re.escape(fragment)}"', page), target
