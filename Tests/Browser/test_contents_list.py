"""The contents list follows the reading position, also where it is longer than the window."""

import pytest
from published import PAGES, document

REPORTS = [page for page in PAGES if "report-page" in (document(page).find("body").get("class") or "")]


@pytest.mark.parametrize("path", REPORTS, ids=str)
def test_section_being_read_is_marked_and_in_view(watched, files, path):
    page = watched.open(f"{files}{path}", width=1280, height=700)
    assert page.locator(".toc details").get_attribute("open") is not None
    for place in ("0.3", "0.6", "1"):
        page.evaluate(f"scrollTo(0, document.body.scrollHeight * {place})")
        page.wait_for_function("""() => {
          const link = document.querySelector('.toc [aria-current="location"]');
          if (!link) return false;
          const box = link.getBoundingClientRect();
          return box.top >= 0 && box.bottom <= innerHeight;
        }""", timeout=5000)
        assert page.locator(".toc [aria-current]").count() == 1
