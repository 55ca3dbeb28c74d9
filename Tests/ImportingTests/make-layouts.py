#!/usr/bin/env python3
"""Makes Word files and workbooks in the layouts that departments use, and some that attackers would.

Run it by hand after changing it: pip install python-docx openpyxl. The results are committed; what
they must give is in Tests/Command/test_import_layouts.py.
"""

import runpy
import zipfile
from pathlib import Path

import docx
import openpyxl
from openpyxl.styles import Alignment, Border, Side

OUT = Path(__file__).parent / "Fixtures"
SHARED = runpy.run_path(str(Path(__file__).parent / "make-fixtures.py"))
sheet_of, blocks, by_openpyxl = SHARED["sheet_of"], SHARED["blocks"], SHARED["by_openpyxl"]

REVENUE_HEADER = [["科目编码", "科目名称", "合计", "财政拨款", None], [None, None, None, "一般公共预算", "政府性基金预算"]]
REVENUE = [
    ["201", "一般公共服务支出", 300.5, 300.5, None],
    ["20103", "政府办公厅", 300.5, 300.5, None],
    ["2010301", "行政运行", 200.25, 200.25, None],
    ["2010350", "事业运行", 100.25, 100.25, None],
    [None, "合计", 300.5, 300.5, None],
]
EXPENDITURE_HEADER = [["科目编码", None, None, "科目名称", "合计", "基本支出", "项目支出"],
                      ["类", "款", "项", None, None, None, None]]
EXPENDITURE = [
    ["201", None, None, "一般公共服务支出", 300.5, 200.25, 100.25],
    ["201", "03", None, "政府办公厅", 300.5, 200.25, 100.25],
    ["201", "03", "01", "行政运行", 200.25, 200.25, None],
    ["201", "03", "50", "事业运行", 100.25, None, 100.25],
    [None, None, None, "合计", 300.5, 200.25, 100.25],
]
THREE_PUBLIC = [
    ["合计", "因公出国（境）费", "公务用车购置及运行费", None, None, "公务接待费"],
    [None, None, "小计", "购置费", "运行费", None],
    [12.3456, 0.0, 10.0, 0.0, 10.0, 2.3456],
]


def workbook():
    book = openpyxl.Workbook()
    book.remove(book.active)
    return book


def side_by_side(name):
    """Revenue and expenditure beside each other under one title, an empty column between them."""
    book = workbook()
    left = [["部门收入总表"], ["单位：元"], *REVENUE_HEADER, *REVENUE, ["注：本表不含上年结转。"]]
    right = [["部门支出总表"], ["单位：元"], *EXPENDITURE_HEADER, *EXPENDITURE]
    rows = [["2022年部门收支预算"]]
    for index in range(max(len(left), len(right))):
        first = left[index] if index < len(left) else []
        second = right[index] if index < len(right) else []
        rows.append(first + [None] * (6 - len(first)) + second)
    sheet_of(book, "收支", rows, ["A1:M1", "A2:E2", "G2:M2", "D4:E4", "G4:I4"])
    book.save(OUT / name)


def padded(name):
    """Empty rows and columns before, after and between, spaces within titles, blanks that are not."""
    book = workbook()
    sheet = book.create_sheet("Sheet1")
    rows = [["部 门 收 入 总 表"], [None, None, None, None, "单位： 元"], [], *REVENUE_HEADER]
    for row in REVENUE:
        rows += [row, []]
    for index, row in enumerate(rows):
        for column, value in enumerate(row):
            # Every second column is padding.
            cell = sheet.cell(index + 5, column * 2 + 4, value)
            if isinstance(value, float):
                cell.number_format = "#,##0.00"
    sheet.cell(4, 2, "\u3000 ")
    sheet.cell(900, 60).border = Border(Side(style="thin"))
    sheet.merge_cells("J8:L8")
    book.create_sheet("Sheet2")
    book["Sheet1"].cell(3, 4, "2022年部门预算")
    book.save(OUT / name)


def notes(name):
    """Notes of several lines under a table, and a line beside it that nobody asked for."""
    book = workbook()
    sheet_of(
        book, "公开01表",
        [["2022年部门收入总表"], ["编制单位：某某区某某局", None, None, None, "单位：元"],
         *REVENUE_HEADER, *REVENUE,
         ["注：1.本表不含上年结转。"], ["2.因四舍五入，合计可能与各项之和略有出入。"], ["审核人：张三"]],
        ["A1:E1", "D3:E3"],
    )
    book.save(OUT / name)


def repeated(name):
    """A table split over three pages of a Word file: title and header again, header again, neither."""
    document = docx.Document()
    document.add_paragraph("某某局2022年部门预算")
    rows = [[str(2010300 + i), f"事项{i}", f"{i},000.00", f"{i},000.00", ""] for i in range(1, 10)]

    def table(content, with_header):
        header = [["科目编码", "科目名称", "合计", "财政拨款", ""], ["", "", "", "一般公共预算", "政府性基金预算"]]
        content = (header if with_header else []) + content
        made = document.add_table(len(content), 5)
        for line, row in enumerate(content):
            for column, text in enumerate(row):
                if text:
                    made.cell(line, column).text = text
        if with_header:
            made.cell(0, 3).merge(made.cell(0, 4))
            for column in range(3):
                made.cell(0, column).merge(made.cell(1, column))

    document.add_paragraph("部门收入总表")
    document.add_paragraph("单位：元")
    table(rows[:3], True)
    document.add_paragraph("续表：部门收入总表")
    document.add_paragraph("单位：元")
    table(rows[3:6], True)
    document.add_paragraph("")
    table(rows[6:] + [["", "合计", "45,000.00", "45,000.00", ""]], False)
    document.save(OUT / name)


def two_sheets(name):
    """One table that goes on on the next sheet, which says so."""
    book = workbook()
    sheet_of(book, "表一", [["2022年部门收入总表"], ["单位：元"], *REVENUE_HEADER, *REVENUE[:2]], ["D3:E3"])
    sheet_of(book, "表一（续）", [["部门收入总表（续）"], *REVENUE_HEADER, *REVENUE[2:]], ["D2:E2"])
    book.save(OUT / name)


def unit_in_header(name):
    """The unit only in a header cell, and not the form's."""
    book = workbook()
    header = [["科目编码", "科目名称", "合计（万元）", "财政拨款", None], REVENUE_HEADER[1]]
    sheet_of(book, "收入", [["2022年部门收入总表"], *header, ["201", "一般公共服务支出", 0.03, 0.03, None]], ["D2:E2"])
    book.save(OUT / name)


def in_words(name):
    """Narrative with a small table, then two tables of the form set, all in one workbook."""
    book = workbook()
    sheet_of(
        book, "情况说明",
        [["某某局2022年部门预算情况说明"], ["一、部门职责"], ["负责甲事。"], ["负责乙事；\n并负责丙事。"], [],
         ["二、人员情况"], ["编制如下表。"], ["类别", "人数"], ["行政", 10], ["事业", 20], ["共30人。"],
         ["三、“三公”经费"], ["2022年预算12.35万元。"]],
    )
    sheet_of(book, "收入", [["部门收入总表"], ["单位：元"], *REVENUE_HEADER, *REVENUE], ["D3:E3"])
    sheet_of(book, "三公", [["2022年“三公”经费预算表"], ["单位：万元"], *THREE_PUBLIC], ["C3:E3"], formats="0.00##")
    book.save(OUT / name)


def hidden_lines(name):
    """Rows and columns that the workbook hides are not for the public."""
    book = workbook()
    sheet = sheet_of(
        book, "收入", [["2022年部门收入总表"], ["单位：元"], *REVENUE_HEADER,
                     ["2010399", "内部测算", 999.0, 999.0, None], *REVENUE], ["D3:E3"])
    sheet.row_dimensions[5].hidden = True
    for row in range(3, 11):
        sheet.cell(row, 8, "内部备注" if row == 3 else f"底数{row}")
    sheet.column_dimensions["H"].hidden = True
    book.save(OUT / name)


def paper_form(name):
    """The performance form of the 2021 set as a workbook, with other merges than in Word."""
    rows = next(
        content for kind, content in blocks()
        if kind == "table" and any(row[0] == "绩效指标" for row in content)
    )
    book = workbook()
    sheet = book.create_sheet("表十二")
    sheet.append(["表十二、部门整体支出绩效目标申报表"])
    sheet.append(["（2021年度）"])
    start = None
    for index, row in enumerate(rows, 3):
        cells = [text.strip() for text in row]
        for column, text in enumerate(cells if len(cells) == 3 else [cells[0], None, *cells[1:]], 1):
            if text:
                sheet.cell(index, column, text)
        if len(cells) == 2:
            sheet.merge_cells(start_row=index, start_column=2, end_row=index, end_column=3)
            sheet.cell(index, 2, cells[1])
        if cells[0]:
            start = index
    sheet.merge_cells("A1:C1")
    sheet.merge_cells("A2:C2")
    book.save(OUT / name)


def whole(name):
    """The 2021 disclosure in one workbook: the narrative on the first sheet, a line to a row."""
    by_openpyxl(name)
    book = openpyxl.load_workbook(OUT / name)
    sheet = book.create_sheet("情况说明", 0)
    count = 0
    for kind, text in blocks():
        if kind != "p":
            continue
        count += text.startswith("第一部分")
        is_table = text.strip().startswith("表") and count > 1 or text.startswith("注：")
        if not is_table:
            sheet.append([text.strip()])
            sheet.cell(sheet.max_row, 1).alignment = Alignment(wrap_text=True)
    book.save(OUT / name)


def zipped(name, members):
    with zipfile.ZipFile(OUT / name, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in members.items():
            archive.writestr(path, content)


def hostile():
    def book(members):
        root = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        return {
            "xl/workbook.xml": f'<workbook xmlns:r="{root}"><sheets><sheet name="一" r:id="r1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": '<Relationships><Relationship Id="r1" Type="a/worksheet" '
            'Target="worksheets/sheet1.xml"/></Relationships>',
            "xl/worksheets/sheet1.xml": "<worksheet><sheetData><row><c t='str'><v>2022年部门预算</v></c></row>"
            "<row><c t='str'><v>负责某事。</v></c></row><row><c t='str'><v>负责他事。</v></c></row></sheetData></worksheet>",
            **members,
        }

    laughs = '<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb">' + "".join(
        f'<!ENTITY b{i} "{"&b%s;" % (i - 1 or "") * 10}">' for i in range(1, 10)) + "]><document>&b9;</document>"
    zipped("late-entities.docx", {"word/document.xml": "<!--" + " " * 5000 + "-->" + laughs})
    zipped("wide-entities.docx", {
        "word/document.xml": ('<?xml version="1.0" encoding="UTF-16"?>' + laughs).encode("utf-16")})
    zipped("slip.xlsx", book({
        "../../../../tmp/sitegen-slip.txt": "slip", "/tmp/sitegen-slip.txt": "slip",
        "xl/media/../../../evil.png": "slip", "xl/media/说明.txt": "slip", "-o": "slip"}))
    zipped("crowded.xlsx", book({f"xl/x{i}.xml": "" for i in range(5000)}))
    zipped("lost-sheet.xlsx", {"xl/workbook.xml": "<workbook><sheets/></workbook>"})
    zipped("photos.docx", {"photos/a.jpg": "not a document"})
    table = "".join("<w:tr>" + "<w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc>" * 40 + "</w:tr>" for _ in range(200))
    huge = '<w:tc><w:tcPr><w:gridSpan w:val="99999999"/></w:tcPr><w:p/></w:tc>'
    zipped("wide-spans.docx", {
        "word/document.xml": "<w:document xmlns:w='w'><w:body><w:p><w:r><w:t>2022年部门预算</w:t></w:r></w:p><w:tbl>"
        + table + f"<w:tr>{huge * 3}</w:tr></w:tbl></w:body></w:document>"})
    page = '<html><head><meta charset="utf-8"></head><body><table><tr><td>合计</td><td>1.00</td></tr></table></body></html>'
    (OUT / "page.xlsx").write_text(page)
    (OUT / "page.xls").write_text(page)
    (OUT / "text.xlsx").write_text("科目编码,合计\n201,1.00\n", encoding="gb18030")
    (OUT / "text.csv").write_text("科目编码,合计\n201,1.00\n", encoding="gb18030")
    (OUT / "nothing.docx").write_bytes(b"")
    (OUT / "scan.pdf").write_bytes(b"%PDF-1.7\n")
    (OUT / "workbook-called.docx").write_bytes((OUT / "notes.xlsx").read_bytes())


if __name__ == "__main__":
    side_by_side("side-by-side.xlsx")
    padded("padded.xlsx")
    notes("notes.xlsx")
    repeated("repeated.docx")
    two_sheets("two-sheets.xlsx")
    unit_in_header("unit-in-header.xlsx")
    in_words("in-words.xlsx")
    hidden_lines("hidden-lines.xlsx")
    paper_form("paper-form.xlsx")
    whole("whole.xlsx")
    hostile()
