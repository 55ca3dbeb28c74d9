"""The controls of a sort: keyboard, names, announcements, address."""

from urllib.parse import parse_qs, urlsplit

import pytest

from expected_order import entries_of, expected
from published import SORTABLE_PAGES, TABLE_PAGES, table
from table_page import TablePage


def open_table(watched, address, path, **options):
    return TablePage(watched.open(f"{address}{path}", **options), table(path))


def focused(page):
    return page.evaluate("document.activeElement.textContent.trim()")


@pytest.mark.parametrize("path", SORTABLE_PAGES, ids=str)
def test_header_text_is_the_buttons_name(watched, files, path):
    view = open_table(watched, files, path)
    for column in view.table.columns:
        button = view.button(column)
        assert button.text_content().strip() == column.header
        assert view.page.get_by_role("columnheader", name=column.header, exact=True).count() >= 1


@pytest.mark.parametrize("path", SORTABLE_PAGES, ids=str)
def test_everything_works_from_the_keyboard(watched, files, path):
    view = open_table(watched, files, path)
    page, column = view.page, view.table.columns[-1]
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("(b) => document.activeElement === b", view.button(column).element_handle()):
            break
    else:
        pytest.fail("Tab does not reach the last column's button")
    page.keyboard.press("Enter")
    assert view.sorted_headers() == [[column.header, "ascending"]]
    page.keyboard.press("Space")
    assert view.sorted_headers() == [[column.header, "descending"]]
    assert focused(page) == column.header
    view.restore.focus()
    page.keyboard.press("Enter")
    assert view.sorted_headers() == []
    assert focused(page) == column.header
    if view.leaf_switch.count():
        view.leaf_switch.focus()
        page.keyboard.press("Space")
        assert view.leaf_switch.is_checked()


@pytest.mark.parametrize("path", SORTABLE_PAGES, ids=str)
def test_a_sort_is_announced_politely(watched, files, path):
    view = open_table(watched, files, path)
    column = view.table.columns[-1]
    assert view.page.locator("[role='status']").get_attribute("aria-live") == "polite"
    view.button(column).click()
    ascending = view.announcement()
    assert column.title in ascending
    view.button(column).click()
    assert column.title in view.announcement() != ascending
    view.button(column).click()
    assert view.announcement() == "已恢复原表顺序。"


@pytest.mark.parametrize("path", SORTABLE_PAGES, ids=str)
def test_restoring_is_offered_only_while_sorted(watched, files, path):
    view = open_table(watched, files, path)
    assert not view.restore.is_visible()
    view.button(view.table.columns[0]).click()
    assert view.restore.is_visible()
    view.restore.click()
    assert not view.restore.is_visible()
    for side in view.table.sides:
        assert view.rows(side) == [entry.shown for entry in entries_of(view.table, side)]


@pytest.mark.parametrize("path", SORTABLE_PAGES, ids=str)
def test_the_address_keeps_the_sort(watched, site, path):
    view = open_table(watched, site, path)
    column = view.table.columns[-1]
    view.button(column).click()
    view.button(column).click()
    if view.leaf_switch.count():
        view.leaf_switch.check()
    query = parse_qs(urlsplit(view.page.url).query)
    assert query["sort"] == [column.id] and query["dir"] == ["desc"]
    again = TablePage(watched.open(view.page.url), view.table)
    assert again.rows(column.side) == view.rows(column.side)
    assert again.sorted_headers() == [[column.header, "descending"]]
    again.restore.click()
    if again.leaf_switch.count():
        again.leaf_switch.uncheck()
    assert urlsplit(again.page.url).query == ""


@pytest.mark.parametrize("path", SORTABLE_PAGES, ids=str)
def test_a_link_to_a_hidden_row_shows_it(watched, files, path):
    if not table(path).has_levels():
        return
    view = open_table(watched, files, path)
    view.leaf_switch.check()
    hidden = view.page.evaluate(
        "(document.querySelector('tbody [hidden] [id]') ?? document.querySelector('.is-off[id]'))?.id")
    view.page.evaluate("(id) => { location.hash = id; }", hidden)
    view.page.wait_for_function("() => document.querySelector('[role=switch]').checked === false")
    assert view.page.locator(f"[id='{hidden}']").is_visible()


@pytest.mark.parametrize("path", SORTABLE_PAGES, ids=str)
def test_unknown_columns_in_the_address_do_nothing(watched, files, path):
    view = TablePage(watched.open(f"{files}{path}?sort=nothing&dir=desc&leaf=2#%E0%A4%A"), table(path))
    assert view.sorted_headers() == []


@pytest.mark.parametrize("path", [p for p in TABLE_PAGES if p not in SORTABLE_PAGES], ids=str)
def test_forms_and_empty_tables_offer_no_sort(watched, files, path):
    view = open_table(watched, files, path)
    assert view.page.locator("main button:visible").count() == 0
