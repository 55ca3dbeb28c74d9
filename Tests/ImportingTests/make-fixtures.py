#!/usr/bin/env python3
"""Makes the Word files and workbooks of these tests out of the 2021 disclosure's text, with programs
that have nothing to do with sitegen: pandoc, python-docx, openpyxl and LibreOffice.

Run it by hand after changing it: pip install python-docx openpyxl; apt install pandoc
libreoffice-writer libreoffice-calc. The results are committed.
"""

import html
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import docx
import openpyxl
from openpyxl.styles import Alignment, Border, Side

HERE = Path(__file__).parent
OUT = HERE / "Fixtures"
SOURCE = HERE.parent / "LoadingTests" / "Fixtures" / "2021-disclosure.txt"
AMOUNT = re.compile(r"-?[\d,]*\d\.\d\d$")


def blocks():
    """The source as ("p", text) and ("table", rows)."""
    result, rows, row = [], [], []
    for line in SOURCE.read_text(encoding="utf-8").splitlines() + ["end"]:
        line = line.replace("[bookmark: _GoBack]", "")
        if line.startswith("\t"):
            row.append(line[1:])
            continue
        if row:
            rows.append(row)
            row = []
        if line.strip():
            if rows:
                result.append(("table", rows))
                rows = []
            result.append(("p", line))
    return result[:-1]


def spans(rows):
    """For each row its cells as (text, column, column span, row span)."""
    width = max(len(row) for row in rows)
    result = []
    for index, row in enumerate(rows):
        cells = [(text, column, 1, 1) for column, text in enumerate(row)]
        filled = [text for text in row if text.strip()]
        if len(row) == 1 and width > 1:  # a title over the whole table
            cells = [(row[0], 0, width, 1)]
        elif filled == ["收入", "支出"]:
            cells = [("收入", 0, 2, 1), ("支出", 2, 2, 1)]
        elif row[0] == "科目":
            cells = [("科目", 0, 2, 1)] + [(t, i + 1, 1, 2) for i, t in enumerate(row[1:], 1)]
        elif index and rows[index - 1][0] == "科目":
            cells = cells[:2]
        elif width == 3 and len(row) == 2 and index > 1:  # the paper form
            cells = [(row[0], 0, 1, 1), (row[1], 1, 2, 1)]
        elif width > len(row):
            cells = cells[:-1] + [(row[-1], len(row) - 1, width - len(row) + 1, 1)]
        result.append(cells)
    if width == 3 and any(row[0] == "绩效指标" for row in rows):
        for start, name in ((i, r[0]) for i, r in enumerate(rows) if r[0] in ("绩效指标", "部门（单位）总体资金情况（万元）")):
            end = start + 1
            while end < len(rows) and rows[end][0] == "" and len(rows[end]) == 3:
                result[end] = result[end][1:]
                end += 1
            result[start][0] = (name, 0, 1, end - start)
    return result, width


def by_pandoc(name):
    parts = ["<meta charset=utf-8>"]
    for kind, content in blocks():
        if kind == "p":
            text = content.strip()
            # "1.负责" must stay words, not become a list.
            parts.append(f"<p>{html.escape(text)}</p>")
            continue
        rows, _ = spans(content)
        parts.append("<table>")
        for row in rows:
            cells = "".join(
                f"<td colspan={c} rowspan={r}>"
                + re.sub(r" (?= )|^ ", "\u00a0", html.escape(text))
                + "</td>"
                for text, _, c, r in row
            )
            parts.append(f"<tr>{cells}</tr>")
        parts.append("</table>")
    subprocess.run(
        ["pandoc", "-f", "html", "-t", "docx", "-o", OUT / name], input="\n".join(parts), text=True, check=True
    )


def heading_level(text, seen):
    if re.match(r"第.部分", text):
        return 1
    if re.match(r"[一二三四五六七八九十]+、", text):
        return 2
    if re.match(r"（[一二三四五六七八九十]+）", text):
        return 3
    return 0


def fill(table, rows, width):
    for index, row in enumerate(rows):
        for text, column, columns, height in row:
            cell = table.cell(index, column)
            if columns > 1 or height > 1:
                cell = cell.merge(table.cell(index + height - 1, column + columns - 1))
            cell.text = text


def by_python_docx(name, with_tables=True, page=0):
    """With headings in styles, and where `page` is given, tables split after so many rows."""
    document = docx.Document()
    document.sections[0].footer.paragraphs[0].text = "- 1 -"
    count = 0
    for index, (kind, content) in enumerate(blocks()):
        if kind == "p":
            count += content.startswith("第一部分")
            level = heading_level(content.strip(), count) if count > 1 else 0
            if not with_tables and content.strip().startswith("表") and count > 1:
                continue
            if not with_tables and content.startswith("注："):
                continue
            if index == 0:
                document.add_heading(content.strip(), 0)
            elif level:
                document.add_heading(content.strip(), level)
            else:
                document.add_paragraph(content)
        elif with_tables:
            rows, width = spans(content)
            pieces = [rows]
            if page and len(rows) > page + 4 and width > 3:
                pieces = [rows[:page], rows[page:]]
            for number, piece in enumerate(pieces):
                if number:
                    document.add_paragraph("")
                table = document.add_table(len(piece), width)
                table.style = "Table Grid"
                fill(table, piece, width)
    document.save(OUT / name)


def by_openpyxl(name):
    book = openpyxl.Workbook()
    book.remove(book.active)
    line = Side(style="thin")
    sheet = None
    for kind, content in blocks():
        if kind == "p":
            match = re.match(r"\s*(表[一二三四五六七八九十]+)、", content)
            if match and sheet is None or match and sheet.max_row > 1:
                sheet = book.create_sheet(match[1])
                title = content
            elif content.startswith("注：") and sheet is not None and sheet.max_row > 1:
                sheet.cell(sheet.max_row + 2, 1, content)
            continue
        rows, width = spans(content)
        for index, row in enumerate(rows, 2):  # a padding row above, a padding column before
            for text, column, columns, height in row:
                cell = sheet.cell(index, column + 2)
                if AMOUNT.match(text):
                    cell.value = float(text.replace(",", ""))
                    cell.number_format = "#,##0.00"
                elif text:
                    spaces = len(text) - len(text.lstrip(" "))
                    cell.value = text.strip(" ")
                    if spaces:
                        cell.alignment = Alignment(indent=spaces // 2)
                cell.border = Border(line, line, line, line)
                if columns > 1 or height > 1:
                    sheet.merge_cells(
                        start_row=index, start_column=column + 2,
                        end_row=index + height - 1, end_column=column + columns + 1,
                    )
    sheet.cell(1_000_000, 40).border = Border(line, line, line, line)  # as stray formats do
    book.save(OUT / name)


def by_libreoffice(source, ending, through, name):
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["soffice", "--headless", "--convert-to", through, "--outdir", folder, OUT / source], check=True, capture_output=True)
        middle = Path(folder) / (Path(source).stem + "." + through)
        if ending:
            subprocess.run(["soffice", "--headless", "--convert-to", ending, "--outdir", folder, middle], check=True, capture_output=True)
            middle = middle.with_suffix("." + ending)
        (OUT / name).write_bytes(middle.read_bytes())


if __name__ == "__main__":
    OUT.mkdir(exist_ok=True)
    by_pandoc("pandoc.docx")
    by_python_docx("python-docx.docx")
    by_python_docx("split.docx", page=12)
    by_python_docx("narrative.docx", with_tables=False)
    by_openpyxl("openpyxl.xlsx")
    by_libreoffice("python-docx.docx", "docx", "odt", "libreoffice.docx")
    by_libreoffice("openpyxl.xlsx", "xlsx", "ods", "libreoffice.xlsx")
    by_libreoffice("python-docx.docx", None, "odt", "libreoffice.odt")
    by_libreoffice("openpyxl.xlsx", None, "xls", "excel97.xls")
    sys.exit(0)
