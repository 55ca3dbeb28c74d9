"""Every figure of a report's first screen is a cell's, and so are the bars beside them."""

import re
from decimal import Decimal

import pytest
from pages import REPORTS, cell_of, document, records, text_of, with_class


@pytest.fixture(params=REPORTS, ids=lambda folder: folder.name)
def page(request):
    return request.param / "index.html"


def overview(page):
    (section,) = with_class(document(page), "overview")
    return section


def number(text):
    return Decimal(text.replace(",", ""))


def test_figures_are_the_cells_they_link_to_and_stand_in_the_csv(page):
    links = [a for a in overview(page).iter("a") if "#" in a.get("href", "") and a.get("href")[0] != "#"]
    assert len(links) >= 6
    for link in links:
        target, cell = cell_of(page, link.get("href"))
        shown = re.sub(r"[元万亿]+$", "", text_of(link))
        assert shown == text_of(cell)
        # The cell's own place in the CSV: its column by the id behind the last point, its value
        # among that column's.
        column = cell.get("id").rpartition(".")[2]
        header, rows = records(target.with_suffix(".csv"))
        place = next(
            i for i, col in enumerate(document(target).iter("col")) if col.get("data-column") == column
        )
        assert number(shown) in {number(row[place]) for row in rows if re.match(r"^-?[\d,.]+$", row[place])}
        assert len(header) > place


def test_shares_are_shares_of_the_total_they_name(page):
    seen = 0
    for row in overview(page).iter("tr"):
        share = [cell for cell in row if "share" in (cell.get("class") or "").split()]
        if not share:
            continue
        total = Decimal(share[0].get("data-of"))
        amount = number(text_of(next(c for c in row if (c.get("class") or "") == "amount")))
        expected = (amount * 100 / total).quantize(Decimal("0.01"), "ROUND_HALF_UP")
        assert text_of(share[0]) == f"{expected}%"
        for rect in row.iter("rect"):
            assert Decimal(rect.get("width")) == expected
        seen += 1
    assert seen >= 3


def test_rankings_go_from_the_largest_down(page):
    for figure in with_class(overview(page), "ranking"):
        amounts = [number(text_of(td)) for td in with_class(figure, "amount") if td.tag == "td"]
        assert amounts == sorted(amounts, reverse=True)


def test_changes_are_differences_of_the_figures(page):
    pattern = re.compile(
        r"比\d{4}年的([\d,.]+)(?:元|万元)(增加|减少)(约?)([\d,.]+)(?:元|万元)，(?:增长|下降)约?([\d.]+)%"
    )
    seen = 0
    for element in with_class(overview(page), "change"):
        target = element if element.get("data-of") else element[0]
        found = pattern.search(text_of(element))
        assert found, text_of(element)
        before, now = number(found[1]), Decimal(target.get("data-of"))
        if not found[3]:
            assert abs(now - before) == number(found[4])
        assert (now > before) == (found[2] == "增加")
        rate = (abs(now - before) * 100 / before).quantize(Decimal("0.01"), "ROUND_HALF_UP")
        assert rate == Decimal(found[5])
        seen += 1
    assert seen


def test_every_chart_is_a_table_with_a_name(page):
    figures = with_class(overview(page), "overview-chart")
    assert 1 <= len(figures) <= 3
    ids = {e.get("id") for e in document(page).iter() if e.get("id")}
    for figure in figures:
        (table,) = figure.iter("table")
        assert table.get("aria-labelledby") in ids
        for svg in figure.iter("svg"):
            if svg.get("role") == "img":
                assert [child.tag for child in svg][:2] == ["title", "desc"]
                assert set(svg.get("aria-labelledby").split()) <= ids
            else:
                assert svg.get("aria-hidden") == "true"


def test_terms_link_to_their_explanation_once_in_each_part(page):
    article = with_class(document(page), "narrative")[0]
    for part in (overview(page), article):
        targets = [a.get("href") for a in with_class(part, "term")]
        assert len(targets) == len(set(targets))
        for href in targets:
            _, item = cell_of(page, href)
            assert item.tag == "li"
            assert next(item.iter("dfn")) is not None
        for heading in part.iter():
            if re.fullmatch("h[1-6]", heading.tag):
                assert not with_class(heading, "term")
