"""What the tests of `sitegen import` know of files and of what the command says."""

import csv
import io
import re
import unicodedata
import zipfile
from xml.etree import ElementTree

from conftest import ROOT

FIXTURES = ROOT / "Tests" / "ImportingTests" / "Fixtures"
SOURCE = ROOT / "Tests" / "LoadingTests" / "Fixtures" / "2021-disclosure.txt"
COMMITTED = ROOT / "Content" / "2021"


def without_bindings(text):
    """The text with every `[words](=…)` replaced by its words; parentheses may nest."""
    result = ""
    while (start := text.find("](=")) >= 0:
        opening = text.rindex("[", 0, start)
        end, depth = start + 2, 1
        while depth:
            depth += {"(": 1, ")": -1}.get(text[end], 0)
            end += 1
        result += text[:opening] + text[opening + 1 : start]
        text = text[end:]
    return result + text


def rows(path):
    """The cells of a CSV file; some programs write no-break spaces for spaces."""
    text = path.read_text(encoding="utf-8-sig").replace("\u00a0", " ")
    return list(csv.reader(io.StringIO(text)))


def balance(output):
    """How many cells were read, and what became of them, as the command says."""
    line = next(line for line in output.splitlines() if line.startswith("单元格："))
    read, *fates = (int(number) for number in re.findall(r"(\d+) 个", line))
    return read, fates


def is_filled(text):
    """Whether anything is to be seen: neither white space nor characters without shape."""
    return any(unicodedata.category(c) not in ("Cf", "Cc", "Zs", "Zl", "Zp") for c in text)


def cells_of_word(path):
    """The words of the cells in a Word file's tables, a merged one where it begins."""
    space = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    with zipfile.ZipFile(path) as archive:
        root = ElementTree.fromstring(archive.read("word/document.xml"))
    texts = ("".join(t.text or "" for t in cell.iter(space + "t")) for cell in root.iter(space + "tc"))
    return [text for text in texts if is_filled(text)]


def cells_of_workbook(path):
    """The cells of a workbook's visible sheets that are not in hidden rows or columns."""
    import openpyxl

    cells = []
    for sheet in openpyxl.load_workbook(io.BytesIO(path.read_bytes())):
        if sheet.sheet_state != "visible":
            continue
        hidden = {name for name, column in sheet.column_dimensions.items() if column.hidden}
        # Only the cells that there are: a stray format may stand in the last row.
        cells += [
            cell.value for cell in sheet._cells.values()
            if cell.value is not None and is_filled(str(cell.value))
            and cell.column_letter not in hidden and not sheet.row_dimensions[cell.row].hidden
        ]
    return cells


def cells_of_text(path):
    """The cells of a text file: lines that begin with a tab."""
    lines = path.read_text(encoding="utf-8").splitlines()
    lines = [re.sub(r"\[bookmark:[^\]]*\]", "", line) for line in lines if line.startswith("\t")]
    return [cell for line in lines for cell in line[1:].split("\t") if is_filled(cell)]


# Written by hand, so that no library opens them.
CRAFTED = {"slip.xlsx": ["2022年部门预算", "负责某事。", "负责他事。"], "wide-spans.docx": ["1"] * 8000}


def cells(path):
    """The filled cells of a file, read without sitegen."""
    if path.name in CRAFTED:
        return CRAFTED[path.name]
    counters = {"docx": cells_of_word, "xlsx": cells_of_workbook, "txt": cells_of_text}
    with open(path, "rb") as file:
        is_zip = file.read(2) == b"PK"
    kind = path.suffix[1:]
    if is_zip:
        with zipfile.ZipFile(path) as archive:
            kind = "docx" if "word/document.xml" in archive.namelist() else "xlsx"
    return counters[kind](path)
