"""Whatever departments' files look like, they are imported whole or refused, and no cell is lost."""

import re
import shutil

import pytest
from imports import COMMITTED, FIXTURES, balance, cells, rows

REVENUE = [
    ["科目编码", "科目名称", "合计", "一般公共预算", "政府性基金预算"],
    ["201", "一般公共服务支出", "300.50", "300.50", ""],
    ["20103", "政府办公厅", "300.50", "300.50", ""],
    ["2010301", "行政运行", "200.25", "200.25", ""],
    ["2010350", "事业运行", "100.25", "100.25", ""],
    ["", "合计", "300.50", "300.50", ""],
]
EXPENDITURE = [
    ["类", "款", "项", "科目名称", "合计", "基本支出", "项目支出"],
    ["201", "", "", "一般公共服务支出", "300.50", "200.25", "100.25"],
    ["201", "03", "", "政府办公厅", "300.50", "200.25", "100.25"],
    ["201", "03", "01", "行政运行", "200.25", "200.25", ""],
    ["201", "03", "50", "事业运行", "100.25", "", "100.25"],
    ["", "", "", "合计", "300.50", "200.25", "100.25"],
]
THREE_PUBLIC = [
    ["合计", "因公出国（境）费", "小计", "购置费", "运行费", "公务接待费"],
    ["12.3456", "0.00", "10.00", "0.00", "10.00", "2.3456"],
]
SPLIT = [REVENUE[0]] + [
    [str(2010300 + i), f"事项{i}", f"{i}000.00", f"{i}000.00", ""] for i in range(1, 10)
] + [["", "合计", "45000.00", "45000.00", ""]]

# Tables of the other district's form set, and words that must be found in other places.
LAYOUTS = {
    # 类, 款 and 项 in three columns, headers of three rows, two tables on a sheet, a hidden sheet.
    "other-district.xlsx": (
        {"revenue": REVENUE, "expenditure": EXPENDITURE, "three-public": THREE_PUBLIC},
        {"report.yml": ["注：本表不含上年结转。", "备注：按厉行节约要求压减。"], "leftovers/hidden-底稿.tsv": ["不公开"]},
    ),
    "side-by-side.xlsx": (
        {"revenue": REVENUE, "expenditure": EXPENDITURE},
        {"report.yml": ["revenue: 注：本表不含上年结转。"], "leftovers/说明.txt": ["2022年部门收支预算"]},
    ),
    "padded.xlsx": ({"revenue": REVENUE}, {"leftovers/说明.txt": ["2022年部门预算"]}),
    "notes.xlsx": (
        {"revenue": REVENUE},
        {
            "report.yml": ["注：1.本表不含上年结转。", "2.因四舍五入，合计可能与各项之和略有出入。", "某某区某某局"],
            "leftovers/说明.txt": ["编制单位：某某区某某局", "审核人：张三"],
        },
    ),
    "repeated.docx": ({"revenue": SPLIT}, {}),
    "two-sheets.xlsx": ({"revenue": REVENUE}, {}),
    "in-words.xlsx": (
        {"revenue": REVENUE, "three-public": THREE_PUBLIC},
        {
            "narrative.md": ["# 某某局2022年部门预算情况说明", "## 一、部门职责", "负责乙事；\n\n并负责丙事。", "12.35万元"],
            "leftovers/说明.txt": ["类别 | 人数 | 行政 | 10 | 事业 | 20"],
        },
    ),
    "hidden-lines.xlsx": (
        {"revenue": REVENUE},
        {"leftovers/hidden-收入.tsv": ["2010399\t内部测算\t999.00", "内部备注", "底数4"]},
    ),
    # The unit stands in a header cell and is not the form's: the table waits for a person.
    "unit-in-header.xlsx": ({}, {"leftovers/revenue.csv": ["201,一般公共服务支出,0.03,0.03,"]}),
    "workbook-called.docx": ({"revenue": REVENUE}, {}),
    "slip.xlsx": ({}, {"narrative.md": ["负责某事。", "负责他事。"]}),
    "wide-spans.docx": ({}, {"leftovers/说明.txt": ["8000 个有内容的单元格"]}),
    "numbered.docx": ({}, {"narrative.md": ["### （一）主要职责", "1. 负责甲事；"]}),
}


@pytest.fixture
def district(workplace):
    """A workplace with the other district's form set."""
    shutil.rmtree(workplace.file("Content/2021"))
    shutil.copy(FIXTURES / "other-district.yml", workplace.file("Content/forms/other.yml"))
    return workplace


def run(workplace, name, form_set="other"):
    before = {path for path in workplace.folder.rglob("*")}
    result = workplace.run(
        "import", str(FIXTURES / name), "--form-set", form_set, "--output", "Content/new",
        "--year", "2022")
    new = {path for path in workplace.folder.rglob("*")} - before
    folder = workplace.file("Content/new")
    # Whatever the file says, nothing is written but the report and the draft of a form set.
    assert all(folder in [path, *path.parents] or path.parent.name == "forms" for path in new)
    return result, folder


@pytest.mark.parametrize("name", LAYOUTS)
def test_layout(district, name):
    tables, words = LAYOUTS[name]
    result, folder = run(district, name)
    assert result.returncode == 0, result.stderr
    written = {path.stem: rows(path) for path in sorted(folder.glob("tables/*.csv"))}
    assert written == tables
    for path, texts in words.items():
        content = (folder / path).read_text(encoding="utf-8").replace("\\n", "\n")
        for text in texts:
            assert text in content, f"{path}: {text}"
    check_balance(result.stdout, folder, cells(FIXTURES / name))


def test_a_paper_form_as_a_sheet(district):
    result, folder = run(district, "paper-form.xlsx", form_set="xicheng-2021")
    assert result.returncode == 0
    name = "tables/overall-performance.csv"
    assert rows(folder / name) == rows(COMMITTED / name)


FILES = sorted(path.name for path in FIXTURES.iterdir() if path.suffix in (".docx", ".xlsx"))


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("form_set", ["xicheng-2021", "drafted"])
def test_every_cell_is_in_the_report_or_listed(district, name, form_set):
    result, folder = run(district, name, form_set)
    if result.returncode != 0:
        assert result.returncode == 1
        assert re.match(rf"sitegen: {re.escape(name)}：.*[一-鿿].*。\n$", result.stderr)
        assert not folder.exists()
        return
    check_balance(result.stdout, folder, cells(FIXTURES / name))


def check_balance(output, folder, cells):
    """Each cell has one fate, no amount is lost, and no words but headers of the form set."""
    read, (_, headers, captions, *_) = counted = balance(output)
    assert read == sum(counted[1]) == len(cells)
    paths = [path for path in folder.rglob("*") if path.suffix in (".csv", ".tsv", ".yml", ".md", ".txt")]
    everything = plain("".join(path.read_text(encoding="utf-8") for path in paths))
    lost = [cell for cell in cells if not any(text in everything for text in shown(cell))]
    assert not [cell for cell in lost if re.search(r"\d\.\d|。", str(cell))], lost
    assert len(lost) <= headers + captions, lost


def shown(cell):
    """How a cell may read in a file of the report."""
    if isinstance(cell, (int, float)):
        return [f"{cell:.{digits}f}" for digits in range(5) if float(f"{cell:.{digits}f}") == cell]
    return [plain(cell)]


def plain(text):
    """The text without white space and separators, markup and bindings."""
    text = re.sub(r"\]\(=[^\n]*?\)(?=[^)]|$)", "]", text)
    return re.sub(r"[\s,\u00a0\u200b\\\[\]\"]", "", text)
