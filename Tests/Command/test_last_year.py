"""Last year's column of a report against last year's own report."""

import re
import shutil


def test_every_row_of_the_chart_is_compared_and_none_twice(workplace):
    """Also a row that the overview shows, where it stands without a figure of last year."""
    old, new = workplace.file("Content/甲/2021"), workplace.file("Content/甲/2022")
    old.parent.mkdir()
    workplace.file("Content/2021").rename(old)
    shutil.copytree(old, new)
    workplace.replace("Content/甲/2022/report.yml", "2021年部门预算", "2022年部门预算")
    workplace.replace("Content/甲/2022/report.yml", "fiscal_year: 2021", "fiscal_year: 2022")
    table = new / "tables/three-public.csv"
    header, rows = table.read_text(encoding="utf-8").split("\n", 1)
    header = header.replace("2021", "2022").replace("2020", "2021")
    table.write_text(header + "\n" + rows, encoding="utf-8")
    checked = workplace.run("check")
    told = re.findall(r"^(\S+): 警告 \[last-year-figure\] (.*?)的上年数14784.24元.*的11413.45元不一致", checked.stdout, re.M)
    # 公务接待费 and 总计 are the only rows with amounts.
    assert told == [
        ("Content/甲/2022/tables/three-public.csv:3:9", "公务接待费"),
        ("Content/甲/2022/tables/three-public.csv:7:4", "“三公”经费"),
    ]
    assert workplace.run("build").stdout.count("[last-year-figure]") == 2
