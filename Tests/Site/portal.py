"""Builds a site of several departments, and reads its pages as programs do."""

import os
import subprocess
from decimal import Decimal
from pathlib import Path

import html5lib

import district

ROOT = Path(__file__).parents[2]
SITEGEN = Path(os.environ.get("SITEGEN") or ROOT / ".build/debug/sitegen").resolve()


def build(folder: Path, reports) -> tuple[Path, str]:
    district.write(folder / "Content", reports)
    run = subprocess.run(
        [SITEGEN, "--templates", ROOT / "Templates"], cwd=folder, capture_output=True, text=True)
    assert run.returncode == 0, run.stdout
    return folder / "public", run.stdout


def page(path: Path):
    return html5lib.parse(path.read_text(encoding="utf-8"), namespaceHTMLElements=False)


def words(element) -> str:
    return " ".join("".join(element.itertext()).split())


def table(path: Path):
    """The header's texts, and for each row its name and its cells."""
    found = page(path).find(".//table[@class='figures']")
    head = [words(cell) for cell in found.findall("./thead/tr/th")]
    rows = {
        words(row.find("./th")): row.findall("./td")
        for row in found.findall("./tbody/tr") + found.findall("./tfoot/tr")}
    return head, rows


def number(cell) -> Decimal | None:
    text = cell.text if cell.find("./a") is None else cell.find("./a").text
    return Decimal(text.replace(",", "")) if text else None
