"""Filter and sum of every long table, against the CSV."""

from urllib.parse import parse_qs, urlsplit

import pytest

from expected_order import entries_of, leaves_of, sort_tree
from expected_view import filtered, matches, sum_text, summands
from published import LONG_PAGES, SORTABLE_PAGES, table
from table_page import TablePage


def words_for(page):
    """Words with few and with many matches: a name, its beginning, a code's beginning, two at once, none."""
    found = table(page)
    names = [c for c in found.columns if c.type in ("label", "text")]
    codes = [c for c in found.columns if c.type == "code"]
    row = found.rows[len(found.rows) // 2].cells
    words = [row[names[-1].index].text, row[names[-1].index].text[:2], "不会有的词"]
    words += [row[codes[0].index].text[:3], row[codes[0].index].text,
              f"{row[codes[0].index].text[:3]} {row[names[-1].index].text[-2:]}"] if codes else []
    return [word for word in words if word]


@pytest.fixture
def opened(watched, files):
    return lambda path, **options: TablePage(watched.open(f"{files}{path}", **options), table(path))


def shown(entries):
    return [entry.shown for entry in entries]


@pytest.mark.parametrize("path", LONG_PAGES, ids=str)
def test_matches_stay_with_what_is_above_them(opened, path):
    view = opened(path)
    for words in words_for(path):
        view.filter(words)
        for side in view.table.sides:
            assert view.rows(side) == shown(filtered(view.table, side, words)), words
    view.filter_box.focus()
    view.page.keyboard.press("Escape")
    assert view.filter_box.input_value() == ""
    for side in view.table.sides:
        assert view.rows(side) == shown(entries_of(view.table, side))
    assert view.sum_row() == []


@pytest.mark.parametrize("path", LONG_PAGES, ids=str)
def test_the_sum_counts_no_match_twice(opened, path):
    view = opened(path)
    for words in words_for(path):
        view.filter(words)
        expected = []
        for side in view.table.sides:
            own = [column for column in view.table.columns if column.side == side]
            counted = summands(view.table, side, words)
            label = next((c for c in own if c.type == "label"), own[0])
            for place, column in enumerate(own):
                values = [entry.values[place] for entry in counted]
                expected.append(f"筛选合计（{len(counted)}项）" if column is label
                                else sum_text(values) if column.type == "amount" else "")
        assert view.sum_row() == expected, words
        assert view.totals() == [[cell.text for cell in row.cells] for row in view.table.totals]


@pytest.mark.parametrize("path", LONG_PAGES, ids=str)
def test_rows_that_are_not_counted_look_so(opened, path):
    view = opened(path)
    for words in words_for(path):
        view.filter(words)
        marked = view.page.evaluate("""[...document.querySelectorAll(".is-context")]
          .flatMap((e) => e.cells ? [...e.cells] : [e]).map((cell) => cell.id)""")
        expected = [id for side in view.table.sides for entry in filtered(view.table, side, words)
                    if entry not in matches(view.table, side, words)
                    and not under(view.table, side, words, entry) for id in entry.ids]
        assert sorted(marked) == sorted(expected), words


def under(table, side, words, entry):
    from expected_view import parents
    above = parents([one for one in entries_of(table, side) if any(one.texts)])
    return bool(set(above[entry]) & set(matches(table, side, words)))


@pytest.mark.parametrize("path", LONG_PAGES, ids=str)
def test_a_filter_is_announced_and_kept_in_the_address(watched, site, path):
    view = TablePage(watched.open(f"{site}{path}"), table(path))
    words = words_for(path)[0]
    view.filter(words)
    count = sum(len(summands(view.table, side, words)) for side in view.table.sides)
    assert f"“{words}”" in view.announcement() and f"{count}项" in view.announcement()
    assert parse_qs(urlsplit(view.page.url).query)["q"] == [words]
    again = TablePage(watched.open(view.page.url), view.table)
    assert again.filter_box.input_value() == words
    for side in view.table.sides:
        assert again.rows(side) == view.rows(side)
    assert again.sum_row() == view.sum_row()
    again.filter("不会有的词")
    assert "没有符合" in again.announcement()
    again.filter_box.fill("")
    again.page.wait_for_function("() => location.search === ''")


@pytest.mark.parametrize("path", LONG_PAGES, ids=str)
def test_sort_and_leaves_work_within_a_filter(opened, path):
    view = opened(path)
    words = words_for(path)[1]
    view.filter(words)
    column = view.table.columns[-1]
    side, place = column.side, len([c for c in view.table.columns if c.side == column.side]) - 1
    view.button(column).click()
    view.button(column).click()
    kept = filtered(view.table, side, words)
    assert view.rows(side) == shown(sort_tree(kept, place, column, True))
    if view.table.has_levels():
        view.leaf_switch.check()
        leaves = set(leaves_of([e for e in entries_of(view.table, side) if any(e.texts)]))
        found = set(matches(view.table, side, words))
        expected = {e.shown for e in leaves if e in found or under(view.table, side, words, e)}
        assert set(view.rows(side)) == expected
        assert f"筛选合计（{len(expected)}项）" in view.sum_row()


@pytest.mark.parametrize("path", [p for p in SORTABLE_PAGES if p not in LONG_PAGES], ids=str)
def test_short_tables_are_not_drowned_in_controls(opened, path):
    view = opened(path)
    assert view.filter_box.count() == 0
    assert view.page.get_by_role("group", name="展开到").count() == 0
    assert view.page.locator(".table-tools :is(button, input, select):visible").count() <= 2
