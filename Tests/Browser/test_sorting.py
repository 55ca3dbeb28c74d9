"""Every column of every table: ascending, descending, restored; against the CSV."""

import pytest

from expected_order import entries_of, expected, is_blank, leaves_of
from published import SORTABLE_PAGES, table
from table_page import TablePage


@pytest.fixture
def opened(watched, files):
    return lambda path, **options: TablePage(watched.open(f"{files}{path}", **options), table(path))


def shown(entries):
    return [entry.shown for entry in entries]


@pytest.mark.parametrize("path", SORTABLE_PAGES, ids=str)
def test_every_column_has_one_button(opened, path):
    assert opened(path).button_places() is not None
    assert sorted(opened(path).button_places()) == [column.index for column in table(path).columns]


@pytest.mark.parametrize("path", SORTABLE_PAGES, ids=str)
def test_each_column_sorts_both_ways_and_back(opened, path):
    view = opened(path)
    for column in view.table.columns:
        side, button = column.side, view.button(column)
        button.click()
        assert view.rows(side) == shown(expected(view.table, side, column, False)), column.title
        assert view.sorted_headers() == [[column.header, "ascending"]]
        button.click()
        assert view.rows(side) == shown(expected(view.table, side, column, True)), column.title
        assert view.sorted_headers() == [[column.header, "descending"]]
        button.click()
        for every in view.table.sides:
            assert view.rows(every) == shown(entries_of(view.table, every)), column.title
        assert view.sorted_headers() == []


@pytest.mark.parametrize("path", SORTABLE_PAGES, ids=str)
def test_totals_stay_as_they_are(opened, path):
    view = opened(path)
    totals = [[cell.text for cell in row.cells] for row in view.table.totals]
    for column in view.table.columns:
        view.button(column).click()
        assert view.totals() == totals


@pytest.mark.parametrize("path", SORTABLE_PAGES, ids=str)
def test_blank_is_last_both_ways(opened, path):
    view = opened(path)
    for column in view.table.columns:
        place = [c.id for c in view.table.columns if c.side == column.side].index(column.id)
        if view.table.has_levels() and view.leaf_switch.is_visible():
            view.leaf_switch.check()
        for _ in range(2):
            view.button(column).click()
            blanks = [texts[place] == "" for _, texts in view.rows(column.side)]
            assert blanks == sorted(blanks), column.title


@pytest.mark.parametrize("path", [p for p in SORTABLE_PAGES if table(p).has_levels()], ids=str)
def test_only_leaves_make_a_flat_ranking(opened, path):
    view = opened(path)
    view.leaf_switch.check()
    for column in view.table.columns:
        for descending in (False, True):
            view.button(column).click()
            visible = [row for row in view.rows(column.side) if any(row[1])]
            assert visible == shown(expected(view.table, column.side, column, descending, leaves=True))
        view.button(column).click()
    for side in view.table.sides:
        filled = [entry for entry in entries_of(view.table, side) if not is_blank(view.table, entry)]
        assert [row for row in view.rows(side) if any(row[1])] == shown(leaves_of(filled))
    view.leaf_switch.uncheck()
    for side in view.table.sides:
        assert view.rows(side) == shown(entries_of(view.table, side))


@pytest.mark.parametrize("path", [p for p in SORTABLE_PAGES if not table(p).has_levels()], ids=str)
def test_flat_tables_have_no_switch(opened, path):
    assert opened(path).leaf_switch.count() == 0
