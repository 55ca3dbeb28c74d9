"""A header that stays while the table scrolls hides what passes under it."""

import pytest

from published import SORTABLE_PAGES


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", SORTABLE_PAGES, ids=str)
def test_every_header_cell_is_opaque(watched, files, path, scheme, width):
    page = watched.open(f"{files}{path}", width=width, color_scheme=scheme)
    colours = page.evaluate(
        "[...document.querySelectorAll('thead th')].map((cell) => getComputedStyle(cell).backgroundColor)")
    assert colours
    for colour in colours:
        assert colour.startswith("rgb("), colour
