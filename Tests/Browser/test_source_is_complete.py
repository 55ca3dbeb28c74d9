"""Every row of the source's tables and every paragraph of its narrative stands on the pages.

The source is the text of a Word file: a line that begins with a tab is a cell, a blank line ends a
row. It is read here, by itself, and compared with the published pages in order and cell by cell, so
that a lost, changed, doubled or moved cell or sentence fails.
"""

import re
from pathlib import Path

import html5lib
import pytest

from published import SITE

SOURCE = Path(__file__).parents[1] / "LoadingTests" / "Fixtures" / "2021-disclosure.txt"
REPORT = SITE / "2021"
PAGES = {
    "表一": "revenue-expenditure",
    "表二": "revenue",
    "表三": "expenditure",
    "表四": "appropriation",
    "表五": "general-budget",
    "表六": "basic-expenditure",
    "表七": "three-public",
    "表八": "government-fund",
    "表九": "detail",
    "表十": "service-procurement",
    "表十一": "special-transfer",
    "表十二": "overall-performance",
}
HEADING = re.compile(r"\s*(表[一二三四五六七八九十]+)、(.+)")
XHTML = "{http://www.w3.org/1999/xhtml}"


def bare(text):
    """Text without white space, thousands separators in numbers, or Word's bookmark."""
    text = re.sub(r"\s", "", text.replace("[bookmark: _GoBack]", ""))
    return re.sub(r"(?<=\d),(?=\d{3})", "", text)


def source_parts():
    """The narrative's lines, and for each table its title and its rows of cells that are not blank."""
    lines = SOURCE.read_text(encoding="utf-8").splitlines()
    first = next(i for i, line in enumerate(lines) if line.startswith("\t")) - 1
    narrative = [bare(line) for line in lines[:first] if bare(line)]
    narrative.remove("1.")  # an empty list item of the Word file
    tables, rows, row = {}, None, []
    for line in lines[first:] + [""]:
        if line.startswith("\t"):
            row.append(bare(line[1:]))
            continue
        if any(row):
            rows.append([cell for cell in row if cell])
        row = []
        if match := HEADING.match(line):
            rows = []
            tables[match[1]] = (bare(match[2]), rows)
        elif bare(line):
            rows.append([bare(line)])
    return narrative, tables


NARRATIVE, TABLES = source_parts()


def page(name):
    return html5lib.parse((REPORT / f"{name}.html").read_text(encoding="utf-8"))


def classes(element):
    return (element.get("class") or "").split()


def text(element, skip=()):
    """The element's own words; blocks nested in it and elements of the given classes are left out."""
    words = element.text or ""
    for child in element:
        tag = child.tag.removeprefix(XHTML) if isinstance(child.tag, str) else "comment"
        if tag not in ("ul", "ol", "p", "comment") and not set(classes(child)) & set(skip):
            words += text(child, skip)
        words += child.tail or ""
    return words


def body_rows(document, title):
    rows = []
    for row in document.iter(f"{XHTML}tr"):
        if "empty" in classes(row):
            continue
        cells = [bare(text(cell)) for cell in row if isinstance(cell.tag, str)]
        rows.append([cell for cell in cells if cell])
    return [row for row in rows if row]


def test_the_source_has_what_is_compared():
    assert list(TABLES) == list(PAGES)
    assert sum(len(rows) for _, rows in TABLES.values()) > 250
    assert len(NARRATIVE) > 90


@pytest.mark.parametrize("number", PAGES)
def test_every_row_of_a_table_is_on_its_page(number):
    title, rows = TABLES[number]
    document = page(PAGES[number])
    heading = next(document.iter(f"{XHTML}h1"))
    assert bare(text(heading)) == number + title
    captions = {number + "：", title, "单位：元", "单位:元", "（2021年度）"}
    notes = [row for row in rows if row[0].startswith("注：")]
    content = [row for row in rows if row not in notes and not set(row) <= captions]
    assert body_rows(document, title) == content
    shown = [bare(text(p)) for p in document.iter(f"{XHTML}p") if "table-note" in classes(p)]
    assert [[note] for note in shown] == notes
    subtitle = [bare(text(p)) for p in document.iter(f"{XHTML}p") if "table-subtitle" in classes(p)]
    assert subtitle == [row[0] for row in rows if row[0] == "（2021年度）"]


def blocks(element):
    """The narrative's blocks in reading order: headings, paragraphs and list items."""
    for child in element:
        tag = child.tag.removeprefix(XHTML) if isinstance(child.tag, str) else ""
        if set(classes(child)) & {"chart", "table-list"}:
            continue
        if re.fullmatch(r"h[1-6]|p|li", tag):
            yield bare(text(child, skip=["editor-note"]))
        yield from blocks(child)


def test_every_paragraph_of_the_narrative_is_on_the_page():
    document = page("index")
    title = next(document.iter(f"{XHTML}h1"))
    article = next(document.iter(f"{XHTML}article"))
    shown = [bare(text(title))] + [block for block in blocks(article) if block]
    shown.remove("目录")  # names the source's list of contents, which has no title of its own
    assert shown == NARRATIVE


def test_the_absent_table_says_so():
    document = page("project-performance")
    notices = [bare(text(p)) for p in document.iter(f"{XHTML}p") if "notice" in classes(p)]
    assert notices and "没有本表" in notices[0]
