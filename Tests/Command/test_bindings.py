"""Binding figures is not drudgery: candidates are proposed, and written without a visible change."""

import re
import shutil

import pytest
from conftest import ROOT
from imports import without_bindings

NARRATIVE = "Content/2021/narrative.md"


def test_bindings_are_proposed_and_written(workplace):
    narrative = workplace.file(NARRATIVE)
    plain = without_bindings(narrative.read_text(encoding="utf-8"))
    assert "](=" not in plain
    narrative.write_text(plain, encoding="utf-8")
    proposed = workplace.run("check")
    assert proposed.returncode == 1
    assert "“29588676.51元”的数据来源可以是" in proposed.stdout
    assert narrative.read_text(encoding="utf-8") == plain
    announced = int(re.search(r"其中 (\d+) 处只有一个答案", proposed.stdout)[1])
    fixed = workplace.run("check", "--fix")
    written = narrative.read_text(encoding="utf-8")
    assert int(re.search(r"已写入 (\d+) 处", fixed.stdout)[1]) == announced
    assert announced == written.count("](=") > 15
    assert without_bindings(written) == plain
    # Each repeats a cell or a fact; sums, differences and rates are for a person to choose.
    assert all(re.search(r"[-+*/]", b[2:]) is None for b in re.findall(r"\]\(=[^\s，。；]*\)", written))
    # What is left has several answers, or is computed.
    assert "处只有一个答案" not in fixed.stdout
    assert "已写入 0 处" in workplace.run("check", "--fix").stdout


# 㐀 has four bytes in GB18030, 𠀀 two units in UTF-16.
WORDS = "㐀、𠀀、é：2021年收入合计60646633.13元。因机构改革职责调整"


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    "codec, mark",
    [
        ("utf-8", b""),
        ("utf-8", b"\xef\xbb\xbf"),
        ("gb18030", b""),
        ("utf-16-le", b"\xff\xfe"),
        ("utf-16-be", b"\xfe\xff"),
    ],
)
def test_a_narrative_keeps_its_encoding(workplace, codec, mark, line_end):
    workplace.replace(NARRATIVE, "因机构改革职责调整", WORDS)
    narrative = workplace.file(NARRATIVE)
    plain = without_bindings(narrative.read_text(encoding="utf-8")).replace("\n", line_end)
    before = mark + plain.encode(codec)
    narrative.write_bytes(before)
    result = workplace.run("check", "--fix")
    count = int(re.search(r"已写入 (\d+) 处", result.stdout)[1])
    after = narrative.read_bytes()
    assert after.startswith(mark)
    written = after[len(mark) :].decode(codec)
    assert written.count("](=") == count > 15
    assert mark + without_bindings(written).encode(codec) == before
    assert mark + written.encode(codec) == after
    # One that a person chooses, too.
    figure = next(line for line in result.stdout.splitlines() if "“0元”的数据来源可以是" in line)
    assert "已写入 1 处" in workplace.run("check", "--bind", figure.split(": ")[0] + "=1").stdout
    chosen = narrative.read_bytes()
    assert chosen != after
    assert mark + without_bindings(chosen[len(mark) :].decode(codec)).encode(codec) == before


@pytest.mark.parametrize("option", [("--fix",), ("--bind", NARRATIVE + ":{place}=1")])
def test_what_cannot_be_written_is_said_as_such(workplace, option):
    """No file may grow, as on a full disk."""
    workplace.replace(NARRATIVE, "[3300000元](=明细[工作经费].预算金额)", "3300000元")
    place = re.search(NARRATIVE + r":(\d+:\d+): “3300000元”", workplace.run("check").stdout)[1]
    before = workplace.file(NARRATIVE).read_bytes()
    no_space = ("sh", "-c", "trap '' XFSZ; ulimit -f 0; exec \"$@\"", "sh")
    failed = workplace.run("check", *(word.format(place=place) for word in option), wrapper=no_space)
    assert failed.returncode == 2
    assert f"sitegen: 无法写入“{NARRATIVE}”：文件太大。这个文件没有改动" in failed.stderr
    assert workplace.file(NARRATIVE).read_bytes() == before
    assert sorted(path.name for path in workplace.file("Content/2021").iterdir()) == sorted(
        path.name for path in (ROOT / "Content/2021").iterdir()
    )


def test_of_several_narratives_those_are_named_that_were_written(workplace):
    """No file may grow beyond a size that one of two narratives has."""
    workplace.replace(NARRATIVE, "[3300000元](=明细[工作经费].预算金额)", "3300000元")
    shutil.copytree(workplace.file("Content/2021"), workplace.file("Content/d/2021"))
    other = workplace.file("Content/d/2021/narrative.md")
    before = other.read_bytes() + b"\n" + 60_000 * b" " + b"\n"
    other.write_bytes(before)
    # In units of 512 or 1,024 bytes, as the shell has it.
    limited = ("sh", "-c", "trap '' XFSZ; ulimit -f 48; exec \"$@\"", "sh")
    failed = workplace.run("check", "--fix", wrapper=limited)
    assert failed.returncode == 2
    assert failed.stderr == (
        "sitegen: 无法写入“Content/d/2021/narrative.md”：文件太大。这个文件没有改动\n"
        f"已写入数据来源的有：{NARRATIVE}。\n"
    )
    assert "[3300000元](=" in workplace.file(NARRATIVE).read_text(encoding="utf-8")
    assert other.read_bytes() == before


def test_no_sum_proves_a_wrong_figure(workplace):
    """2959 would be right; 2958 is the difference of two cells that have nothing to do with it."""
    workplace.replace(NARRATIVE, "因机构改革职责调整", "2021年基本支出2958万元。因机构改革职责调整")
    before = workplace.file(NARRATIVE).read_bytes()
    result = workplace.run("check", "--fix")
    assert result.returncode == 1
    assert "数据来源可以是" not in result.stdout and "只有一个答案" not in result.stdout
    assert "已写入 0 处" in result.stdout and "未注明来源 1。" in result.stdout
    assert workplace.file(NARRATIVE).read_bytes() == before


def test_one_of_several_answers_is_left_to_the_clerk(workplace):
    workplace.replace(NARRATIVE, "[60646633.13元](=收入[总计].合计)", "60646633.13元")
    before = workplace.file(NARRATIVE).read_bytes()
    result = workplace.run("check", "--fix")
    assert "   5. [60646633.13元](=" in result.stdout
    assert "只有一个答案" not in result.stdout and "已写入 0 处" in result.stdout
    assert workplace.file(NARRATIVE).read_bytes() == before


@pytest.mark.parametrize("words", ["[3300000元][a]", "[3300000元](revenue.html)", "`3300000元`"])
def test_what_cannot_be_written_is_not_announced(workplace, words):
    """There is a row called so, but no binding can stand in a link or in code."""
    binding = "[3300000元](=明细[工作经费].预算金额)"
    workplace.replace(NARRATIVE, binding, "3300000元")
    assert "其中 1 处只有一个答案" in workplace.run("check").stdout
    workplace.replace(NARRATIVE, "3300000元", words)
    before = workplace.file(NARRATIVE).read_bytes()
    assert "只有一个答案" not in workplace.run("check").stdout
    assert "已写入 0 处" in workplace.run("check", "--fix").stdout
    assert workplace.file(NARRATIVE).read_bytes() == before


def test_a_chosen_binding_is_written(workplace):
    workplace.replace(NARRATIVE, "[0元](=三公[公务用车购置及运行维护费].本年)", "0元")
    listed = workplace.run("check").stdout
    place, candidates = re.search(r"^(\S+): “0元”的数据来源可以是：\n((?:   .*\n)+)", listed, re.M).groups()
    number = re.search(r"^   (\d+)\. \[0元\]\(=三公\[公务用车购置及运行维护费\]", candidates, re.M)[1]
    chosen = workplace.run("check", "--bind", f"{place}={number}")
    assert chosen.returncode == 0, chosen.stdout
    assert "已写入 1 处" in chosen.stdout
    assert "[0元](=三公[公务用车购置及运行维护费]" in workplace.file(NARRATIVE).read_text(encoding="utf-8")


def test_figures_that_differ_in_white_space_have_ids_of_their_own(workplace):
    figure = "[60646633.13元](=收入[总计].合计)"
    spaced = "[60646633.13 元](=收入[总计].合计)"
    workplace.replace("Content/2021/narrative.md", figure, f"{figure}，即{spaced}，即{spaced}")
    assert workplace.run().returncode == 0
    page = workplace.file("public/2021/index.html").read_text()
    ids = re.findall(r' id="([^"]*)"', page)
    assert "figure-60646633.13元-3" in ids
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    "words, rule",
    [
        ("[60646633.13元]（=收入[总计].合计）", "binding-notation"),
        ("[60646633.13元] (=收入[总计].合计)", "binding-notation"),
        ("[60646633.13元](＝收入[总计].合计)", "binding-notation"),
        ("［60646633.13元］(=收入[总计].合计)", "binding-notation"),
        ("[60646633.13元](=收入[总计].合计", "figure-link"),
        ("[60646633.13元](=收入[总计].合计 “原文如此”)", "figure-link"),
        ("[60646633.13元](=)", "expression-syntax"),
        ("[60646633.13元](=收入[总计]合计)", "expression-syntax"),
        ("[60646633.**13元**](<=收入[总计].合计 + >)", "expression-syntax"),
        ("[其中**60646633.13元**，占5.85%](=收入[总计合计)", "expression-syntax"),
    ],
)
def test_a_miswritten_binding_is_reported_once_and_not_wrapped(workplace, words, rule):
    workplace.replace(NARRATIVE, "[60646633.13元](=收入[总计].合计)", words)
    before = workplace.file(NARRATIVE).read_bytes()
    result = workplace.run("check", "--fix")
    assert result.returncode == 1
    assert re.findall(r"narrative.md:64:\d+: (.*?) \[(.*?)\]", result.stdout) == [("错误", rule)]
    assert "已写入 0 处" in result.stdout and "错误 1 个" in result.stdout
    assert workplace.file(NARRATIVE).read_bytes() == before


@pytest.mark.parametrize(
    "place, reason",
    [
        ("Content/2021/narrative.md:64:10=9", "只列出了 5 个来源"),
        ("Content/2021/narrative.md:64:11=1", "第 64 行第 11 列没有缺少数据来源的数字"),
        ("Content/2020/narrative.md:64:10=1", "Content/2020/narrative.md"),
    ],
)
def test_a_choice_of_nothing_is_named_and_nothing_is_written(workplace, place, reason):
    workplace.replace(NARRATIVE, "[60646633.13元](=收入[总计].合计)", "60646633.13元")
    before = workplace.file(NARRATIVE).read_bytes()
    right = "Content/2021/narrative.md:64:10=2"
    result = workplace.run("check", "--bind", right, "--bind", place)
    assert result.returncode == 64
    assert f"--bind {place}：" in result.stderr and reason in result.stderr
    assert right not in result.stderr
    assert "没有写入任何数据来源" in result.stderr
    assert workplace.file(NARRATIVE).read_bytes() == before


def test_a_figure_cannot_be_bound_twice_at_once(workplace):
    workplace.replace(NARRATIVE, "[60646633.13元](=收入[总计].合计)", "60646633.13元")
    place = "Content/2021/narrative.md:64:10"
    result = workplace.run("check", "--bind", f"{place}=1", "--bind", f"{place}=2")
    assert result.returncode == 64
    assert f"--bind {place}=2：“60646633.13元”选了不止一次" in result.stderr


@pytest.mark.parametrize("written", ["./Content/2021/narrative.md", "Content/../Content/2021/narrative.md", None])
def test_a_choice_may_name_the_file_in_any_way(workplace, written):
    workplace.replace(NARRATIVE, "[60646633.13元](=收入[总计].合计)", "60646633.13元")
    file = written or str(workplace.file(NARRATIVE))
    result = workplace.run("check", "--bind", f"{file}:64:10=2")
    assert result.returncode == 0, result.stderr
    assert "已写入 1 处" in result.stdout
    assert "[60646633.13元](=收入[总计].合计)" in workplace.file(NARRATIVE).read_text(encoding="utf-8")


def test_a_number_is_no_source_of_itself(workplace):
    workplace.replace(NARRATIVE, "[4394.42万元](=文外.固定资产总额)", "[4394.42万元](=4394.42万元)")
    result = workplace.run("check")
    assert result.returncode == 1
    assert "错误 [binding-without-source]" in result.stdout and "facts.yml" in result.stdout
    assert "不一致 1，未注明来源 0。" in result.stdout


def test_a_sum_of_no_row_says_which_table_has_none(workplace):
    empty, other = "[0元](=sum(政府性基金[*].合计))", "[0元](=sum(支出[科目编码=9*].合计))"
    workplace.replace(NARRATIVE, "我单位没有国有资本经营预算财政拨款项目。", f"政府性基金{empty}，其他{other}。")
    result = workplace.run("build")
    assert result.returncode == 0, result.stdout + result.stderr
    assert result.stdout.count("[empty-selection]") == 1
    assert "sum(支出[科目编码=9*].合计) 没有选中任何一行，按 0 计" in result.stdout
    page = workplace.file("public/2021/index.html").read_text(encoding="utf-8")
    assert '＝ （<a href="government-fund.html">政府性基金预算支出情况表</a>无数据）' in page
    assert '＝ （<a href="expenditure.html">部门支出总体情况表</a>没有这样的行）' in page
    assert "<ul>\n</ul>" not in page
