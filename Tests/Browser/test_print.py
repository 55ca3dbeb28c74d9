"""On paper every sheet of a table says what its columns are, and nothing is lost."""

import subprocess

import pytest
from published import PAGES, table_element, text_of


def words(pdf):
    """The words of each sheet, without white space."""
    text = subprocess.run(
        ["pdftotext", "-layout", str(pdf), "-"], capture_output=True, text=True, check=True
    ).stdout
    return ["".join(sheet.split()) for sheet in text.split("\f") if sheet.strip()]


PRINTED = [page for page in PAGES if table_element(page) is not None]


@pytest.mark.parametrize("page", PRINTED, ids=str)
def test_sheets_repeat_the_header_and_hold_every_row(watched, files, page, tmp_path):
    opened = watched.open(f"{files}{page}")
    pdf = tmp_path / "table.pdf"
    opened.pdf(path=str(pdf), prefer_css_page_size=True)
    sheets = words(pdf)
    table = table_element(page)
    heads = [text_of(th) for th in table.iter("th") if (th.get("id") or "").startswith("col.")]
    rows = [tr for part in table if part.tag in ("tbody", "tfoot") for tr in part]
    amounts = [
        text_of(cell) for tr in rows for cell in tr
        if (cell.get("class") or "") == "amount" and text_of(cell)
    ]
    everything = "".join(sheets)
    for amount in set(amounts):
        assert everything.count(amount) >= amounts.count(amount), amount
    if heads:
        # Long titles are broken within narrow columns; the short ones stay in one piece.
        short = [head.replace(" ", "") for head in heads if len(head) <= 5]
        for sheet in sheets:
            assert all(head in sheet for head in short), sheet[:200]
    assert all("第" in sheet and "页，共" in sheet for sheet in sheets)
