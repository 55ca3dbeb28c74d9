"""Reads the downloads of a built site as other people's programs would.

The site is the folder that $SITE names, public/ if it names none.
"""

import csv
import io
import json
import os
import re
import zipfile
from decimal import Decimal
from functools import cache
from pathlib import Path

import openpyxl

SITE = Path(os.environ.get("SITE") or Path(__file__).parents[2] / "public").resolve()
REPORTS = sorted(path.parent for path in SITE.rglob("data.json"))
if not REPORTS:
    raise SystemExit(f"no data.json in {SITE}: build the site, or name its folder in $SITE")

PLAIN_AMOUNT = re.compile(r"-?\d+(\.\d+)?")


class Report:
    """One report's folder with its files."""

    def __init__(self, folder):
        self.folder = folder
        self.name = str(folder.relative_to(SITE))
        self.data = json.loads((folder / "data.json").read_text(encoding="utf-8"))
        self.package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
        self.workbook = openpyxl.load_workbook(folder / "tables.xlsx")
        self.archive = zipfile.ZipFile(folder / "tables.xlsx")

    def tables(self):
        """The tables that are there, each with its sheet."""
        for table, sheet in zip(self.data["tables"], self.workbook.worksheets, strict=True):
            if table["presence"] != "absent":
                yield table, sheet

    def csv(self, table):
        """The header and the records of a table's CSV file."""
        raw = (self.folder / (table["id"] + ".csv")).read_bytes()
        assert raw.startswith(b"\xef\xbb\xbf"), "Excel in China expects a byte-order mark"
        text = raw.decode("utf-8-sig")
        header, *records = csv.reader(io.StringIO(text, newline=""), strict=True)
        assert all(len(record) == len(header) for record in records)
        return header, records


@cache
def report(folder):
    return Report(folder)


def decimal_of(number):
    """The decimal number that a program shows for a binary one."""
    return Decimal(repr(number))


def plain(text):
    """A CSV field without the apostrophe that keeps it from being a formula."""
    return text[1:] if re.match(r"'[=+\-@\t\r\n＝＋－＠]", text) else text
