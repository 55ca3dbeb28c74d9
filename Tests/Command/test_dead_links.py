"""Links in a narrative to what its own report publishes, and to other reports."""

import re
from urllib.parse import unquote

import pytest


def links(workplace, *targets, report="2021"):
    narrative = workplace.file(f"Content/{report}/narrative.md")
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


def test_a_footnote_is_refused(workplace):
    narrative = workplace.file("Content/2021/narrative.md")
    text = narrative.read_text(encoding="utf-8") + "\n\n脚注[^1]。\n\n"
    narrative.write_text(text + "[^1]: 内容\n", encoding="utf-8")
    checked = workplace.run("check")
    assert checked.returncode == 1
    assert f"Content/2021/narrative.md:{text.count(chr(10)) + 1}:1: 错误 [footnote]" in checked.stdout
    assert "“内容”不会随报告公开" in checked.stdout


def test_a_link_that_leads_somewhere_is_not(workplace):
    (workplace.file("Content/2021") / "图.png").write_bytes(b"\x89PNG")
    targets = [
        "expenditure.html", "./expenditure.html", "expenditure.html#201.total",
        "expenditure.html#col.total", "overall-performance.html#资金总额.content",
        "expenditure.html#caption", "index.html", "#目录", "#%E7%9B%AE%E5%BD%95",
        "index.html#六、名词解释", "#main", "#term-机构运行经费", "reconciliation.html",
        "data.json", "revenue.csv", "three-public.svg", "图.png",
        # Other pages of the site, and of others, are not this report's.
        "../index.html", "https://example.com/nope.html", "mailto:a@example.com",
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


@pytest.fixture
def portal(workplace):
    """A department with two reports, beside one in the site's root."""
    workplace.add_report("甲/2021")
    workplace.add_report("甲/旧")
    workplace.add_report("A/\u00e9")
    return workplace


def told(run):
    return [text for text in run.stdout.splitlines() if "[dead-link]" in text]


DEAD = [
    ("../2019/index.html", "没有“甲/2019”这份报告"),
    ("../2019/revenue.html#201.total", "没有“甲/2019”这份报告"),
    ("../2019/", "没有“甲/2019”这份报告"),
    ("../2019", "没有“甲/2019”这份报告"),
    ("./../2019/./index.html", "没有“甲/2019”这份报告"),
    ("../../乙/index.html", "没有“乙”这份报告"),
    ("../../2019/index.html?a=1#b", "没有“2019”这份报告"),
    ("../旧/nope.html", "报告“甲/旧”没有“nope.html”这一页"),
    ("../旧/index/index.html", "报告“甲/旧”没有“index/index.html”这一页"),
    ("../2021/nope.html", "报告“甲/2021”没有“nope.html”这一页"),
    ("../../%E4%B9%99/2021/index.html", "没有“乙/2021”这份报告"),
    ("../../乙:丙/index.html", "没有“乙:丙”这份报告"),
    ("../v1.1", "没有“甲/v1.1”这份报告"),
    ("../旧/REVENUE.HTM", "没有“REVENUE.HTM”这一页"),
    ("../旧/revenue.html%23201.total", "没有“revenue.html#201.total”这一页"),
    ("../旧/revenue", "没有“revenue/”这一页，链接会打不开。请写“revenue.html”"),
    ("../旧/tables/", "没有“tables/”这一页"),
    ("../revenue.html", "“甲”是部门的文件夹，报告在它里面，如“甲/"),
    ("../../A/e%CC%81/", "“A/é”与它只有大小写或编码写法不同"),
    ("../../a/é/", "“A/é”与它只有大小写或编码写法不同"),
]


def test_dead_links_to_other_reports_are_told(portal):
    last = links(portal, *(target for target, _ in DEAD), report="甲/2021")
    checked = portal.run("check")
    assert checked.returncode == 0
    # Each stands in a paragraph of its own.
    lines = range(last - 2 * (len(DEAD) - 1), last + 1, 2)
    for line, (target, words), text in zip(lines, DEAD, told(checked), strict=True):
        assert text.startswith(f"Content/甲/2021/narrative.md:{line}:3: 警告"), target
        assert words in text, target
    # Building says the same, and says it again when there is nothing to build.
    assert told(portal.run("build")) == told(checked)
    assert told(portal.run("build")) == told(checked)
    assert told(portal.run("build", "--verify")) == told(checked)


def test_a_link_to_another_report_that_leads_somewhere_is_not(portal):
    targets = [
        "../旧/index.html", "../旧/", "../旧", "../旧/revenue.html#201.total",
        "../旧/reconciliation.html", "../旧/revenue.csv", "../2021/index.html",
        "../index.html", "../", "..", "../../", "../../index.html", "../../search.html",
        "../../2021/index.html", "../../2021/revenue.html", "../../%32021/index.html",
        "../../A/\u00e9", "../../A/", "../../A",
    ]  # fmt: skip
    links(portal, *targets, report="甲/2021")
    built = portal.run("build")
    assert built.returncode == 0
    assert told(built) == [] and told(portal.run("check")) == []
    # They are there indeed.
    folder = portal.file("public/甲/2021")
    for target in targets:
        place = folder / unquote(target).partition("#")[0]
        assert place.is_file() or (place / "index.html").is_file(), target


def test_a_link_dies_with_the_report_that_it_leads_to(portal):
    links(portal, "../旧/index.html", report="甲/2021")
    assert told(portal.run("build")) == []
    away = portal.file("away")
    portal.file("Content/甲/旧").rename(away)
    assert len(told(portal.run("build"))) == 1
    assert len(told(portal.run("build"))) == 1
    away.rename(portal.file("Content/甲/旧"))
    assert told(portal.run("build")) == []


def test_of_a_report_that_cannot_be_read_nothing_is_said(portal):
    links(portal, "../旧/index.html", "../旧/nope.html", report="甲/2021")
    portal.file("Content/甲/旧/report.yml").write_text("title: [", encoding="utf-8")
    checked = portal.run("check")
    assert checked.returncode != 0
    assert told(checked) == []


def test_a_link_as_long_as_a_narrative_makes_a_short_message(portal):
    links(portal, "../" + "a/" * 200_000, "附" * 50_000 + ".pdf", "nope/" * 50_000 + "x.html", report="甲/2021")
    checked = portal.run("check")
    assert len(told(checked)) == 3
    assert all(len(text) < 400 for text in told(checked))


@pytest.mark.parametrize("words", ["", "`去年`"])
def test_a_link_without_words_is_told_in_its_place(portal, words):
    line = links(portal, "../旧/", report="甲/2021") + 2
    narrative = portal.file("Content/甲/2021/narrative.md")
    text = narrative.read_text(encoding="utf-8")
    narrative.write_text(f"{text}\n看[{words}](../2019/)和[{words}](nope.html)。\n", encoding="utf-8")
    checked = portal.run("check")
    assert [text.split(": ")[0] for text in told(checked)] == [
        f"Content/甲/2021/narrative.md:{line}:{column}" for column in (1, 14 + len(words))
    ]


def test_a_report_that_is_not_published_yet_is_none_that_is_missing(portal):
    links(portal, "../旧/", "../2019/", report="甲/2021")
    built = portal.run("build", "--only", "甲/2021")
    assert built.returncode == 0
    assert len(told(built)) == 1 and "甲/2019" in told(built)[0]


def test_a_folder_that_cannot_be_a_report_is_what_is_told(portal):
    links(portal, "../旧/", report="甲/2021")
    portal.file("Content/甲/旧/report.yml").unlink()
    checked = portal.run("check")
    assert "[report-description-missing]" in checked.stdout
    assert told(checked) == []
