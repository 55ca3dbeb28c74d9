"""Binding figures is not drudgery: candidates are proposed, and written without a visible change."""

import re

from imports import without_bindings

NARRATIVE = "Content/2021/narrative.md"


def test_bindings_are_proposed_and_written(workplace):
    narrative = workplace.file(NARRATIVE)
    plain = without_bindings(narrative.read_text(encoding="utf-8"))
    assert "](=" not in plain
    narrative.write_text(plain, encoding="utf-8")
    proposed = workplace.run("check")
    assert proposed.returncode == 1
    assert "“29588676.51元”可以绑定到" in proposed.stdout
    assert narrative.read_text(encoding="utf-8") == plain
    fixed = workplace.run("check", "--fix")
    written = narrative.read_text(encoding="utf-8")
    assert int(re.search(r"已写入 (\d+) 处", fixed.stdout)[1]) == written.count("](=") > 20
    assert without_bindings(written) == plain


def test_a_chosen_binding_is_written(workplace):
    workplace.replace(NARRATIVE, "[0元](=三公[公务用车购置及运行维护费].本年)", "0元")
    listed = workplace.run("check").stdout
    place, candidates = re.search(r"^(\S+): “0元”可以绑定到：\n((?:   .*\n)+)", listed, re.M).groups()
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
