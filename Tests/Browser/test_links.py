"""Every id is unique; every internal link and fragment leads somewhere."""

from collections import Counter
from pathlib import Path
from posixpath import normpath
from urllib.parse import unquote, urlsplit

import pytest

from published import PAGES, SITE, document


def identifiers(page: Path) -> list[str]:
    return [element.get("id") for element in document(page).iter() if element.get("id")]


def addresses(page: Path):
    for element in document(page).iter():
        for name in ("href", "src"):
            if element.get(name):
                yield element.get(name)


@pytest.mark.parametrize("path", PAGES, ids=str)
def test_ids_are_unique(path):
    assert [one for one, count in Counter(identifiers(path)).items() if count > 1] == []


@pytest.mark.parametrize("path", PAGES, ids=str)
def test_references_to_ids_resolve(path):
    known = set(identifiers(path))
    names = ("aria-labelledby", "aria-describedby", "headers", "for")
    wanted = {one for element in document(path).iter() for name in names
              for one in (element.get(name) or "").split()}
    assert wanted <= known


@pytest.mark.parametrize("path", PAGES, ids=str)
def test_links_lead_somewhere(path):
    broken = []
    for address in addresses(path):
        parts = urlsplit(address)
        if parts.scheme or parts.netloc or parts.path.startswith("/"):
            continue
        target = Path(normpath(path.parent / unquote(parts.path))) if parts.path else path
        if (SITE / target).is_dir():
            target /= "index.html"
        if not (SITE / target).is_file():
            broken.append(address)
        elif parts.fragment and target.suffix == ".html":
            if unquote(parts.fragment) not in identifiers(target):
                broken.append(address)
    assert broken == []
