"""From an empty folder to a published site, and from last year's report to this year's."""

import csv
import shutil

import pytest

from conftest import ROOT, Workplace


class Empty(Workplace):
    def __init__(self, folder):
        self.folder = folder
        folder.mkdir()


@pytest.fixture
def empty(tmp_path):
    return Empty(tmp_path / "empty")


def files(folder):
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_three_commands_from_an_empty_folder_to_a_site(empty):
    made = empty.run("new", "Content/2021", "--department", "某某中心")
    assert made.returncode == 0, made.stderr
    assert "sitegen check" in made.stdout and "sitegen build" in made.stdout
    # What the program carries is what the repository has.
    assert files(empty.file("Templates")) == files(ROOT / "Templates")
    assert files(empty.file("Content/forms")) == files(ROOT / "Content/forms")
    # Every blank is named, and nothing else is wrong with the files.
    checked = empty.run("check")
    assert checked.returncode == 1
    rules = {line.split("[")[1].split("]")[0] for line in checked.stdout.splitlines() if ": 错误 [" in line}
    assert rules == {"empty-table-not-allowed", "empty-table-without-note"}
    # The clerk fills in.
    for path in (ROOT / "Content/2021").rglob("*"):
        if path.is_file():
            shutil.copy(path, empty.file("Content/2021") / path.relative_to(ROOT / "Content/2021"))
    empty.file("Content/2021/tables/project-performance.csv").unlink()
    checked = empty.run("check")
    assert checked.returncode == 0 and "sitegen build" in checked.stdout, checked.stdout
    assert empty.run("build").returncode == 0
    assert empty.file("public/2021/index.html").exists()


def test_the_next_steps_are_of_the_folders_that_were_given(empty):
    made = empty.run(
        "new", "my content/2021", "--content", "my content", "--templates", "T", "--department", "某某中心")
    assert made.returncode == 0, made.stderr
    assert "运行 sitegen check --content 'my content'，" in made.stdout
    assert "用 sitegen check --fix --content 'my content' 补写" in made.stdout
    assert "运行 sitegen build --content 'my content' --templates T，" in made.stdout
    assert "用 sitegen import --content 'my content' 导入" in made.stdout
    # What is usual need not be said.
    usual = empty.run("new", "Content/2021", "--department", "某某中心").stdout
    assert "--content" not in usual and "--templates" not in usual


def rows(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def test_a_new_year_begins_from_last_years_report(workplace):
    before = files(workplace.file("Content"))
    assert workplace.run("new", "Content/2022").returncode == 0
    after = files(workplace.file("Content"))
    assert {path: after[path] for path in before} == before
    for table in workplace.file("Content/2022/tables").iterdir():
        old = workplace.file(f"Content/2021/tables/{table.name}")
        if not old.exists():
            continue
        new_rows, old_rows = rows(table), rows(old)
        assert len(new_rows) == len(old_rows), table.name
        amounts = [i for i, title in enumerate(old_rows[0]) if i and any(
            row[i].replace(".", "").isdigit() and "." in row[i] for row in old_rows[1:])]  # fmt: skip
        for new, old_row in zip(new_rows[1:], old_rows[1:]):
            for index, cell in enumerate(new):
                if index not in amounts and "年预算数" not in new_rows[0][index] and new_rows[0][index] != "内容":
                    assert cell.strip() == old_row[index].strip(), (table.name, new)
    three_public = rows(workplace.file("Content/2022/tables/three-public.csv"))
    assert three_public[0] == ["项目", "2021年预算数", "2022年预算数"]
    assert three_public[-1] == ["总计", "11413.45", ""]
    facts = workplace.file("Content/2022/facts.yml").read_text(encoding="utf-8")
    assert "2021收入预算:\n  value: 60646633.13元\n" in facts
    report = workplace.file("Content/2022/report.yml").read_text(encoding="utf-8")
    assert "title: 2022年部门预算编制情况说明" in report and "fiscal_year: 2022" in report
    # 表七's carried-over column is filled, so last year's amounts are its only ones.
    assert "错误 [csv" not in workplace.run("check").stdout


def test_final_accounts_are_worded_as_such(empty):
    assert empty.run("new", "Content/2021", "--kind", "final-accounts", "--department", "某某中心").returncode == 0
    narrative = empty.file("Content/2021/narrative.md").read_text(encoding="utf-8")
    assert narrative.startswith("# 2021年部门决算情况说明\n") and "![部门决算表](tables:)" in narrative
    # The name of a fund is the only 预算 that accounts speak of; the chart has the form set's title.
    words = [line for line in narrative.splitlines() if "预算" in line and "(chart:" not in line]
    assert words == ["#### （五）国有资本经营预算财政拨款支出情况说明"]
    report = empty.file("Content/2021/report.yml").read_text(encoding="utf-8")
    assert "title: 2021年部门决算情况说明\n" in report and "kind: final-accounts" in report
    assert "# published: 2022-09-01 09:00" in report
    facts = empty.file("Content/2021/facts.yml").read_text(encoding="utf-8")
    assert "source: 本单位2020年部门决算" in facts and "年部门预算" not in facts


@pytest.mark.parametrize("earlier", [False, True])
def test_final_accounts_begin_from_the_budget_of_their_year(workplace, earlier):
    if earlier:
        workplace.run("new", "Content/2020", "--department", "以前的部门")
    made = workplace.run("new", "Content/2021-final", "--year", "2021", "--kind", "final-accounts")
    assert "《2021年部门预算编制情况说明》" in made.stdout
    report = workplace.file("Content/2021-final/report.yml").read_text(encoding="utf-8")
    assert "department: 北京市西城区全响应服务中心" in report
    # A budget does not begin from that of its own year.
    again = workplace.run("new", "Content/2021-again", "--year", "2021")
    assert ("《2020年" in again.stdout) == earlier and "《2021年" not in again.stdout


def test_final_accounts_take_rows_of_a_budget_and_no_amounts(workplace):
    assert workplace.run("new", "Content/2022", "--kind", "final-accounts").returncode == 0
    assert "## 第二部分：部门决算表" in workplace.file("Content/2022/narrative.md").read_text(encoding="utf-8")
    assert "60646633.13" not in workplace.file("Content/2022/facts.yml").read_text(encoding="utf-8")
    assert rows(workplace.file("Content/2022/tables/three-public.csv"))[-1] == ["总计", "", ""]
    names = [row[0] for row in rows(workplace.file("Content/2022/tables/three-public.csv"))]
    assert names == [row[0] for row in rows(workplace.file("Content/2021/tables/three-public.csv"))]
    # Accounts of an earlier year are nearer than a budget of the last.
    workplace.replace("Content/2022/report.yml", "2022年部门决算情况说明", "2022年度决算公开")
    assert workplace.run("new", "Content/2023", "--department", "甲").returncode == 0
    assert workplace.run("new", "Content/2024", "--kind", "final-accounts").returncode == 0
    assert "title: 2024年度决算公开" in workplace.file("Content/2024/report.yml").read_text(encoding="utf-8")


def test_nothing_is_overwritten(workplace):
    before = files(workplace.folder)
    refused = workplace.run("new", "Content/2021")
    assert refused.returncode == 1 and "已经有了" in refused.stderr
    assert files(workplace.folder) == before


@pytest.mark.parametrize(
    "arguments",
    [["2022"], ["Content"], ["Content/../x/2022"], ["Content/next"], ["Content/1800"], []],
)
def test_wrong_usage(empty, arguments):
    assert empty.run("new", *arguments).returncode == 64
    assert files(empty.folder) == {}


@pytest.mark.parametrize("path", ["2022 年", "2021/2022", "assets", "forms/2024", "页.html/2022"])
def test_no_report_is_made_where_none_would_be_published(workplace, path):
    before = files(workplace.folder)
    refused = workplace.run("new", f"Content/{path}", "--year", "2022")
    assert refused.returncode == 1 and path in refused.stderr
    assert files(workplace.folder) == before


def test_an_unknown_form_set(workplace):
    refused = workplace.run("new", "Content/2022", "--form-set", "nope")
    assert refused.returncode == 1 and "xicheng-2021" in refused.stderr
    assert not workplace.file("Content/2022").exists()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion(empty, shell):
    script = empty.run("--generate-completion-script", shell)
    assert script.returncode == 0
    assert all(command in script.stdout for command in ["build", "check", "diff", "import", "new"])


def test_what_cannot_be_written_is_said_in_chinese(workplace):
    """A file stands where a folder is to be made."""
    made = workplace.run("new", "Content/site.yml/2022", "--department", "某局")
    assert made.returncode == 2
    assert "：写入失败：已经有同名的文件或文件夹。没有留下写了一半的报告。" in made.stderr


def move(workplace, old, new, department, year):
    """Makes a report of the committed one, of another department and year."""
    shutil.copytree(workplace.file(f"Content/{old}"), workplace.file(f"Content/{new}"))
    workplace.replace(f"Content/{new}/report.yml", OWN, department)
    workplace.replace(f"Content/{new}/report.yml", "fiscal_year: 2021", f"fiscal_year: {year}")
    workplace.replace(f"Content/{new}/report.yml", "2021年部门预算编制", f"{year}年部门预算编制")


OWN = "北京市西城区全响应服务中心"
BEGUN = "行和标题照《{}年部门预算编制情况说明》"


@pytest.mark.parametrize("top", ["", "2021/"])
def test_another_departments_report_is_no_last_year(workplace, top):
    """Where departments share a folder, the one for which a report is made begins from its own."""
    move(workplace, "2021", f"{top}a" if top else "2020", OWN, 2020)
    move(workplace, "2021", f"{top}other", "另一单位", 2020)
    if top:
        for file in ["report.yml", "narrative.md", "facts.yml"]:
            workplace.file(f"Content/2021/{file}").unlink()
        shutil.rmtree(workplace.file("Content/2021/tables"))
    else:
        shutil.rmtree(workplace.file("Content/2021"))
    options = ["--year", "2022", "--form-set", "xicheng-2021"]
    own = workplace.run("new", f"Content/{top}2022", "--department", OWN + " ", *options)
    assert own.returncode == 0 and BEGUN.format(2020) in own.stdout, own.stdout
    third = workplace.run("new", f"Content/{top}2022-3", "--department", "第三单位", *options)
    assert third.returncode == 0 and "行和标题照" not in third.stdout
    unsaid = workplace.run("new", f"Content/{top}2022-4", *options)
    assert unsaid.returncode == 1
    assert "这里有几个部门的报告（" in unsaid.stderr and "请用 --department 写明" in unsaid.stderr
    assert not workplace.file(f"Content/{top}2022-4").exists()


def test_two_departments_at_the_root_are_asked_about(workplace):
    """A year has two names, so that neither is the other renamed."""
    move(workplace, "2021", "other", "另一单位", 2021)
    made = workplace.run("new", "Content/2022")
    assert made.returncode == 1 and "Content：这里有几个部门的报告（" in made.stderr


def test_a_renamed_department_begins_from_last_year_in_its_own_folder(workplace):
    for year, name in [(2019, "甲局"), (2020, "乙局")]:
        move(workplace, "2021", f"edu/{year}", name, year)
    made = workplace.run("new", "Content/edu/2022", "--department", "丙局")
    assert made.returncode == 0 and BEGUN.format(2020) in made.stdout, made.stdout


@pytest.mark.parametrize("name", ["", " ", "\u3000", "某" * 201, "教育\u200b局", "教育\n局"])
def test_a_name_that_no_report_can_have(empty, name):
    for command in [["new", "Content/2021"], ["import", "a.txt", "--form-set", "a", "--output", "Content/2021"]]:
        assert empty.run(*command, "--department", name).returncode == 64
    assert not empty.file("Content").exists()
