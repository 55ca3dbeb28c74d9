"""Without script every page still says everything that is published."""

import pytest

from published import (PAGES, SORTABLE_PAGES, TABLE_PAGES, document, published_header,
                       published_rows, same, table, table_element, text_of, tidy)


@pytest.mark.parametrize("path", [p for p in TABLE_PAGES if table(p).layout != "form"], ids=str)
def test_table_says_what_its_csv_says(path):
    shown = table(path)
    rows = [row for row in shown.rows + shown.totals if any(cell.text for cell in row.cells)]
    published = [row for row in published_rows(path) if any(row)]
    assert [tidy(title) for title in published_header(path)] == [tidy(c.title) for c in shown.columns]
    assert len(rows) == len(published)
    different = [
        (number, column.title, cell.text, value)
        for number, (row, values) in enumerate(zip(rows, published), 1)
        for column, cell, value in zip(shown.columns, row.cells, values, strict=True)
        if not same(cell.text, value, column.type)
    ]
    assert different == []


@pytest.mark.parametrize("path", [p for p in TABLE_PAGES if table(p).layout == "form"], ids=str)
def test_form_shows_every_published_value(path):
    shown = {text_of(cell) for tr in table_element(path).iter("tr") for cell in tr}
    plain = {text.replace(",", "") for text in shown}
    missing = [value for row in published_rows(path) for value in row
               if value and value not in shown and value not in plain]
    assert missing == []


@pytest.mark.parametrize("path", PAGES, ids=str)
def test_page_is_laid_out_without_script(watched, files, path):
    page = watched.open(f"{files}{path}", width=360, java_script_enabled=False)
    assert page.locator("main h1").is_visible()
    # A form can be sent without script; any other button would do nothing.
    assert page.locator("button:not([type=submit])").count() == page.locator("[hidden] button").count()


@pytest.mark.parametrize("path", SORTABLE_PAGES, ids=str)
def test_every_cell_is_visible_without_script(watched, files, path):
    page = watched.open(f"{files}{path}", java_script_enabled=False)
    cells = page.locator("tbody td, tbody th, tfoot td, tfoot th")
    assert cells.count() == sum(len(row.cells) for row in table(path).rows + table(path).totals)
    assert page.locator("tbody [hidden]").count() == 0


@pytest.mark.parametrize("path", PAGES, ids=str)
def test_contents_list_is_open_beside_the_report(watched, files, path):
    if document(path).find(".//nav[@class='toc']") is None:
        return
    page = watched.open(f"{files}{path}", java_script_enabled=False)
    assert page.locator(".toc a").first.is_visible()
