"""The first load of a page: at most six requests and 60 KB compressed, all included."""

import gzip
from urllib.parse import unquote

import pytest
from pages import PAGES, SITE, document

LOADED = ("stylesheet", "icon", "preload", "modulepreload")


def files_of(page):
    """The page and what a browser loads with it."""
    found = [page]
    for element in document(page).iter():
        address = element.get("src")
        if element.tag == "link" and element.get("rel") in LOADED:
            address = element.get("href")
        if address and not address.startswith("data:"):
            path = unquote(address)
            found.append(SITE / path.lstrip("/") if path.startswith("/") else (page.parent / path).resolve())
    return list(dict.fromkeys(found))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(SITE)))
def test_a_page_is_light(page):
    files = files_of(page)
    assert len(files) <= 6, files
    sizes = {file.name: len(gzip.compress(file.read_bytes(), 6)) for file in files}
    assert sum(sizes.values()) <= 60_000, sizes
