"""Errors are said all at once, with their place, and leave what is published alone."""

import json
import re

import pytest


def test_a_check_that_cannot_be_made_names_its_report(workplace):
    """The form set's line is the same for all reports."""
    table = workplace.file("Content/2021/tables/basic-expenditure.csv")
    lines = table.read_text(encoding="utf-8").splitlines(keepends=True)
    table.write_text("".join(line for line in lines if "30217" not in line), encoding="utf-8")
    workplace.add_report("d/2022")
    told = re.findall(r"\[check-unchecked\] 报告“(.*?)”的“.*没有“30217”这一行", workplace.run("check").stdout)
    assert sorted(told) == ["2021", "d/2022"]


def test_a_check_of_no_cell_names_its_report(workplace):
    """It fails, and no cell says in which report."""
    last = "expect: 基本支出[30217].合计 <= 三公[公务接待费].本年"
    check = "\n  - id: nothing\n    title: 没有一行\n    expect: sum(支出[科目编码=9*].合计) = 5元"
    workplace.replace("Content/forms/xicheng-2021.yml", last, last + check)
    assert re.search(r": 错误 \[nothing\] 报告“2021”的核对不符：没有一行。", workplace.run("check").stdout)


def test_all_errors_at_once_and_nothing_published(workplace):
    assert workplace.run().returncode == 0
    before = workplace.published()
    workplace.replace("Content/2021/tables/revenue.csv", "922610.35", "92261O.35")
    workplace.replace("Content/2021/tables/detail.csv", "864560.00", "864560.01")
    workplace.replace("Content/2021/report.yml", "kind: budget", "kind: buget")
    workplace.replace("Content/2021/narrative.md", "[9.45%]", "[9.46%]")
    built = workplace.run()
    assert built.returncode == 1
    places = re.findall(r"^(Content/\S+?):(\d+):(\d+): 错误 \[([a-z0-9-]+)\] .", built.stdout, re.M)
    assert {place[0] for place in places} >= {
        "Content/2021/tables/revenue.csv",
        "Content/2021/tables/detail.csv",
        "Content/2021/report.yml",
        "Content/2021/narrative.md",
    }
    assert workplace.published() == before
    # The last line, even where both streams go to one place, says what that means.
    assert "没有发布" in built.stderr and "没有比较" in workplace.run("--verify").stderr
    together = workplace.run(wrapper=("sh", "-c", 'exec "$@" 2>&1', "sh")).stdout
    assert "没有发布" in together.splitlines()[-1]


@pytest.mark.parametrize(
    "old, new, expected",
    [
        ("2020收入预算:\n  value: 64411756.96元", "2020收入预算:\n  value: 64411756.96", "facts.yml:3:10 fact-value"),
        ("2020收入预算:\n  value", "2020收入预算:\n  valeu", None),
        ("2020收入预算:", "2020收入预算: [", None),
    ],
)
def test_what_a_bad_fact_takes_along_is_not_said(workplace, old, new, expected):
    workplace.replace("Content/2021/facts.yml", old, new)
    checked = workplace.run("check", "--format", "json")
    assert checked.returncode == 1
    errors = [f for f in json.loads(checked.stdout)["findings"] if f["severity"] == "error"]
    assert errors and {error["file"] for error in errors} == {"Content/2021/facts.yml"}
    if expected:
        assert [f"facts.yml:{e['line']}:{e['column']} {e['rule']}" for e in errors] == [expected]


MISSING = [f"缺少必填项“{key}”" for key in ("title", "department", "fiscal_year", "kind", "form_set")]


@pytest.mark.parametrize(
    "description, errors, warnings",
    [
        ("", MISSING, ["report-tag-missing"]),
        ("---\n", MISSING, ["report-tag-missing"]),
        ("2021年部门预算\n", ["这里却是一段文字"], []),
        ("- title: 2021年部门预算\n", ["这里却是一个列表"], []),
        (
            "title: 部门预算\ndepartment: 某局\nfiscal_year: 21\nkind: budget\nform_set: xicheng-2021\npublished: 2021-02-03\n",
            ["“fiscal_year”的值“21”不对"],
            [],
        ),
        (
            "title: 部门预算\ndepartment:\nfiscal_year: 2021\nkind: budget\nform_set: xicheng\npublished: 2021-02-03\n",
            ["没有可用的表样“xicheng”", "缺少必填项“department”"],
            [],
        ),
    ],
)
def test_without_year_or_form_set_nothing_is_said_that_needs_them(workplace, description, errors, warnings):
    workplace.file("Content/2021/report.yml").write_text(description, encoding="utf-8")
    workplace.add_report("某局")
    checked = workplace.run("check", "--format", "json")
    assert checked.returncode == 1
    result = json.loads(checked.stdout)
    for folder in ("2021", "某局"):
        found = [f for f in result["findings"] if f["file"].startswith(f"Content/{folder}/")]
        said = [f["message"] for f in found if f["severity"] == "error"]
        assert len(said) == len(errors)
        assert all(any(words in message for message in said) for words in errors)
        assert [f["rule"] for f in found if f["severity"] == "warning"] == warnings
    # 15 of the 52 figures are bound to outside facts, which are there.
    assert result["figures"]["external"] == 30
    assert result["figures"]["unchecked"] == 74 and result["figures"]["failed"] == 0
    assert "不一致 0，未注明来源 0，未核对 74。" in workplace.run("check").stdout


@pytest.mark.parametrize(
    "old, new, line, column",
    [("{{tableTitle}}", "{{tabelTitle}}", 4, None), ("{{{table}}}", "{{{tableau}}}", None, None)],
)
def test_an_unknown_template_name_is_an_error(workplace, old, new, line, column):
    assert workplace.run().returncode == 0
    before = workplace.published()
    workplace.replace("Templates/table.mustache", old, new)
    built = workplace.run()
    assert built.returncode == 1
    name = new.strip("{}")
    assert f"[template-unknown-name] 模板用到了“{name}”" in built.stdout
    assert re.search(r"^Templates/table\.mustache:\d+:\d+: ", built.stdout, re.M)
    assert workplace.published() == before


def test_a_damaged_template_is_an_error(workplace):
    workplace.replace("Templates/home.mustache", "{{/isOfOneDepartment}}", "")
    built = workplace.run()
    assert built.returncode == 1
    assert "Templates/home.mustache:" in built.stdout and "[template-syntax]" in built.stdout
    assert not workplace.file("public").exists()


@pytest.mark.parametrize(
    "arguments, message",
    [
        (["check", "--formt", "json"], "没有选项 --formt；您是不是想写 --format？"),
        (["check", "--zzzzzzzzzz"], "没有选项 --zzzzzzzzzz。"),
        (["bild"], "多了“bild”：没有这个子命令，这里也不需要它。"),
        (["diff", "a", "b", "c", "d"], "多了“c”、“d”：没有这样的子命令，这里也不需要它们。"),
        (["--shard"], "--shard <K/N> 少了后面的值。"),
        (["import", "--form-set", "a", "--output", "b"], "少了 <FILE> ...。"),
        (["--quiet=x"], "--quiet 后面不写值，却写了“x”。"),
        (["--jobs", "x"], "--jobs <N> 不能写“x”。"),
        (["check", "--format", "yaml"], "--format <FORMAT> 不能写“yaml”。可以写 text、json、github。"),
        (["new", "--kind", "budgt", "Content/2022"], "--kind <KIND> 不能写“budgt”。可以写 budget、final-accounts。"),
        (["new", "2022"], "报告要放在内容文件夹里，如 Content/2022。"),
    ],
)
def test_wrong_usage_is_told_in_chinese(workplace, arguments, message):
    wrong = workplace.run(*arguments)
    assert wrong.returncode == 64 and wrong.stdout == ""
    assert wrong.stderr.splitlines()[0] == "sitegen: " + message
    assert "\n用法：sitegen " in wrong.stderr and wrong.stderr.splitlines()[-1].startswith("详见 sitegen ")


def test_missing_folders_fail_as_environment(workplace):
    for arguments in (["--content", "Nowhere"], ["--templates", "Nowhere"]):
        built = workplace.run(*arguments)
        assert built.returncode == 2
        assert "Nowhere" in built.stderr
    workplace.file("blocked").write_text("a file, not a folder")
    assert workplace.run("--output", "blocked").returncode == 2


def test_wrong_usage(workplace):
    for arguments in (["--jobs", "0"], ["--jobs", "many"], ["--unknown"], ["nonsense"]):
        assert workplace.run(*arguments).returncode == 64


def test_foreign_files_survive(workplace):
    assert workplace.run().returncode == 0
    workplace.file("public/CNAME").write_text("example.gov.cn")
    workplace.file("public/2021/note.txt").write_text("mine")
    workplace.replace("Content/2021/narrative.md", "综合协调科", "综合保障科")
    assert workplace.run().returncode == 0
    assert workplace.file("public/CNAME").read_text() == "example.gov.cn"
    assert workplace.file("public/2021/note.txt").read_text() == "mine"


def test_check_as_json(workplace):
    checked = workplace.run("check", "--format", "json")
    assert checked.returncode == 0
    result = json.loads(checked.stdout)
    assert result["reports"] == 1
    assert result["checks"]["failed"] == 0 and result["checks"]["unchecked"] == 0
    assert result["checks"]["passed"] > 400
    figures = result["figures"]
    assert figures == {
        "total": 52,
        "verified": 35,
        "external": 15,
        "acknowledged": 2,
        "failed": 0,
        "unchecked": 0,
        "unbound": 0,
    }
    admitted = [f for f in result["findings"] if f["severity"] == "acknowledged"]
    assert [(f["stated"], f["expected"], f["difference"]) for f in admitted] == [
        ("1239.72", "3370.79", "-2131.07")
    ] * 2
    assert all(f["file"].startswith("Content/") and f["line"] > 0 for f in result["findings"])


def test_check_for_annotations(workplace):
    workplace.replace("Content/2021/narrative.md", "[9.45%]", "[9.46%]")
    checked = workplace.run("check", "--format", "github")
    assert checked.returncode == 1
    assert re.search(
        r"^::error file=Content/2021/narrative\.md,line=\d+,col=\d+,title=figure-mismatch::",
        checked.stdout,
        re.M,
    )


def test_a_warning_about_a_template_stops_nothing(workplace):
    """What it was once converted from is somebody else's word."""
    workplace.replace("Templates/home.mustache", "<h1>", "<h1>\ufffd")
    built = workplace.run()
    assert built.returncode == 0, built.stderr
    assert "Templates/home.mustache:3:5: 警告 [replacement-character]" in built.stdout


@pytest.mark.parametrize(
    "spoil, place, rule",
    [
        (
            lambda w: w.file("Content/2021/narrative.md").write_text(""),
            "Content/2021/narrative.md:1:1",
            "narrative-missing",
        ),
        (
            lambda w: w.replace("Templates/layout.mustache", "</body>", "{{> layout}}</body>"),
            "Templates/layout.mustache:",
            "template-syntax",
        ),
        (
            lambda w: w.file("Templates/home.mustache").write_bytes(b"\xff\xfe\x00"),
            "Templates/home.mustache:",
            "",
        ),
        (
            lambda w: w.file("Templates/assets/site.css").unlink(),
            "Templates/layout.mustache:",
            "template-missing",
        ),
        (
            lambda w: w.file("Content/2021").rename(w.file("Content/index.html")),
            "Content/index.html/report.yml:1:1",
            "report-path-unsafe",
        ),
        (
            lambda w: w.file("Templates/layout.mustache").write_text("\n"),
            "Templates/layout.mustache:1:1",
            "template-empty",
        ),
        (
            lambda w: w.replace("Templates/layout.mustache", "$main", "$body") or w.replace("Templates/layout.mustache", "/main}}", "/body}}"),
            "Templates/table.mustache:",
            "template-lost-block",
        ),
        (
            lambda w: w.replace("Content/2021/report.yml", "department: ", "department: " + "某" * 200),
            "Content/2021/report.yml:3:13",
            "yaml-invalid-value",
        ),
    ],
    ids=[
        "empty narrative", "recursion", "no text", "missing asset", "site file's name", "empty layout",
        "layout without its block", "endless name"],
)
def test_what_would_spoil_the_site_is_refused(workplace, spoil, place, rule):
    assert workplace.run().returncode == 0
    before = workplace.published()
    spoil(workplace)
    built = workplace.run()
    assert built.returncode == 1, built.stderr
    assert any(line.startswith(place) and rule in line for line in built.stdout.splitlines()), built.stdout
    assert workplace.published() == before


@pytest.mark.parametrize("output", ["Content", "Content/2021", "Templates/assets", ".", "Content/../Content"])
def test_the_output_is_kept_apart_from_the_sources(workplace, output):
    before = sorted(workplace.folder.rglob("*"))
    assert workplace.run("--output", output).returncode == 64
    assert sorted(workplace.folder.rglob("*")) == before


@pytest.mark.parametrize("output", ["link", "link/pub", "link/x/y/pub"])
def test_a_link_does_not_lead_the_output_into_the_content(workplace, output):
    workplace.file("link").symlink_to("Content")
    before = sorted(workplace.folder.rglob("*"))
    assert workplace.run("--output", output).returncode == 64
    assert sorted(workplace.folder.rglob("*")) == before


@pytest.mark.parametrize("hidden", ["\x1b]0;t\x07", "\u202e", "\u200b", "\ufeff"])
def test_control_characters_do_not_reach_the_terminal(workplace, hidden):
    workplace.replace("Content/2021/tables/revenue.csv", "教育支出", f"教育{hidden}支出")
    built = workplace.run()
    assert built.returncode == 1
    assert "control-character" in built.stdout
    assert not set("\x1b\x07\u202e\u200b\ufeff") & set(built.stdout)


def test_a_folder_does_not_write_messages(workplace):
    workplace.file("Content/2021").rename(workplace.file("Content") / "甲\n错误 0 个。\u202e")
    checked = workplace.run("check")
    assert checked.returncode == 1
    assert "[report-path-unsafe]" in checked.stdout
    assert not [line for line in checked.stdout.splitlines() if line.startswith("错误 0 个")]
    assert "\u202e" not in checked.stdout


def test_a_site_without_search_has_no_trace_of_it(workplace):
    assert workplace.run().returncode == 0
    assert "search/index.js" in workplace.published()
    with workplace.file("Content/site.yml").open("a", encoding="utf-8") as site:
        site.write("\nsearch: false\n")
    assert workplace.run().returncode == 0
    published = workplace.published()
    assert not [path for path in published if "search" in path and not path.startswith("assets/")]
    assert not [path for path in published if path.endswith(".html") and b'role="search"' in published[path]]


@pytest.mark.parametrize("folder", ["search", "Search"])
def test_the_search_keeps_its_folder(workplace, folder):
    workplace.file("Content/2021").rename(workplace.file("Content") / folder)
    built = workplace.run()
    assert built.returncode == 1
    assert "[report-path-unsafe]" in built.stdout


def test_a_report_that_is_not_there_makes_no_output(workplace):
    result = workplace.run("--only", "没有/2021")
    assert result.returncode == 2
    assert "这里没有报告" in result.stderr
    assert not workplace.file("public").exists()


def test_a_copied_year_that_was_not_changed_is_named(workplace):
    workplace.add_report("2022")
    found = json.loads(workplace.run("check", "--format", "json").stdout)["findings"]
    found = [(f["rule"], f["severity"], f["file"], f["line"]) for f in found]
    assert ("report-duplicate", "warning", "Content/2022/report.yml", 1) in found
    # Where it says `fiscal_year: 2021`.
    lines = workplace.file("Content/2022/report.yml").read_text().splitlines()
    line = 1 + lines.index("fiscal_year: 2021")
    assert ("report-year", "warning", "Content/2022/report.yml", line) in found
    assert not [f for f in found if f[0] in ("report-duplicate", "report-year") and "2021/" in f[2]]


def test_a_copied_department_that_was_not_changed_is_named(workplace):
    workplace.add_report("caiju/2021")
    told = "Content/caiju/2021/report.yml:1:1: 警告 [report-duplicate] “2021”也是"
    for _ in range(2):
        built = workplace.run("--quiet")
        assert built.returncode == 0
        assert built.stdout.count("[report-duplicate]") == 1 and told in built.stdout
    assert told in workplace.run("check").stdout
    # The offices of two districts may have the same name; one amount tells them apart.
    workplace.replace("Content/caiju/2021/tables/revenue-expenditure.csv", "60646633.13", "60646633.14", 9)
    checked = workplace.run("check").stdout
    assert "60,646,633.14" in checked and "report-duplicate" not in checked


@pytest.mark.parametrize(
    "file, old, new, rule",
    [
        ("report.yml", "form_set: xicheng-2021", "form_set: xicheng-2021.yml", "report-form-set-unknown"),
        ("report.yml", "fiscal_year: 2021", "fiscal_year: 2021年", "yaml-invalid-value"),
        ("tables/expenditure.csv", "基本支出", "基本的支出", "unknown-column"),
    ],
)
def test_one_mistake_is_not_told_as_many(workplace, file, old, new, rule):
    """What could not be read is no reason to find fault with what refers to it."""
    workplace.replace(f"Content/2021/{file}", old, new)
    found = json.loads(workplace.run("check", "--format", "json").stdout)["findings"]
    errors = [finding["rule"] for finding in found if finding["severity"] == "error"]
    assert rule in errors and len(errors) <= 2
    told = " ".join(finding["message"] for finding in found)
    assert "没有公开这个表" not in told.replace("目录列有“表十三、项目支出绩效目标申报表”，但没有公开这个表", "")


def test_a_check_that_has_the_square_of_the_rows_as_values_is_refused(workplace):
    form = workplace.file("Content/forms/xicheng-2021.yml")
    text = form.read_text()
    check = '\n  - {id: squared, title: 平方, each: 明细, expect: "sum(明细[*].预算金额) >= 预算金额"}\n'
    # The checks are not the last part of the file.
    form.write_text(text.replace("\nchecks:\n", "\nchecks:" + check, 1))
    assert "squared" in form.read_text()
    assert workplace.run("check").returncode == 0
    table = workplace.file("Content/2021/tables/detail.csv")
    lines = table.read_text(encoding="utf-8-sig").splitlines()
    rows = [f"2120199,其他,50299,其他,30299,其他,项目{number},1.00" for number in range(1_100)]
    table.write_text("\n".join([*lines[:-1], *rows, lines[-1]]) + "\n", encoding="utf-8")
    refused = workplace.run("check")
    assert refused.returncode == 1
    assert "[check-unresolved]" in refused.stdout and "1000000 个以上的数" in refused.stdout


def test_a_site_without_a_name_has_titles(workplace):
    workplace.file("Content/site.yml").unlink()
    workplace.add_report("2022")
    assert workplace.run().returncode == 0
    for page in workplace.file("public").rglob("*.html"):
        title = re.search("<title>(.*)</title>", page.read_text(encoding="utf-8"))[1]
        assert title == "预算公开" or title.endswith(" · 预算公开")
