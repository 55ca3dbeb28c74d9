"""What pages say of themselves to programs: tags, datasets, feed, sitemap, robots, 404."""

import json
import re
import xml.etree.ElementTree as ElementTree
from urllib.parse import unquote, urlsplit

import pytest
from pages import PAGES, REPORTS, SITE, document, links, metas, text_of, with_class

ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
ARTICLES = sorted(page for folder in REPORTS for page in folder.glob("*.html"))
FEED = SITE / "feed.xml"


def datasets(page):
    return [
        json.loads(script.text)
        for script in document(page).iter("script")
        if script.get("type") == "application/ld+json"
    ]


def local(address, page):
    """The file that an address of the site means."""
    path = unquote(urlsplit(address).path)
    if not urlsplit(address).scheme:
        return (page.parent / path).resolve()
    # The site's own path on its host comes first; what follows lies in the folder.
    parts = path.strip("/").split("/")
    return next(p for p in (SITE.joinpath(*parts[i:]) for i in range(len(parts))) if p.exists())


@pytest.mark.parametrize("page", ARTICLES, ids=lambda page: f"{page.parent.name}/{page.stem}")
def test_articles_carry_the_tags_of_government_pages(page):
    tags = metas(page)
    for name in ("SiteName", "ArticleTitle", "ContentSource", "Keywords"):
        assert tags[name].strip()
    published = tags.get("PubDate")
    assert published is None or re.fullmatch(r"\d{4}-\d\d-\d\d( \d\d:\d\d)?", published)
    assert all(content.strip() for content in tags.values())
    assert tags["og:type"] == "article"
    assert tags["og:title"]
    assert len([e for e in document(page).iter("title") if e.text]) >= 1


@pytest.mark.parametrize("page", ARTICLES, ids=lambda page: f"{page.parent.name}/{page.stem}")
def test_datasets_name_files_that_are_there(page):
    tables = with_class(document(page), "table-region")
    found = datasets(page)
    assert len(found) == (1 if tables or page.name == "index.html" else 0)
    for dataset in found:
        assert dataset["@context"] == "https://schema.org"
        assert dataset["@type"] == "Dataset"
        assert len(dataset["name"]) > 5 and 20 <= len(dataset["description"]) <= 5000
        assert dataset["distribution"]
        for download in dataset["distribution"]:
            assert download["@type"] == "DataDownload"
            assert download["encodingFormat"]
            assert local(download["contentUrl"], page).is_file()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(SITE)))
def test_alternates_and_canonical_addresses_lead_here(page):
    for link in links(page, "alternate"):
        assert local(link.get("href"), page).is_file()
        assert link.get("type") and link.get("title")
    for link in links(page, "canonical"):
        assert local(link.get("href"), page) == page
        assert metas(page)["og:url"] == link.get("href")


def test_sitemap_lists_every_page_once():
    root = ElementTree.parse(SITE / "sitemap.xml").getroot()
    pages = [local(loc.text, SITE / "sitemap.xml") for loc in root.iter(SITEMAP + "loc")]
    assert len(pages) == len(set(pages))
    # Neither a missing page nor a page of results is worth finding.
    assert set(pages) >= {page for page in PAGES if page.name not in {"404.html", "search.html"}}
    for date in root.iter(SITEMAP + "lastmod"):
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", date.text)


def test_feed_is_valid_atom_with_the_dates_of_the_content():
    dated = [page for page in ARTICLES if page.name == "index.html" and metas(page).get("PubDate")]
    if not dated and not FEED.exists():
        return
    feed = ElementTree.parse(FEED).getroot()
    assert feed.tag == ATOM + "feed"
    stamp = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:00\+08:00")
    entries = feed.findall(ATOM + "entry")
    assert len(entries) >= len(dated)
    ids = [element.text for element in feed.iter(ATOM + "id")]
    assert len(ids) == len(set(ids)) == len(entries) + 1
    assert all(re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", id) for id in ids)
    for element in [feed, *entries]:
        for name in ("title", "id", "updated"):
            assert element.findtext(ATOM + name).strip(), name
        assert stamp.fullmatch(element.findtext(ATOM + "updated"))
        assert element.find(ATOM + "link") is not None
    updates = [entry.findtext(ATOM + "updated") for entry in entries]
    assert updates == sorted(updates, reverse=True)
    assert feed.findtext(ATOM + "updated") == updates[0]
    for entry in entries:
        assert entry.findtext(f"{ATOM}author/{ATOM}name").strip()
        assert local(entry.find(ATOM + "link").get("href"), FEED).is_file()


def test_corrections_are_shown_at_the_cell_on_the_report_and_in_the_feed():
    for folder in REPORTS:
        listed = {
            item.get("id"): item
            for part in with_class(document(folder / "index.html"), "corrections")
            for item in part.iter("li")
        }
        for page in folder.glob("*.html"):
            for cell in document(page).iter("td"):
                if cell.get("data-earlier") is None:
                    continue
                for id in cell.get("aria-describedby").split():
                    assert any(e.get("id") == id for e in document(page).iter("li"))
                    assert id in listed
                item = listed[cell.get("aria-describedby").split()[-1]]
                assert text_of(next(item.iter("ins"))) == text_of(cell)
                assert text_of(next(item.iter("del"))) == cell.get("data-earlier")
        if listed:
            assert FEED.read_text(encoding="utf-8").count("#correction-") >= len(listed)


def test_not_found_page_needs_no_place_of_its_own():
    page = document(SITE / "404.html")
    hrefs = [e.get("href") for e in page.iter() if e.tag in ("a", "link") and e.get("href")]
    if links(SITE / "index.html", "canonical"):
        assert all(href.startswith(("/", "#")) for href in hrefs)
    assert text_of(page.find(".//h1"))
