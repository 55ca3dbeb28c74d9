"""Makes many reports out of one whose figures still reconcile.

Every amount of a report is multiplied by a whole number of its own, in the tables, in the
narrative and in the outside facts alike. Sums and differences hold as before and percentages
stay; only what is rounded to 万元 is rounded anew.
"""

import csv
import io
import re
import shutil
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

AMOUNT = re.compile(r"(?<![\d.])(\d+(?:\.\d+)?)(?=(?:万|亿)?元)")
CELL = re.compile(r"-?\d+\.\d{2}")
# Rounded to 万元 in the source, so that a multiple of it is not what the tables would round to.
ROUNDED_TABLE = "overall-performance.csv"


def factor(number: int) -> int:
    """A different whole number from 1 to 9973 for each of 9973 neighbouring reports."""
    return 1 + number * 7919 % 9973


def times(text: str, by: int) -> str:
    return AMOUNT.sub(lambda match: str(Decimal(match[1]) * by), text)


def table(text: str, by: int) -> str:
    """The CSV with its amounts, which all have two decimals, multiplied; codes are left alone."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    for row in csv.reader(io.StringIO(text)):
        writer.writerow(
            [str(Decimal(cell) * by) if CELL.fullmatch(cell) else cell for cell in row])
    return out.getvalue()


def rounded_table(text: str, expenditure: str, by: int) -> str:
    """表十二: basic expenditure and the total in 万元, and what is left as project expenditure."""
    total = [row for row in csv.reader(io.StringIO(expenditure))][-1]
    yuan = [Decimal(cell) * by for cell in total if CELL.fullmatch(cell)]
    in_all, basic = (
        (amount / 10000).quantize(Decimal("0.01"), ROUND_HALF_UP) for amount in yuan[:2])
    stated = {"资金总额：": in_all, "基本支出：": basic, "项目支出：": in_all - basic}
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    for row in csv.reader(io.StringIO(text)):
        writer.writerow([*row[:2], stated.get(row[1], row[2])])
    return out.getvalue()


class Original:
    """The report that the others are multiples of, read once."""

    def __init__(self, content: Path):
        folder = content / "2021"
        self.texts = {
            path.relative_to(folder): path.read_text(encoding="utf-8-sig")
            for path in sorted(folder.rglob("*")) if path.is_file()}

    def write(self, folder: Path, number: int) -> None:
        """Writes report `number`, of a department of its own, into the new folder."""
        by = factor(number)
        (folder / "tables").mkdir(parents=True)
        for path, text in self.texts.items():
            if path.name == ROUNDED_TABLE:
                text = rounded_table(text, self.texts[Path("tables/expenditure.csv")], by)
            elif path.suffix == ".csv":
                text = table(text, by)
            elif path.name == "report.yml":
                text = re.sub(r"(?m)^(department: .*)$", rf"\g<1>{number:05}", text)
            else:
                text = times(text, by)
            (folder / path).write_text(text, encoding="utf-8")


def folder_name(number: int) -> str:
    """Departments have neighbours' names, and a folder for each year."""
    return f"d{number:05}/2021"


def write_content(source: Path, target: Path, reports: int, downloads: str, search: bool) -> None:
    """A content folder with this many reports."""
    target.mkdir(parents=True)
    shutil.copytree(source / "forms", target / "forms")
    site = (source / "site.yml").read_text(encoding="utf-8")
    site = re.sub(r"(?m)^downloads:.*$", f"downloads: [{downloads}]", site)
    if not search:
        site += "search: false\n"
    (target / "site.yml").write_text(site, encoding="utf-8")
    original = Original(source)
    for number in range(1, reports + 1):
        original.write(target / folder_name(number), number)
