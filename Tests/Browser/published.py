"""Reads the built site as it lies on disk, without a browser.

Everything the tests expect comes from here: the pages as html5lib parses them and
the CSV beside each table. Nothing is shared with the site's own script.
"""

import csv
import os
import re
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path

import html5lib

SITE = Path(os.environ.get("SITE") or Path(__file__).parents[2] / "public").resolve()
PAGES = sorted(path.relative_to(SITE) for path in SITE.rglob("*.html"))
if not PAGES:
    raise SystemExit(f"no pages in {SITE}: build the site, or name its folder in $SITE")


@cache
def document(page: Path):
    text = (SITE / page).read_text(encoding="utf-8")
    return html5lib.parse(text, treebuilder="etree", namespaceHTMLElements=False)


def tidy(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def text_of(element) -> str:
    return tidy("".join(element.itertext()))


def classes(element) -> list[str]:
    return (element.get("class") or "").split()


# ---- Tables ---------------------------------------------------------------------


@dataclass
class Column:
    index: int
    id: str
    title: str
    type: str
    side: str
    header: str
    """The text of the header cell directly above the column."""


@dataclass
class Cell:
    id: str
    text: str
    level: int | None


@dataclass
class Row:
    level: int
    cells: list[Cell]


@dataclass
class Table:
    page: Path
    layout: str
    columns: list[Column]
    rows: list[Row]
    totals: list[Row]
    empty: bool
    spans: bool
    sides: list[str] = field(init=False)

    def __post_init__(self):
        self.sides = list(dict.fromkeys(column.side for column in self.columns))

    @property
    def sortable(self) -> bool:
        return self.layout != "form" and not self.spans and len(self.rows) > 1

    @property
    def csv_path(self) -> Path:
        return SITE / self.page.with_suffix(".csv")

    def has_levels(self) -> bool:
        levels = {row.level for row in self.rows}
        levels |= {cell.level for row in self.rows for cell in row.cells if cell.level}
        return len(levels) > 1


def table_element(page: Path):
    return document(page).find(".//table[@data-layout]")


def _row(tr) -> Row:
    cells = [
        Cell(cell.get("id") or "", text_of(cell), int(cell.get("data-level") or 0) or None)
        for cell in tr
    ]
    return Row(int(tr.get("data-level") or 1), cells)


def _leaf_headers(thead) -> list[str]:
    """Header texts by column, from a grid in which spanning cells fill their places."""
    grid: dict[tuple[int, int], str] = {}
    rows = thead.findall("tr")
    for y, tr in enumerate(rows):
        x = 0
        for cell in tr:
            while (y, x) in grid:
                x += 1
            for down in range(int(cell.get("rowspan") or 1)):
                for right in range(int(cell.get("colspan") or 1)):
                    grid[y + down, x + right] = text_of(cell)
            x += int(cell.get("colspan") or 1)
    width = 1 + max(x for _, x in grid)
    return [grid[len(rows) - 1, x] for x in range(width)]


@cache
def table(page: Path) -> Table | None:
    element = table_element(page)
    if element is None:
        return None
    thead = element.find("thead")
    headers = _leaf_headers(thead) if thead is not None else []
    columns = [
        Column(i, col.get("data-column"), col.get("data-title"), classes(col)[0],
               col.get("data-side") or "", headers[i])
        for i, col in enumerate(element.findall("colgroup/col"))
    ] if headers else []
    rows = [tr for body in element.findall("tbody") for tr in body.findall("tr")]
    empty = any("empty" in classes(tr) for tr in rows)
    spans = any(cell.get("rowspan") or cell.get("colspan") for tr in rows for cell in tr)
    return Table(
        page, element.get("data-layout"), columns,
        [] if empty else [_row(tr) for tr in rows],
        [_row(tr) for tr in element.findall("tfoot/tr")],
        empty, spans,
    )


TABLE_PAGES = [page for page in PAGES if table(page)]
SORTABLE_PAGES = [page for page in TABLE_PAGES if table(page).sortable]
LIST_PAGES = [page for page in SORTABLE_PAGES if len(table(page).sides) == 1]
STATEMENT_PAGES = [page for page in SORTABLE_PAGES if len(table(page).sides) > 1]
LONG_PAGES = [page for page in SORTABLE_PAGES if len(table(page).rows) >= 12]
LEVEL_PAGES = [page for page in LIST_PAGES if table(page).has_levels()]


def kind_of(page: Path) -> str:
    found = table(page)
    if found:
        shape = "wide-list" if len(found.columns) > 7 else "list"
        return "empty" if found.empty else shape if found.layout == "list" else found.layout
    root = document(page)
    marks = {"search": ".//form[@class='search-form']", "narrative": ".//article[@class='narrative']", "reports": ".//*[@class='report-list']",
             "absent": ".//*[@class='table-meta']"}
    return next((kind for kind, mark in marks.items() if root.find(mark) is not None), page.stem)


# ---- The published data -----------------------------------------------------------


@cache
def published_rows(page: Path) -> list[list[str]]:
    """The CSV beside a table, without its header: the rows, then the totals."""
    with open(table(page).csv_path, encoding="utf-8-sig", newline="") as file:
        return [[tidy(cell) for cell in row] for row in csv.reader(file)][1:]


def published_header(page: Path) -> list[str]:
    with open(table(page).csv_path, encoding="utf-8-sig", newline="") as file:
        return next(csv.reader(file))


def amount(text: str) -> Decimal | None:
    try:
        return Decimal(text.replace(",", "").rstrip("%"))
    except InvalidOperation:
        return None


def same(shown: str, published: str, column_type: str) -> bool:
    """Amounts agree by value, everything else word for word."""
    if column_type == "amount" and amount(published) is not None:
        return amount(shown) == amount(published)
    return shown == published
