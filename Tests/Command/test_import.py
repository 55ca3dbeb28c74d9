"""A clerk's Word file and workbook become the committed content, checked and bound at once."""

import shutil

import openpyxl
import pytest
from conftest import ROOT, Workplace
from imports import COMMITTED, FIXTURES, SOURCE, balance, cells, rows, without_bindings

# The same disclosure as text, and as pandoc, python-docx, openpyxl and LibreOffice wrote it.
FORMS = [
    [SOURCE],
    [FIXTURES / "pandoc.docx"],
    [FIXTURES / "python-docx.docx"],
    [FIXTURES / "libreoffice.docx"],
    [FIXTURES / "narrative.docx", FIXTURES / "openpyxl.xlsx"],
    [FIXTURES / "narrative.docx", FIXTURES / "libreoffice.xlsx"],
    [FIXTURES / "whole.xlsx"],
]
NEW = "Content/2021-imported"


def run(workplace, files, *options, output=NEW, form_set="xicheng-2021"):
    return workplace.run(
        "import", *map(str, files), "--form-set", form_set, "--output", output, *options)


def name(files):
    return "+".join(file.name for file in files)


# The tests of one import are for one worker, which imports once.
@pytest.fixture(
    scope="module",
    params=[
        pytest.param(files, id=name(files), marks=pytest.mark.xdist_group(name(files)))
        for files in FORMS
    ],
)
def imported(request, tmp_path_factory):
    workplace = Workplace(tmp_path_factory.mktemp("import") / "work")
    result = run(workplace, request.param)
    assert result.returncode == 0, result.stderr
    return workplace.file(NEW), result.stdout, request.param


def test_tables_and_words_are_the_committed_ones(imported):
    folder, output, files = imported
    tables = sorted(path.name for path in (COMMITTED / "tables").iterdir())
    assert sorted(path.name for path in (folder / "tables").iterdir()) == tables
    for table in tables:
        assert rows(folder / "tables" / table) == rows(COMMITTED / "tables" / table), table
    narrative = without_bindings((folder / "narrative.md").read_text(encoding="utf-8"))
    expected = without_bindings((COMMITTED / "narrative.md").read_text(encoding="utf-8"))
    assert narrative.replace("\u00a0", " ") == expected
    read, fates = balance(output)
    assert read == sum(fates) == sum(len(cells(file)) for file in files)
    assert not (folder / "leftovers").exists()


def test_the_checks_ran_and_the_next_step_is_said(imported):
    _, output, _ = imported
    assert "勾稽关系：一致 447，不一致 0，未核对 0。" in output
    # The sentence whose difference is wrong in the source.
    assert "narrative.md:95:61: 错误 [sentence-difference]" in output
    assert output.rstrip().splitlines()[-1].strip().startswith("4. 运行 sitegen check")


def test_figures_with_one_answer_are_bound_and_those_that_are_bound_hold(workplace):
    result = run(workplace, [SOURCE])
    narrative = workplace.file(NEW + "/narrative.md").read_text(encoding="utf-8")
    bound = narrative.count("](=")
    assert bound > 10
    assert f"数据来源：已写好 {bound} 处，还缺 {52 - bound} 处。" in result.stdout
    # Each of them is what a person bound, or says the same.
    shutil.rmtree(workplace.file("Content/2021"))
    checked = workplace.run("check")
    assert f"文中数字：共 52，与表格一致 {bound}，引自其他文件 0，已注明不一致 0，不一致 0" in checked.stdout


def test_the_same_files_twice_change_nothing(workplace):
    assert run(workplace, [SOURCE]).returncode == 0
    folder = workplace.file(NEW)
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    again = run(workplace, [SOURCE])
    assert again.returncode == 0
    assert "已是同样的内容，没有改动" in again.stdout
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_what_is_there_is_never_overwritten(workplace):
    before = workplace.file("Content/2021/narrative.md").read_bytes()
    result = run(workplace, [SOURCE], output="Content/2021")
    assert result.returncode == 1
    assert "没有改动任何文件" in result.stderr
    assert workplace.file("Content/2021/narrative.md").read_bytes() == before


@pytest.mark.parametrize(
    "output, reason",
    [
        (".", "有内容文件夹"),
        ("Content", "报告要放在"),
        ("Content/forms/a", "留给网站自身使用"),
        ("Content/2021/inner", "在另一份报告"),
        ("Content/我 的", "不能用作网址"),
        ("Templates", "已有别的东西"),
        ("Content/site.yml", "不是文件夹"),
        ("Content/site.yml/a", "site.yml"),
    ],
)
def test_places_where_no_report_can_be(workplace, output, reason):
    before = sorted(workplace.folder.rglob("*"))
    result = run(workplace, [SOURCE], output=output)
    assert result.returncode in (1, 2)
    assert reason in result.stderr
    assert result.stdout == ""
    assert sorted(workplace.folder.rglob("*")) == before


def test_a_report_beside_the_content_is_checked_too(workplace):
    result = run(workplace, [SOURCE], output="elsewhere/2021")
    assert result.returncode == 0
    assert "elsewhere/2021/narrative.md:95:61: 错误 [sentence-difference]" in result.stdout
    assert "把 elsewhere/2021 移到 Content 文件夹里" in result.stdout


def test_a_form_set_that_is_missing_is_drafted_and_the_draft_can_be_checked(workplace):
    shutil.rmtree(workplace.file("Content"))
    result = run(workplace, [SOURCE], form_set="mine", output="Content/2021")
    assert result.returncode == 0, result.stderr
    assert "起草 Content/forms/mine.yml" in result.stdout
    checked = workplace.run("check")
    assert checked.returncode == 1  # figures without a source
    for finding in ("[yaml", "[form-", "[header-", "不一致 1"):
        assert finding not in checked.stdout
    # 类 = 款 = 项 and the totals, found in the figures themselves.
    passed = int(checked.stdout.split("勾稽关系：一致 ")[1].split("，")[0])
    assert passed > 100
    assert "勾稽关系：一致" in result.stdout


def test_a_draft_is_not_written_where_the_report_cannot_be(workplace):
    result = run(workplace, [SOURCE], form_set="mine", output="Content/2021")
    assert result.returncode == 1
    assert not workplace.file("Content/forms/mine.yml").exists()


def test_a_broken_form_set_is_named(workplace):
    workplace.replace("Content/forms/xicheng-2021.yml", "layout: two-sided", "layout: two-sidde")
    result = run(workplace, [SOURCE])
    assert result.returncode == 1
    assert "Content/forms/xicheng-2021.yml:" in result.stderr and "two-sidde" in result.stderr
    assert not workplace.file(NEW).exists()


def test_wrong_usage(workplace):
    for arguments in (
        ["import"], ["import", str(SOURCE)], ["import", "--form-set", "a", "--output", "b"],
        ["import", str(SOURCE), str(SOURCE), "--form-set", "a", "--output", "b"],
        ["import", str(SOURCE), "--form-set", "../a", "--output", "b"],
        ["import", str(SOURCE), "--form-set", "a", "--output", "b", "--year", "21"],
    ):
        assert workplace.run(*arguments).returncode == 64, arguments


def test_a_missing_file_is_named(workplace):
    result = run(workplace, ["没有.docx"])
    assert result.returncode == 2
    assert "没有.docx：找不到这个文件" in result.stderr
    assert not workplace.file(NEW).exists()


def test_a_folder_is_called_so(workplace):
    result = run(workplace, ["Templates"])
    assert result.returncode == 1
    assert "Templates：这是文件夹，不是文件" in result.stderr
    assert not workplace.file(NEW).exists()


@pytest.mark.parametrize("file", ["2021年部门预算表.xlsx", "a.xlsx"])
def test_the_sites_own_workbook_is_of_its_year(workplace, file):
    """Its table of two years names last year first."""
    assert workplace.run("build").returncode == 0
    workplace.file("public/2021/tables.xlsx").rename(workplace.file(file))
    for place in ["site.yml", "forms"]:
        workplace.file("C").mkdir(exist_ok=True)
        workplace.file("Content/" + place).rename(workplace.file("C/" + place))
    result = run(workplace, [file], "--content", "C", output="C/b")
    assert result.returncode == 0, result.stderr
    assert result.stdout.startswith("导入到 C/b/：2021年，")
    assert "可以发布：运行 sitegen build --content C 生成网站。" in result.stdout
    assert "没有错误以后运行 sitegen --content C 生成网站。" in result.stdout
    assert "fiscal_year: 2021\n" in workplace.file("C/b/report.yml").read_text(encoding="utf-8")
    table = "tables/three-public.csv"
    assert rows(workplace.file("C/b/" + table)) == rows(COMMITTED / table)
    assert rows(workplace.file("C/b/" + table))[-1] == ["总计", "14784.24", "11413.45"]


@pytest.mark.parametrize("table, reason", [
    ("government-fund", "本单位没有政府性基金预算，故不列本表。"),
    ("government-fund", "本单位没有政府性基金预算（见说明）"), ("government-fund", "注：没有本表。"),
    ("special-transfer", "见附件"), ("project-performance", None)])
def test_the_sites_own_workbook_says_what_is_not_there(workplace, table, reason):
    """A sheet with a reason and no table is no table of one row, be it a list or a paper form."""
    reasons = {"project-performance": "本表列入目录，但公开的原始材料中没有本表。"}
    if reason:
        reasons[table] = reason
        workplace.file(f"Content/2021/tables/{table}.csv").unlink()
        description = workplace.file("Content/2021/report.yml")
        lines = description.read_text(encoding="utf-8").splitlines(keepends=True)
        description.write_text(
            "".join(line for line in lines if not line.startswith(f"  {table}:")), encoding="utf-8")
        workplace.replace("Content/2021/report.yml", "absent:\n", f"absent:\n  {table}: {reasons[table]}\n")
    assert workplace.run("build").returncode == 0
    result = run(workplace, ["public/2021/tables.xlsx"], output="Content/2021b")
    assert result.returncode == 0, result.stderr
    assert f"没有找到 {len(reasons)} 张表（已在 report.yml 的 absent 里注明）" in result.stdout
    description = workplace.file("Content/2021b/report.yml").read_text(encoding="utf-8")
    for name, reason in reasons.items():
        assert f"  {name}: {reason}\n" in description.split("absent:\n")[1]
        assert not workplace.file(f"Content/2021b/tables/{name}.csv").exists()
    assert "警告：读到和写出的单元格数目对不上" not in result.stdout


def changed(workplace, change):
    """The site's own workbook with a change, and what its import says; the import goes to 2021b."""
    assert workplace.run("build").returncode == 0
    book = openpyxl.load_workbook(workplace.file("public/2021/tables.xlsx"))
    change(book, {sheet.title.split()[0]: sheet for sheet in book})
    book.save(workplace.file("changed.xlsx"))
    return run(workplace, ["changed.xlsx"], "--year", "2021", output="Content/2021b")


SENTENCE = "本表反映部门收支情况。"


def test_a_sentence_on_a_sheet_before_the_table_is_a_note(workplace):
    def change(book, sheets):
        before = book.create_sheet("说明页", book.index(sheets["表三"]))
        before["A1"], before["A3"] = sheets["表三"]["A1"].value, SENTENCE

    result = changed(workplace, change)
    assert result.returncode == 0, result.stderr
    assert rows(workplace.file("Content/2021b/tables/expenditure.csv")) == rows(COMMITTED / "tables/expenditure.csv")
    description = workplace.file("Content/2021b/report.yml").read_text(encoding="utf-8")
    assert f"  expenditure: {SENTENCE}\n" in description.split("notes:\n")[1].split("absent:\n")[0]


def test_a_sentence_over_the_header_is_kept(workplace):
    def change(book, sheets):
        sheets["表三"].insert_rows(2)
        sheets["表三"]["A2"] = SENTENCE

    result = changed(workplace, change)
    assert rows(workplace.file("Content/2021b/tables/expenditure.csv")) == rows(COMMITTED / "tables/expenditure.csv")
    assert SENTENCE in workplace.file("Content/2021b/leftovers/说明.txt").read_text(encoding="utf-8"), result.stdout


@pytest.mark.parametrize("over", [
    ["表五 一般公共预算支出情况表", SENTENCE], [SENTENCE],
    ["表五 一般公共预算支出情况表", "单位：元", "本表反映支出情况"]])
def test_a_sentence_over_a_second_header_is_no_row_of_the_table_above(workplace, over):
    def change(book, sheets):
        sheet, next_table = sheets["表三"], list(sheets["表五"].iter_rows(values_only=True))
        header = next(number for number, row in enumerate(next_table) if row[0] == "科目编码")
        for words in over:
            sheet.append([words])
        for row in next_table[header:]:
            sheet.append(row)
        book.remove(sheets["表五"])

    changed(workplace, change)
    assert rows(workplace.file("Content/2021b/tables/expenditure.csv")) == rows(COMMITTED / "tables/expenditure.csv")


def test_a_reason_that_stands_twice_is_one_reason(workplace):
    reason = "本单位没有政府性基金预算，故不列本表。"

    def change(book, sheets):
        for name in [sheets["表八"].title, "附页"]:
            if name in book.sheetnames:
                book.remove(book[name])
            sheet = book.create_sheet(name)
            sheet["A1"], sheet["A3"] = "表八 政府性基金预算支出情况表", reason

    changed(workplace, change)
    description = workplace.file("Content/2021b/report.yml").read_text(encoding="utf-8")
    assert f"  government-fund: {reason}\n" in description.split("absent:\n")[1]
    assert not workplace.file("Content/2021b/tables/government-fund.csv").exists()


def test_a_reason_before_an_empty_table_is_a_note(workplace):
    def change(book, sheets):
        before = book.create_sheet("说明页", book.index(sheets["表八"]))
        before["A1"], before["A3"] = "表八 政府性基金预算支出情况表", "本单位没有这项预算。"

    changed(workplace, change)
    description = workplace.file("Content/2021b/report.yml").read_text(encoding="utf-8")
    notes = description.split("notes:\n")[1].split("absent:\n")[0]
    assert "本单位没有这项预算。" in notes and "注：本部门因没有政府性基金收入，故没有数据。" in notes
    assert "government-fund" not in description.split("absent:\n")[1]


@pytest.mark.parametrize("words, isNote", [
    ("本部门没有此项，故没有数据。", True), ("无", True), ("无障碍设施改造", False)])
def test_a_sentence_below_a_header_is_a_note_and_no_row(workplace, words, isNote):
    """The usual way to publish a table without data."""
    def change(book, sheets):
        sheet = sheets["表三"]
        header = next(row for row in range(1, 9) if sheet.cell(row, 1).value == "科目编码")
        for merged in list(sheet.merged_cells.ranges):
            if merged.min_row > header:
                sheet.unmerge_cells(str(merged))
        sheet.delete_rows(header + 1, sheet.max_row)
        sheet.cell(header + 1, 1).value = words
        sheet.merge_cells(start_row=header + 1, end_row=header + 1, start_column=1, end_column=8)

    changed(workplace, change)
    assert len(rows(workplace.file("Content/2021b/tables/expenditure.csv"))) == (1 if isNote else 2)
    description = workplace.file("Content/2021b/report.yml").read_text(encoding="utf-8")
    assert (f"  expenditure: {words}\n" in description) == isNote


def test_a_sentence_below_an_unknown_table_is_no_reason(workplace):
    """The table is there, though in columns that no form has."""
    def change(book, sheets):
        sheet = sheets["表八"]
        position, title = book.index(sheet), sheet.title
        book.remove(sheet)
        sheet = book.create_sheet(title, position)
        for row in [["表八 政府性基金预算支出情况表"], ["单位：元"], ["某甲", "某乙", "某丙"],
                    ["子丑", 100.5, 200], ["寅卯", 300, 400], ["以上各项均没有上年结转资金。"]]:
            sheet.append(row)

    result = changed(workplace, change)
    assert "以上各项" not in workplace.file("Content/2021b/report.yml").read_text(encoding="utf-8")
    assert "没有认出的表格" in result.stdout


def test_years_at_odds_are_asked_about(workplace):
    result = run(workplace, [SOURCE], output="Content/2022")
    assert result.returncode == 1
    assert "标题“2021年部门预算编制情况说明”写的是 2021 年" in result.stderr
    assert "2022：文件夹名写的是 2022 年" in result.stderr
    assert "--year 2021 或 --year 2022" in result.stderr
    assert not workplace.file("Content/2022").exists()
    # The user's word counts most.
    assert run(workplace, [SOURCE], "--year", "2021", output="Content/2022").returncode == 0


def test_the_help_names_every_format(workplace):
    """The formats that the READMEs promise."""
    help_text = workplace.run("import", "--help").stdout
    completion = workplace.run("--generate-completion-script", "bash").stdout
    for ending in ["docx", "xlsx", "doc", "xls", "wps", "et", "odt", "ods", "rtf", "xlsb"]:
        for readme in ["README.md", "README.zh-CN.md"]:
            assert f"`.{ending}`" in (ROOT / readme).read_text(encoding="utf-8"), (readme, ending)
        assert f".{ending}" in help_text, ending
        assert f"*.{ending}" in completion or f"{ending}" in completion, ending
