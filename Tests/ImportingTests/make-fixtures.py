#!/usr/bin/env python3
"""Makes the Word files and workbooks of these tests out of the 2021 disclosure's text, with programs
that have nothing to do with sitegen: pandoc, python-docx, openpyxl and LibreOffice.

Run it by hand after changing it: pip install python-docx openpyxl; apt install pandoc
libreoffice-writer libreoffice-calc. The results are committed.
"""

import html
import re
import struct
import subprocess
import sys
import tempfile
import zlib
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


def sheet_of(book, name, rows, merges=(), formats="#,##0.00"):
    sheet = book.create_sheet(name)
    for row in rows:
        sheet.append(list(row))
    for line in sheet.iter_rows():
        for cell in line:
            if isinstance(cell.value, float):
                cell.number_format = formats
    for merge in merges:
        sheet.merge_cells(merge)
    return sheet


def other_district(name):
    """Three code columns, headers of three rows, a wide table in 万元, two tables on a sheet."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    sheet_of(
        book, "收入",
        [
            ["预算01表"], ["部门收入总表"], ["单位：元"],
            ["科目编码", None, None, "科目名称", "合计", "财政拨款", None],
            ["类", "款", "项", None, None, "一般公共预算", "政府性基金预算"],
            ["栏次", None, None, None, 1, 2, 3],
            ["201", None, None, "一般公共服务支出", 300.5, 300.5, None],
            [None, "03", None, "政府办公厅", 300.5, 300.5, None],
            [None, None, "01", "行政运行", 200.25, 200.25, None],
            [None, None, "50", "事业运行", 100.25, 100.25, None],
            [None, None, None, "合计", 300.5, 300.5, None],
            ["注：本表不含上年结转。"],
        ],
        ["A1:G1", "A2:G2", "A4:C4", "D4:D5", "E4:E5", "F4:G4", "A12:G12"],
    )
    sheet_of(
        book, "支出和三公",
        [
            ["部门支出总表"], ["单位：元"],
            ["功能分类科目编码", "科目名称", "合计", "基本支出", "项目支出"],
            ["201", "一般公共服务支出", 300.5, 200.25, 100.25],
            ["20103", "政府办公厅", 300.5, 200.25, 100.25],
            ["2010301", "行政运行", 200.25, 200.25, None],
            ["2010350", "事业运行", 100.25, None, 100.25],
            ["合计", None, 300.5, 200.25, 100.25],
            [], [],
            ["2022年“三公”经费预算表"], ["单位：万元"],
            ["合计", "因公出国（境）费", "公务用车购置及运行费", None, None, "公务接待费"],
            [None, None, "小计", "购置费", "运行费", None],
            [12.3456, 0.0, 10.0, 0.0, 10.0, 2.3456],
            ["备注：按厉行节约要求压减。"],
        ],
        ["A1:E1", "A8:B8", "A11:F11", "A13:A14", "B13:B14", "C13:E13", "F13:F14"],
        formats="0.00##",
    )
    hidden = sheet_of(book, "底稿", [["不公开", 1.5]])
    hidden.sheet_state = "hidden"
    book.save(OUT / name)


def in_ten_thousands(name):
    book = openpyxl.Workbook()
    book.remove(book.active)
    sheet_of(
        book, "表三",
        [
            ["表三"], ["部门支出总体情况表"], ["2021年", None, None, None, None, None, "单位：万元"],
            ["科目编码", "科目名称", "合计", "基本支出", "项目支出", "上缴上级支出", "事业单位经营支出", "对下级单位补助支出"],
            ["201", "一般公共服务支出", 92.26, 92.26], [None, "总计", 92.26, 92.26],
        ],
    )
    book.save(OUT / name)


def numbered(name):
    """Headings whose numbers Word makes itself; a picture, a page header, an unknown small table."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "某某局预算公开"
    numbering = document.part.numbering_part.element
    levels = [("chineseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3.")]
    xml = "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{f}"/><w:lvlText w:val="{t}"/></w:lvl>'
        for i, (f, t) in enumerate(levels)
    )
    numbering.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">{xml}</w:abstractNum>'))
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))

    def add(text, level=None):
        paragraph = document.add_paragraph(text)
        if level is not None:
            paragraph._p.get_or_add_pPr().append(
                parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="77"/></w:numPr>')
            )

    add("某某局2022年部门预算说明")
    add("部门职责", 0)
    add("主要职责", 1)
    add("负责甲事；", 2)
    add("负责乙事。", 2)
    add("", 2)
    add("人员情况", 1)
    add("*编制* 10人，[在职]9人。1. 不是列表")
    add("收支情况", 0)
    add("2022年收入预算10元。")
    table = document.add_table(2, 2)
    for cell, text in zip(table._cells, ["编制", "人数", "行政", "10"]):
        cell.text = text
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    png = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    png += chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b"")
    with tempfile.NamedTemporaryFile(suffix=".png") as picture:
        picture.write(png)
        picture.flush()
        document.add_picture(picture.name)
    document.save(OUT / name)


def footnote(name):
    """Printed contents with page numbers, a footnote, a numbered sentence, a title of two lines."""
    text = """北京市某某局

2022年部门预算说明

目 录

第一部分 部门概况\\.........1

第二部分 收支情况\\.........2

# 第一部分 部门概况 {-}

本局有职工10人[^1]。

## 机构设置

内设机构3个。

# 第二部分 收支情况 {-}

2022年收入预算10元。

1.只有一条。

[^1]: 不含借调人员。
"""
    subprocess.run(["pandoc", "-f", "markdown", "-t", "docx", "-o", OUT / name], input=text, text=True, check=True)


def hostile():
    import zipfile

    whole = (OUT / "openpyxl.xlsx").read_bytes()
    (OUT / "damaged.xlsx").write_bytes(whole[: len(whole) // 2])
    (OUT / "encrypted.docx").write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(512))
    with zipfile.ZipFile(OUT / "bomb.docx", "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("word/document.xml", b"<a>" + b" " * (60 << 20) + b"</a>")
    with zipfile.ZipFile(OUT / "entities.docx", "w", zipfile.ZIP_DEFLATED) as entities:
        entities.writestr(
            "word/document.xml",
            '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]><document><body>&c;</body></document>',
        )
    openpyxl.Workbook().save(OUT / "empty.xlsx")
    text = "2021年部门预算\n一、职责\n负责某事。\n"
    (OUT / "gb18030.txt").write_bytes(text.encode("gb18030"))


if __name__ == "__main__":
    OUT.mkdir(exist_ok=True)
    other_district("other-district.xlsx")
    in_ten_thousands("ten-thousands.xlsx")
    numbered("numbered.docx")
    footnote("footnote.docx")
    by_pandoc("pandoc.docx")
    by_python_docx("python-docx.docx")
    by_python_docx("split.docx", page=12)
    by_python_docx("narrative.docx", with_tables=False)
    by_openpyxl("openpyxl.xlsx")
    by_libreoffice("python-docx.docx", "docx", "odt", "libreoffice.docx")
    by_libreoffice("openpyxl.xlsx", "xlsx", "ods", "libreoffice.xlsx")
    by_libreoffice("python-docx.docx", None, "odt", "libreoffice.odt")
    by_libreoffice("openpyxl.xlsx", None, "xls", "excel97.xls")
    hostile()
    sys.exit(0)
