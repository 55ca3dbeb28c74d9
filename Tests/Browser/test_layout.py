"""No page scrolls sideways; headers and first columns stay in view; nothing jumps."""

import pytest

from published import LIST_PAGES, PAGES, SORTABLE_PAGES, TABLE_PAGES, table


@pytest.mark.parametrize("width", [320, 360, 1024, 1280])
@pytest.mark.parametrize("path", PAGES, ids=str)
def test_page_does_not_scroll_sideways(watched, files, path, width):
    page = watched.open(f"{files}{path}", width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [375, 700, 1024, 1280])
@pytest.mark.parametrize("path", PAGES, ids=str)
def test_nothing_has_a_bar_to_scroll_by_a_pixel(watched, files, path, width):
    """Bars take room on most desktops, though not in a browser that tests drive."""
    page = watched.open(f"{files}{path}", width=width)
    assert page.evaluate("""() => [...document.querySelectorAll("main *")].filter(element => {
      const { overflowX, overflowY } = getComputedStyle(element);
      const room = (over, whole, seen) => /auto|scroll/.test(over) && whole > seen && whole < seen + 4;
      return room(overflowX, element.scrollWidth, element.clientWidth)
        || room(overflowY, element.scrollHeight, element.clientHeight);
    }).map(element => element.className)""") == []


@pytest.mark.parametrize("path", TABLE_PAGES, ids=str)
def test_region_reaches_every_column_on_a_phone(watched, files, path):
    page = watched.open(f"{files}{path}", width=360, height=740)
    overhang = page.evaluate("""() => {
      const region = document.querySelector(".table-region");
      region.scrollLeft = 1e6;
      return region.querySelector("table").getBoundingClientRect().right
        - region.getBoundingClientRect().right;
    }""")
    assert overhang <= 1


@pytest.mark.parametrize("path", LIST_PAGES, ids=str)
def test_header_and_first_column_stay_in_view(watched, files, path):
    page = watched.open(f"{files}{path}", width=360, height=500)
    before, after = page.evaluate("""() => {
      const region = document.querySelector(".table-region");
      const look = () => {
        const frame = region.getBoundingClientRect();
        const rows = region.querySelectorAll("tbody tr");
        return [region.querySelector("thead").getBoundingClientRect().top - frame.top,
                rows[rows.length - 1].cells[0].getBoundingClientRect().left - frame.left];
      };
      const before = look();
      region.scrollTo(region.scrollWidth, region.scrollHeight);
      return [before, look()];
    }""")
    assert after == pytest.approx(before, abs=1.5)


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("path", PAGES, ids=str)
def test_nothing_shifts_while_loading(watched, files, path, width):
    page = watched.open(f"{files}{path}", width=width)
    shift = page.evaluate("""() => new Promise((resolve) => {
      let sum = 0;
      new PerformanceObserver((list) => { for (const e of list.getEntries()) sum += e.value; })
        .observe({ type: "layout-shift", buffered: true });
      setTimeout(() => resolve(sum), 150);
    })""")
    assert shift < 0.01


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("path", TABLE_PAGES, ids=str)
def test_only_tables_with_tools_keep_room_for_them(watched, files, path, width):
    """The page says so itself, before the script comes."""
    page = watched.open(f"{files}{path}", width=width)
    kept, controls, free = page.evaluate("""() => {
      const tools = document.querySelector(".table-tools");
      const ends = Array.from(tools.children, (child) => child.getBoundingClientRect().bottom);
      return [tools.matches(".for-list"), tools.querySelectorAll("input, select, button").length,
              tools.getBoundingClientRect().bottom - Math.max(...ends)];
    }""")
    assert kept == (controls > 0)
    assert free < 16


@pytest.mark.parametrize("path", [page for page in TABLE_PAGES if table(page).empty], ids=str)
def test_a_phone_shows_that_a_table_has_no_data(watched, files, path):
    page = watched.open(f"{files}{path}", width=360, height=740)
    words, start, end = page.evaluate("""() => {
      const words = document.createRange();
      words.selectNodeContents(document.querySelector("tr.empty td"));
      const { left, right } = words.getBoundingClientRect();
      return [words.toString(), left, right];
    }""")
    assert words == "本表无数据"
    assert 0 < start < end < 360


@pytest.mark.parametrize("path", SORTABLE_PAGES, ids=str)
def test_linked_cell_is_marked_and_in_view(watched, files, path):
    page = watched.open(f"{files}{path}", width=360, height=740)
    identifier = page.evaluate("[...document.querySelectorAll('tbody .amount[id]')].at(-5).id")
    page = watched.open(f"{files}{path}#{identifier}", width=360, height=740)
    page.locator("thead button").first.click()
    cell = page.locator(f"[id='{identifier}']")
    assert "is-target" in (cell.get_attribute("class") or "")
    page = watched.open(f"{files}{path}#{identifier}", width=360, height=740)
    page.wait_for_function("""(id) => {
      const cell = document.getElementById(id), box = cell.getBoundingClientRect();
      const at = (x) => document.elementFromPoint(x, (box.top + box.bottom) / 2);
      return at(box.left + 3) === cell && at(box.right - 3) === cell;
    }""", arg=identifier)
