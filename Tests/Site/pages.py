"""Reads the pages of a built site as programs do: with an HTML parser, without a browser.

The site is the folder that $SITE names, public/ if it names none.
"""

import csv
import os
from functools import cache
from pathlib import Path
from urllib.parse import unquote

import html5lib

SITE = Path(os.environ.get("SITE") or Path(__file__).parents[2] / "public").resolve()
PAGES = sorted(SITE.rglob("*.html"))
REPORTS = sorted(page.parent for page in SITE.rglob("reconciliation.html"))
if not REPORTS:
    raise SystemExit(f"no report in {SITE}: build the site, or name its folder in $SITE")


@cache
def document(page):
    text = page.read_text(encoding="utf-8")
    return html5lib.parse(text, treebuilder="etree", namespaceHTMLElements=False)


def text_of(element):
    return " ".join("".join(element.itertext()).split())


def with_class(element, name):
    return [found for found in element.iter() if name in (found.get("class") or "").split()]


def metas(page):
    """The page's tags by their names and properties."""
    return {
        meta.get("name") or meta.get("property"): meta.get("content")
        for meta in document(page).iter("meta")
        if meta.get("name") or meta.get("property")
    }


def links(page, relation):
    return [link for link in document(page).iter("link") if link.get("rel") == relation]


@cache
def records(file):
    """The header and the records of a CSV file."""
    with open(file, encoding="utf-8-sig", newline="") as stream:
        header, *rows = csv.reader(stream)
    return header, rows


def cell_of(page, href):
    """The cell that a link on a page leads to."""
    path, _, fragment = href.partition("#")
    target = (page.parent / unquote(path)) if path else page
    found = [e for e in document(target).iter() if e.get("id") == unquote(fragment)]
    assert len(found) == 1, href
    return target, found[0]
