"""A cell is chosen with mouse or keyboard, and its permanent link is copied."""

import pytest

from published import SITE, TABLE_PAGES, document, table
from table_page import TablePage
from urllib.parse import unquote, urlsplit

LINKED = [page for page in TABLE_PAGES if document(page).find(".//tbody//*[@id]") is not None]


def focused(page):
    return page.evaluate("document.activeElement.id")


def clipboard(page):
    return page.evaluate("navigator.clipboard.readText()")


@pytest.mark.parametrize("path", LINKED, ids=str)
def test_a_click_offers_the_link(watched, http_site, path):
    view = TablePage(watched.open(f"{http_site}{path}?leaf=0", permissions=["clipboard-read", "clipboard-write"]),
                     table(path))
    assert not view.bar.is_visible()
    cell = view.page.locator("tbody td[id]").last
    identifier, text = cell.get_attribute("id"), cell.text_content().strip()
    cell.click()
    assert (text or "空白") in " ".join(view.bar.text_content().split())
    view.bar.get_by_role("button", name="复制链接").click()
    view.page.wait_for_function("() => document.querySelector('[role=status]').textContent.startsWith('已复制')")
    copied = urlsplit(clipboard(view.page))
    assert copied.query == "" and unquote(copied.fragment) == identifier
    assert (SITE / path).name == copied.path.rsplit("/", 1)[-1]
    assert "is-target" in view.page.locator(f"[id='{identifier}']").get_attribute("class")
    opened = watched.open(copied.geturl())
    assert "is-target" in opened.locator(f"[id='{identifier}']").get_attribute("class")
    view.bar.get_by_role("button", name="关闭").click()
    assert not view.bar.is_visible()
    assert focused(view.page) == identifier


@pytest.mark.parametrize("path", LINKED, ids=str)
def test_every_cell_is_reached_with_the_arrow_keys(watched, files, path):
    page = watched.open(f"{files}{path}", permissions=["clipboard-read", "clipboard-write"])
    stops = page.locator(":is(tbody, tfoot) [tabindex='0']")
    assert stops.count() == 1
    page.evaluate("""() => {
      window.seen = [];
      document.addEventListener("focusin", (event) => window.seen.push(event.target.id));
    }""")
    stops.focus()
    for row in page.locator(":is(tbody, tfoot) > tr").all()[:40]:
        page.keyboard.press("Home")
        for _ in range(row.locator("> *").count()):
            page.keyboard.press("ArrowRight")
        page.keyboard.press("ArrowDown")
    rows = page.evaluate("""[...document.querySelectorAll(":is(tbody, tfoot) > tr")].slice(0, 40)
      .flatMap((row) => [...row.querySelectorAll("[id]")].map((cell) => cell.id))""")
    assert set(rows) <= set(page.evaluate("window.seen"))
    identifier = focused(page)
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.querySelector('[role=status]').textContent.startsWith('已复制')")
    assert unquote(urlsplit(clipboard(page)).fragment) == identifier
    page.keyboard.press("Escape")
    assert focused(page) == identifier
    assert not page.locator(".cell-bar").is_visible()


def test_without_a_clipboard_the_link_is_still_copied(watched, http_site):
    page = watched.open(f"{http_site}{LINKED[0]}")
    page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.locator("tbody td[id]").first.click()
    page.get_by_role("button", name="复制链接").click()
    page.wait_for_function("() => document.querySelector('[role=status]').textContent !== ''")
    assert "链接" in page.locator("[role='status']").text_content()
    assert page.evaluate("location.hash.length") > 1


@pytest.mark.parametrize("path", LINKED[:3], ids=str)
def test_a_hidden_cell_gives_up_its_place(watched, files, path):
    view = TablePage(watched.open(f"{files}{path}"), table(path))
    if not view.table.has_levels():
        return
    view.leaf_switch.check()
    stop = view.page.locator(":is(tbody, tfoot) [tabindex='0']")
    assert stop.count() == 1 and stop.is_visible()
