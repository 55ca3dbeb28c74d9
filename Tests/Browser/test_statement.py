"""The two sides of a statement are sorted each by itself."""

import pytest

from expected_order import entries_of, expected
from published import STATEMENT_PAGES, table
from table_page import TablePage


@pytest.mark.parametrize("path", STATEMENT_PAGES, ids=str)
def test_a_side_does_not_move_the_other(watched, files, path):
    view = TablePage(watched.open(f"{files}{path}"), table(path))
    first, second = view.table.sides
    last = {side: [c for c in view.table.columns if c.side == side][-1] for side in view.table.sides}
    view.button(last[first]).click()
    assert view.rows(second) == [entry.shown for entry in entries_of(view.table, second)]
    view.button(last[second]).click()
    view.button(last[second]).click()
    for side, descending in ((first, False), (second, True)):
        ordered = expected(view.table, side, last[side], descending)
        assert view.rows(side) == [entry.shown for entry in ordered]
    assert len(view.sorted_headers()) == 2


@pytest.mark.parametrize("path", STATEMENT_PAGES, ids=str)
def test_both_sides_are_in_the_address(watched, files, path):
    view = TablePage(watched.open(f"{files}{path}"), table(path))
    for side in view.table.sides:
        view.button([c for c in view.table.columns if c.side == side][-1]).click()
    again = TablePage(watched.open(view.page.url), table(path))
    for side in view.table.sides:
        assert again.rows(side) == view.rows(side)
    again.restore.click()
    for side in view.table.sides:
        assert again.rows(side) == [entry.shown for entry in entries_of(view.table, side)]
