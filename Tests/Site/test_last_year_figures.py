"""Last year's column against last year's report: cells left blank, and rows that cover something else."""

import re
import subprocess

import pytest

from district import FORM_SET, Report
from portal import SITEGEN


def told(content, reports, forms=lambda text, number: text):
    """What is told of the second of two years' 三公 tables, of rows of name, last year, this year."""
    names = ["yuan", "later"]
    for number, (report, rows) in enumerate(reports):
        report.write(content)
        (content / report.path / "tables/three-public.csv").write_text(
            "item,last_year,this_year\n" + "".join(",".join(row) + "\n" for row in rows), encoding="utf-8")
        form = content / "forms" / f"{names[number]}.yml"
        form.parent.mkdir(exist_ok=True)
        form.write_text(forms(FORM_SET.format(unit="元"), number), encoding="utf-8")
        description = content / report.path / "report.yml"
        description.write_text(
            description.read_text(encoding="utf-8").replace("form_set: yuan", f"form_set: {names[number]}"),
            encoding="utf-8")
    run = subprocess.run([SITEGEN, "check"], cwd=content.parent, capture_output=True, text=True)
    return re.findall(r"^(\S+): 警告 \[last-year-figure\] (.*?)。请核对", run.stdout, re.M)


def two_years():
    return [Report(f"edu/{year}", "示例区教育局", year, "9.00", "9.00", "9.00", "9.00") for year in (2022, 2023)]


@pytest.mark.parametrize("blank", ["", "-", "—"])
def test_a_blank_cell_does_not_keep_its_neighbour_from_being_compared(tmp_path, blank):
    earlier, later = two_years()
    found = told(tmp_path / "Content", [
        (earlier, [("公务接待费", "1.00", "0.00"), ("合计", "1.00", "40.00")]),
        (later, [("公务接待费", "500.00", blank), ("合计", "41.00", blank)]),
    ])
    assert found == [
        ("Content/edu/2023/tables/three-public.csv:2:7",
         "公务接待费的上年数500.00元，与本站2022年部门预算（edu/2022）的0.00元不一致"),
        ("Content/edu/2023/tables/three-public.csv:3:4",
         "“三公”经费的上年数41.00元，与本站2022年部门预算（edu/2022）的40.00元不一致"),
    ]


@pytest.mark.parametrize("blank", ["", "-"])
def test_what_last_years_report_left_blank_is_no_amount(tmp_path, blank):
    earlier, later = two_years()
    found = told(tmp_path / "Content", [
        (earlier, [("公务接待费", "1.00", blank), ("合计", "1.00", blank)]),
        (later, [("公务接待费", "500.00", "1.00"), ("合计", "0.00", "1.00")]),
    ])
    # Nothing and 0.00 agree.
    assert found == [
        ("Content/edu/2023/tables/three-public.csv:2:7",
         "公务接待费的上年数500.00元，与本站2022年部门预算（edu/2022）不一致，那里没有填数")]


def test_what_this_years_report_leaves_blank_of_last_year(tmp_path):
    earlier, later = two_years()
    found = told(tmp_path / "Content", [
        (earlier, [("公务接待费", "1.00", "40.00"), ("合计", "1.00", "0.00")]),
        (later, [("公务接待费", "", "1.00"), ("合计", "-", "1.00")]),
    ])
    assert found == [
        ("Content/edu/2023/tables/three-public.csv:2:7",
         "公务接待费没有填上年数，本站2022年部门预算（edu/2022）的是40.00元")]


ITEM = '      - {label: 公务接待费, previous: "三公[公务接待费].上年", current: "三公[公务接待费].本年"}\n'


def test_labels_that_name_the_year_are_those_of_any_year(tmp_path):
    def forms(text, number):
        return text.replace("{label: 公务接待费", '{label: "{year}年公务接待费"')

    rows = [("公务接待费", "7.00", "9.00"), ("合计", "9.00", "9.00")]
    found = told(tmp_path / "Content", [(report, rows) for report in two_years()], forms=forms)
    assert [text for _, text in found] == [
        "2023年公务接待费的上年数7.00元，与本站2022年部门预算（edu/2022）的9.00元不一致"]


def test_labels_that_are_not_unique_say_nothing(tmp_path):
    """There is no telling which row of last year's chart has the number."""
    def forms(text, number):
        return text.replace(ITEM, ITEM + ITEM.replace("[公务接待费]", "[车辆费]"))

    rows = [("公务接待费", "3.00", "3.00"), ("车辆费", "4.00", "4.00"), ("合计", "7.00", "7.00")]
    assert told(tmp_path / "Content", [(report, rows) for report in two_years()], forms=forms) == []


def test_what_is_no_amount_was_not_left_blank(tmp_path):
    earlier, later = two_years()
    found = told(tmp_path / "Content", [
        (earlier, [("公务接待费", "1.00", "40.00"), ("合计", "1.00", "40.00")]),
        (later, [("公务接待费", "4O.00", "1.00"), ("合计", "40.00", "1.00")]),
    ])
    assert found == []


def test_every_column_of_last_year_is_compared(tmp_path):
    """Two rows of charts with one number of this year."""
    def forms(text, number):
        second = ITEM.replace("{label: 公务接待费", "{label: 又一行").replace("三公[公务接待费].上年", "三公[车辆费].上年")
        return text.replace(ITEM, ITEM + second)

    rows = [("公务接待费", "40.00", "40.00"), ("车辆费", "77.00", "77.00"), ("合计", "9.00", "9.00")]
    found = told(tmp_path / "Content", [(report, rows) for report in two_years()], forms=forms)
    assert [text for _, text in found] == ["又一行的上年数77.00元，与本站2022年部门预算（edu/2022）的40.00元不一致"]


def test_a_chart_stands_in_where_the_overview_finds_no_last_year(tmp_path):
    """Last year's overview did not have the figure yet."""
    def forms(text, number):
        text = text.replace(ITEM, ITEM + ITEM.replace("公务接待费", "合计"))
        return text if number == 1 else re.sub(r"    - \{id: three-public.*\n", "", text)

    rows = [("公务接待费", "9.00", "9.00"), ("合计", "41.00", "40.00")]
    scope = ", scope: 财政拨款"
    found = told(
        tmp_path / "Content", [(report, rows) for report in two_years()],
        forms=lambda text, number: forms(text.replace(scope, ""), number))
    assert [text for _, text in found] == ["合计的上年数41.00元，与本站2022年部门预算（edu/2022）的40.00元不一致"]


def test_a_row_of_the_chart_has_the_scope_that_the_overview_gives_it(tmp_path):
    """The total is in the chart too, and covers another scope a year later."""
    def forms(text, number):
        text = text.replace(', previous: "三公[合计].上年"', "").replace(
            "    items:\n", '    items:\n      - {label: 总计, previous: "三公[合计].上年", current: "三公[合计].本年"}\n')
        return text.replace("scope: 财政拨款", "scope: 全口径") if number == different else text

    rows = [("公务接待费", "1.00", "1.00"), ("合计", "7.00", "9.00")]
    for different, expected in [(1, []), (None, ["总计的上年数7.00元，与本站2022年部门预算（edu/2022）的9.00元不一致"])]:
        found = told(tmp_path / f"{different}" / "Content", [(report, rows) for report in two_years()], forms=forms)
        assert [text for _, text in found] == expected
