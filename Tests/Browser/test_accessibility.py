"""axe finds nothing on any page: wide, phone and zoomed; light, dark and forced colours; tools in use."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from published import LONG_PAGES, PAGES, SORTABLE_PAGES, table
from table_page import TablePage

MODES = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "forced": {"forced_colors": "active"},
}
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# All that a mode changes is colours.
COLOUR_RULES = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}


AXE = Axe()


def violations(page, rules=RULES):
    # Without preload axe does not fetch the style sheet itself, which the page's policy forbids.
    options = {"runOnly": rules, "preload": False, "resultTypes": ["violations"]}
    found = AXE.run(page, options=options).response["violations"]
    return [(one["id"], one["help"], [node["target"] for node in one["nodes"][:5]]) for one in found]


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("path", PAGES, ids=str)
def test_axe_finds_nothing(watched, files, path, mode, width):
    page = watched.open(f"{files}{path}", width=width, **MODES[mode])
    assert violations(page, RULES if mode == "light" else COLOUR_RULES) == []


@pytest.mark.parametrize("path", PAGES, ids=str)
def test_axe_finds_nothing_at_twice_the_size(watched, files, path):
    """A browser's zoom of 200 %: half as many pixels of the page's own, each twice as large."""
    page = watched.open(f"{files}{path}", width=640, height=450, device_scale_factor=2)
    assert page.evaluate("document.documentElement.scrollWidth") <= 640
    assert violations(page) == []


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("path", LONG_PAGES, ids=str)
def test_axe_finds_nothing_while_tools_are_used(watched, files, path, mode):
    width = 360 if mode == "dark" else 1280
    view = TablePage(watched.open(f"{files}{path}", width=width, **MODES[mode]), table(path))
    if width == 360:
        view.page.get_by_role("button", name="更多").click()
    view.share_box.select_option(index=1)
    view.filter(view.table.rows[-1].cells[0].text[:3])
    view.page.locator("tbody tr:not([hidden]) td[id]").last.click()
    assert view.bar.is_visible()
    # Scrolled aside, a header lies partly under the pinned column; that is what scrolling is for.
    view.page.evaluate("document.querySelector('.table-region').scrollLeft = 0")
    assert violations(view.page) == []


@pytest.mark.parametrize("path", SORTABLE_PAGES, ids=str)
def test_axe_finds_nothing_while_sorted(watched, files, path):
    page = watched.open(f"{files}{path}")
    page.locator("thead button").last.click()
    assert violations(page) == []


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("path", PAGES, ids=str)
def test_targets_are_large_enough(watched, files, path, width):
    """WCAG 2.2 target size: 24 pixels, for every control that is not inside a sentence."""
    page = watched.open(f"{files}{path}", width=width)
    small = page.evaluate("""() => [...document.querySelectorAll(
        "button, summary, label, .breadcrumb a, .table-nav a, .toc a, .table-list a, .download, .site-footer a")]
      .filter((e) => e.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }))
      .map((e) => [e.textContent.trim(), e.getBoundingClientRect()])
      .filter(([, box]) => box.width > 0 && (box.width < 24 || box.height < 23.5))
      .map(([text, box]) => `${text}: ${box.width} x ${box.height}`)""")
    assert small == []
