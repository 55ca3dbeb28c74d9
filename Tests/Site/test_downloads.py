"""Every download of a report says the same, figure by figure, in formats that others accept."""

import re
from decimal import Decimal

import pytest
from downloads import PLAIN_AMOUNT, REPORTS, decimal_of, plain, report
from frictionless import validate

DATE = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d")


@pytest.fixture(params=REPORTS, ids=lambda folder: folder.name)
def published(request):
    return report(request.param)


def test_frictionless_accepts_the_data_package(published):
    result = validate(str(published.folder / "datapackage.json"))
    assert result.valid, result.flatten(["path", "type", "message"])
    assert not result.warnings
    present = {table["id"] for table, _ in published.tables()}
    assert {resource["name"] for resource in published.package["resources"]} == present
    assert {path.stem for path in published.folder.glob("*.csv")} == present


def test_data_package_describes_the_files_as_they_are(published):
    tables = {table["id"]: table for table, _ in published.tables()}
    for resource in published.package["resources"]:
        table = tables[resource["name"]]
        header, records = published.csv(table)
        fields = resource["schema"]["fields"]
        assert [field["name"] for field in fields] == header
        assert len(set(header)) == len(header)
        missing = resource["schema"]["missingValues"]
        for place, field in enumerate(fields):
            kind = table["columns"][place]["kind"]
            assert field["type"] == ("number" if kind == "amount" else "string")
            if field["type"] == "number":
                assert table["unit"] in field["description"]
                values = [record[place] for record in records if record[place] not in missing]
                assert all(PLAIN_AMOUNT.fullmatch(value) for value in values)
        key = [header.index(name) for name in resource["schema"].get("primaryKey", [])]
        if key:
            keys = [tuple(record[place] for place in key) for record in records]
            assert len(set(keys)) == len(keys) and all(all(parts) for parts in keys)


def test_no_date_is_made_up(published):
    assert "created" not in published.package
    for name in published.archive.namelist():
        assert published.archive.getinfo(name).date_time == (1980, 1, 1, 0, 0, 0)
        assert not DATE.search(published.archive.read(name).decode("utf-8"))


def test_data_has_every_cell_of_the_csv(published):
    for table, _ in published.tables():
        header, records = published.csv(table)
        places = {column["id"]: place for place, column in enumerate(table["columns"])}
        assert len(places) == len(header)
        for listing in table["lists"]:
            own = [places[c["id"]] for c in table["columns"] if c["list"] == listing["id"]]
            expected = [[plain(record[place]) for place in own] for record in records]
            expected = [cells for cells in expected if any(cells)]
            found = []
            for row in listing["rows"]:
                assert [places[column] for column in row["cells"]] == own
                cells = []
                for column, text in row["cells"].items():
                    value = row["values"].get(column)
                    if value is not None:
                        assert PLAIN_AMOUNT.fullmatch(value)
                        assert text.replace(",", "") == value
                    assert text != ""
                    cells.append(value if value is not None else text or "")
                assert set(row["values"]) <= set(row["cells"])
                found.append(cells)
            assert found == expected, table["id"]


def test_rows_of_the_data_stand_where_they_say(published):
    for table, _ in published.tables():
        for listing in table["lists"]:
            rows = {row["key"]: row for row in listing["rows"]}
            assert len(rows) == len(listing["rows"]), "keys differ"
            for row in listing["rows"]:
                above = rows[row["parent"]]["level"] if row["parent"] else 0
                assert row["level"] == above + 1
                assert row["role"] in ("item", "closing", "heading")


def test_names_of_cells_lead_to_cells(published):
    cells, columns = set(), set()
    for table in published.data["tables"]:
        columns |= {f"{table['id']}#{column['id']}" for column in table["columns"]}
        for listing in table["lists"]:
            for row in listing["rows"]:
                cells |= {f"{table['id']}#{row['key']}.{column}" for column in row["cells"]}
    figures = [f for block in published.data["narrative"] for f in block.get("figures", [])]
    for part in figures + published.data["charts"] + published.data["checks"]:
        assert set(part.get("cells", [])) <= cells
        assert set(part.get("columns", [])) <= columns


def test_data_is_one_row_a_line(published):
    raw = (published.folder / "data.json").read_bytes()
    assert not raw.startswith(b"\xef\xbb\xbf") and raw.endswith(b"}\n")
    assert not re.search(rb"[\x00-\x09\x0b-\x1f]", raw)
    lines = raw.decode("utf-8").splitlines()
    assert len(lines) == raw.count(b"\n"), "nothing else ends a line"
    rows = sum(len(li["rows"]) for table in published.data["tables"] for li in table["lists"])
    assert sum(line.startswith('{"key":') for line in lines) == rows


def test_workbook_has_a_sheet_for_every_table(published):
    sheets = published.workbook.worksheets
    assert len(sheets) == len(published.data["tables"])
    for table, sheet in zip(published.data["tables"], sheets, strict=True):
        name = " ".join(filter(None, [table["number"], table["title"]]))
        allowed = name.translate(str.maketrans("[]:*?/\\", "（）：----"))
        assert sheet.title == allowed[:31]
        assert table["title"] in sheet["A1"].value
        assert sheet["A1"].font.bold and sheet["A1"].alignment.horizontal == "center"


def test_workbook_has_no_formula(published):
    for sheet in published.workbook.worksheets:
        assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
    for name in published.archive.namelist():
        assert not re.search(rb"<f[ >/]", published.archive.read(name))
        assert not re.search(rb"[Mm]acro|externalLink", published.archive.read(name))


def header_end(sheet):
    return int(re.search(r"\d+", sheet.freeze_panes)[0]) - 1


def test_workbook_has_the_figures_of_the_csv(published):
    for table, sheet in published.tables():
        _, records = published.csv(table)
        above = header_end(sheet)
        assert above >= 2
        for number, record in enumerate(records, start=above + 1):
            cells = [sheet.cell(number, place + 1) for place in range(len(record))]
            if table["layout"] == "form":
                # Contents take the place of blank items, so that only the order remains.
                cells = [cell for cell in cells if cell.value is not None]
                record = [field for field in record if field]
            assert len(cells) == len(record)
            for cell, field in zip(cells, record, strict=True):
                same(cell, field, table)
        notes = [sheet.cell(above + len(records) + 1, 1).value]
        assert notes == [table["note"]]


def same(cell, field, table):
    where = f"{table['id']} {cell.coordinate}"
    if field == "":
        assert cell.value is None, where
    elif cell.data_type == "n":
        assert decimal_of(cell.value) == Decimal(field), where
        decimals = len(field.partition(".")[2])
        assert cell.number_format == ("#,##0." + "0" * decimals).rstrip("."), where
    else:
        # openpyxl leaves the format's own escape for an underscore as it is.
        text = cell.value.replace("_x005F_", "_")
        text = text.replace(",", "") if PLAIN_AMOUNT.fullmatch(field) else text
        assert text == plain(field), where


def test_amounts_are_numbers_and_codes_are_text(published):
    for table, sheet in published.tables():
        if table["layout"] == "form":
            continue
        above = header_end(sheet)
        _, records = published.csv(table)
        for place, column in enumerate(table["columns"]):
            for number in range(above + 1, above + len(records) + 1):
                cell = sheet.cell(number, place + 1)
                if cell.value is None:
                    continue
                digits = re.sub(r"\D", "", str(records[number - above - 1][place])).strip("0")
                if column["kind"] == "amount" and len(digits) <= 15:
                    assert cell.data_type == "n" or not digits
                elif column["kind"] != "amount":
                    assert cell.data_type == "s"


def test_numbers_in_the_file_have_the_digits_of_the_csv(published):
    for table, sheet in published.tables():
        number = published.workbook.worksheets.index(sheet) + 1
        xml = published.archive.read(f"xl/worksheets/sheet{number}.xml").decode("utf-8")
        found = re.findall(r"<v>([^<]*)</v>", xml)
        _, records = published.csv(table)
        amounts = {
            place
            for place, column in enumerate(table["columns"])
            if column["kind"] in ("amount", "value")
        }
        fields = [f for record in records for place, f in enumerate(record) if place in amounts]
        assert found == [
            field
            for field in fields
            if PLAIN_AMOUNT.fullmatch(field) and len(re.sub(r"\D", "", field).strip("0")) <= 15
        ]


def test_headers_are_merged_like_the_form(published):
    for table, sheet in published.tables():
        if table["layout"] == "form":
            continue
        depth = max(len(column["path"]) for column in table["columns"])
        top = header_end(sheet) - depth + 1
        merged = {str(area) for area in sheet.merged_cells.ranges}
        for place, column in enumerate(table["columns"], start=1):
            own = top + len(column["path"]) - 1
            cell = sheet.cell(own, place)
            assert (cell.value or "") == column["title"], table["id"]
            assert cell.font.bold and cell.alignment.horizontal == "center"
            if own < top + depth - 1:
                letter = cell.column_letter
                assert f"{letter}{own}:{letter}{top + depth - 1}" in merged
        for level in range(depth - 1):
            start = 0
            columns = table["columns"]
            for place in range(1, len(columns) + 1):
                paths = [c["path"][: level + 1] for c in columns]
                grouped = len(columns[start]["path"]) > level + 1
                if place < len(columns) and grouped and paths[place] == paths[start]:
                    continue
                if grouped and place - start > 1:
                    first, last = sheet.cell(top + level, start + 1), sheet.cell(top + level, place)
                    assert f"{first.coordinate}:{last.coordinate}" in merged
                    assert first.value == columns[start]["path"][level]
                start = place


def test_sheets_are_set_up_for_reading_and_printing(published):
    for table, sheet in published.tables():
        assert sheet.freeze_panes is not None
        assert sheet.page_setup.paperSize == 9
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.page_setup.fitToHeight == 0
        if table["layout"] != "form":
            assert sheet.print_title_rows.endswith(f"${header_end(sheet)}")
        unit = [c.value for row in sheet.iter_rows(max_row=3) for c in row if c.value]
        assert f"单位：{table['unit']}" in unit
        for column, dimension in sheet.column_dimensions.items():
            assert 8 <= dimension.width <= 80, column


def test_totals_are_bold_and_labels_indented(published):
    for table, sheet in published.tables():
        if table["layout"] == "form" or len(table["lists"]) > 1:
            continue
        above = header_end(sheet)
        rows = table["lists"][0]["rows"]
        _, records = published.csv(table)
        filled = [n for n, record in enumerate(records) if any(record)]
        for row, number in zip(rows, filled, strict=True):
            cells = [c for c in sheet[above + 1 + number] if c.value is not None]
            assert all(cell.font.bold == (row["role"] == "closing") for cell in cells)
            if row["level"] > 1:
                assert max(cell.alignment.indent for cell in cells) == row["level"] - 1
