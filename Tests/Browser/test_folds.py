"""Folding and unfolding of what stands under a row, one by one and by level."""

import pytest

from expected_order import entries_of
from expected_view import parents
from published import LONG_PAGES, table
from table_page import TablePage

TREES = [page for page in LONG_PAGES if table(page).has_levels()]


def shown(entries):
    return [entry.shown for entry in entries]


def depths(view, side):
    entries = [entry for entry in entries_of(view.table, side) if any(entry.texts)]
    return {entry: len(above) + 1 for entry, above in parents(entries).items()}


@pytest.mark.parametrize("path", TREES, ids=str)
def test_each_level_opens_as_far_as_it_says(watched, files, path):
    view = TablePage(watched.open(f"{files}{path}"), table(path))
    buttons = view.page.get_by_role("group", name="展开到").get_by_role("button")
    side = view.table.sides[0]
    names = buttons.all_text_contents()
    assert len(names) == max(depths(view, side).values())
    for level in reversed(range(1, len(names) + 1)):
        buttons.nth(level - 1).focus()
        view.page.keyboard.press("Enter")
        assert view.rows(side) == shown(e for e, depth in depths(view, side).items() if depth <= level)
        pressed = [b.get_attribute("aria-pressed") for b in buttons.all()]
        assert pressed == [str(i + 1 == level).lower() for i in range(len(names))]
        assert (names[level - 1] if level < len(names) else "全部") in view.announcement()
        again = TablePage(watched.open(view.page.url), view.table)
        assert again.rows(side) == view.rows(side)
    assert view.totals() == [[cell.text for cell in row.cells] for row in view.table.totals]


@pytest.mark.parametrize("path", TREES, ids=str)
def test_each_row_folds_by_its_name(watched, files, path):
    view = TablePage(watched.open(f"{files}{path}"), table(path))
    side = view.table.sides[0]
    entries = [entry for entry in entries_of(view.table, side) if any(entry.texts)]
    above = parents(entries)
    leading = [entry for entry in entries if any(entry in one for one in above.values())]
    folders = view.folders()
    assert folders.count() == len(leading)
    for at in range(0, len(leading), 3):
        folder = folders.nth(at)
        name = folder.text_content()
        assert name in leading[at].texts
        assert view.page.get_by_role("rowheader", name=name, exact=True).count() >= 1
        folder.click()
        assert folder.get_attribute("aria-expanded") == "false"
        assert view.rows(side) == shown(e for e in entries if leading[at] not in above[e])
        assert "收起" in view.announcement()
        folder.press("Enter")
        assert folder.get_attribute("aria-expanded") == "true"
        assert view.rows(side) == shown(entries)


@pytest.mark.parametrize("path", TREES, ids=str)
def test_a_filter_opens_and_leaves_folds_as_they_were(watched, files, path):
    view = TablePage(watched.open(f"{files}{path}"), table(path))
    side = view.table.sides[0]
    view.folders().first.click()
    before = view.rows(side)
    deepest = max(entries_of(view.table, side), key=lambda entry: entry.level)
    view.filter(next(text for text in deepest.texts if text))
    assert deepest.shown in view.rows(side)
    view.filter("")
    assert view.rows(side) == before
    assert view.folders().first.get_attribute("aria-expanded") == "false"


@pytest.mark.parametrize("path", TREES, ids=str)
def test_a_link_to_a_folded_row_opens_it(watched, files, path):
    deepest = max(entries_of(table(path), table(path).sides[0]), key=lambda entry: entry.level)
    view = TablePage(watched.open(f"{files}{path}?level=1&q=不会有的词#{deepest.ids[-1]}"), table(path))
    assert view.page.locator(f"[id='{deepest.ids[-1]}']").is_visible()
    assert view.filter_box.input_value() == ""
