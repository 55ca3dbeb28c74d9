"""The column of shares in a total: every value of every choice, against the CSV."""

import pytest

from expected_order import entries_of
from expected_view import share_text, sum_text, summands, total
from published import LIST_PAGES, SORTABLE_PAGES, STATEMENT_PAGES, LONG_PAGES, amount, table
from table_page import TablePage

READ = """[...document.querySelectorAll("tbody tr, tfoot tr:not(.sum)")]
  .map((row) => [...row.querySelectorAll(".share")].map((cell) => cell.textContent))"""


def amounts_of(table):
    return [column for column in table.columns if column.type == "amount"]


def values_of(table, column):
    place = [c.id for c in table.columns if c.side == column.side].index(column.id)
    body = [entry.values[place] for entry in entries_of(table, column.side)]
    return body + [row.cells[column.index].text for row in table.totals]


@pytest.mark.parametrize("path", LIST_PAGES, ids=str)
def test_every_amount_column_has_shares(watched, files, path):
    view = TablePage(watched.open(f"{files}{path}"), table(path))
    headers = view.page.locator("thead th").count()
    for choice, column in enumerate(amounts_of(view.table)):
        view.share_box.select_option(index=choice + 1)
        values = values_of(view.table, column)
        if not any(amount(value) is not None for value in values):
            assert view.page.evaluate(READ) == [[""]] * len(values)
            continue
        whole = total(view.table, column.index)
        assert view.page.evaluate(READ) == [[share_text(value, whole)] for value in values], column.title
        assert view.page.get_by_role("columnheader", name=f"{column.title}占比", exact=True).count() == 1
        assert "占比" in view.announcement()
        assert f"share={column.id}" in view.page.url
        again = TablePage(watched.open(view.page.url), view.table)
        assert again.page.evaluate(READ) == view.page.evaluate(READ)
    view.share_box.select_option(index=0)
    assert view.page.locator(".share:not(label *)").count() == 0
    assert view.page.locator("thead th").count() == headers
    assert "share" not in view.page.url


@pytest.mark.parametrize("path", STATEMENT_PAGES, ids=str)
def test_each_side_of_a_statement_has_its_own_total(watched, files, path):
    view = TablePage(watched.open(f"{files}{path}"), table(path))
    view.share_box.select_option(index=1)
    sides = [[share_text(value, total(view.table, column.index)) for value in values_of(view.table, column)]
             for column in amounts_of(view.table)]
    assert view.page.evaluate(READ) == [list(row) for row in zip(*sides)]
    spans = view.page.evaluate("""[...document.querySelectorAll("thead tr")].map((row) =>
      [...row.cells].reduce((sum, cell) => sum + cell.colSpan, 0))""")
    assert spans[0] == len(view.table.columns) + 2
    view.button(amounts_of(view.table)[0]).click()
    row = view.page.evaluate("""[...document.querySelectorAll("tbody tr")].map((row) =>
      [row.cells[1].textContent.trim(), row.cells[2].textContent])""")
    whole = total(view.table, amounts_of(view.table)[0].index)
    assert all(share == share_text(value, whole) for value, share in row)


@pytest.mark.parametrize("path", [p for p in LONG_PAGES if p in LIST_PAGES], ids=str)
def test_a_filters_sum_has_its_share(watched, files, path):
    view = TablePage(watched.open(f"{files}{path}"), table(path))
    column = amounts_of(view.table)[0]
    words = view.table.rows[0].cells[0].text[:3]
    view.share_box.select_option(index=1)
    view.filter(words)
    place = [c.id for c in view.table.columns].index(column.id)
    value = sum_text([entry.values[place] for entry in summands(view.table, "", words)])
    assert view.sum_row()[-1] == share_text(value, total(view.table, column.index))


@pytest.mark.parametrize("path", SORTABLE_PAGES, ids=str)
def test_halves_are_rounded_up_and_exactly(watched, files, path):
    page = watched.open(f"{files}{path}")
    shares = page.evaluate("""[["1", "20000"], ["-1", "20000"], ["0.00", "7"], ["", "7"], ["5", "0"],
        ["90071992547409.93", "90071992547409.95"], ["1.005", "100"]]
      .map(([part, whole]) => TableModel.shareText(TableModel.decimal(part), TableModel.decimal(whole)))""")
    assert shares == ["0.01%", "-0.01%", "0.00%", "", "", "100.00%", "1.01%"]
