"""Whose the reports in one folder are: one department's, several's, or perhaps two's."""

import re

from district import Report
from portal import build, page, table, words

EDUCATION, HEALTH = "示例区教育局", "示例区卫生健康委员会"


def told(output: str) -> list[tuple[str, str]]:
    return re.findall(r"^(\S+): 警告 \[department-folder\] (.*)$", output, re.M)


def report(path, department, year, three_public, last, **more):
    return Report(path, department, year, "100.00", "40.00", three_public, last, **more)


def departments(public) -> list[tuple[str, str | None, int]]:
    """The home page's departments: the name, where it leads, and how many reports it lists."""
    found = page(public / "index.html").findall(".//ul[@class='department-list']/li")
    return [
        (words(entry.find("./*[@class='department']")), entry.find("./*[@class='department']").get("href"),
         len(entry.findall("./ul/li")))
        for entry in found]


def test_departments_within_a_years_folder_are_not_mixed(tmp_path):
    """Neither the years of one nor the final accounts of another are set against each other."""
    public, output = build(tmp_path, [
        report("2022/education", EDUCATION, 2022, "1.00", "9.00"),
        report("2022/education-final", EDUCATION, 2022, "2.00", "9.00", kind="final-accounts"),
        report("2022/health", HEALTH, 2022, "3.00", "9.00"),
        report("2023/education", EDUCATION, 2023, "4.00", "8.00"),
        report("2023/health", HEALTH, 2023, "5.00", "8.00"),
    ])
    places = [place for place, _ in told(output)]
    assert places == ["Content/2022/health/report.yml:1:1", "Content/2023/health/report.yml:1:1"]
    for _, text in told(output):
        assert EDUCATION in text and HEALTH in text and "如“部门名/202" in text
    assert "last-year-figure" not in output and "report-duplicate" not in output
    assert departments(public) == [
        (HEALTH, None, 1), (EDUCATION, None, 2), (HEALTH, None, 1), (EDUCATION, None, 1)]
    head, rows = table(public / "year-2022.html")
    assert list(rows) == [HEALTH, EDUCATION, "合计（2份）"]
    # The reports' pages lead to it, so it is there.
    shared = page(public / "2022/index.html")
    assert words(shared.find(".//h1")) == "2022"
    assert shared.find(".//table") is None
    listed = [
        (words(entry.find("./a")), entry.find("./a").get("href"), words(entry.find("./span")))
        for entry in shared.findall(".//ul[@class='report-list']/li")]
    assert listed == [
        ("2022年部门决算", "education-final/index.html", EDUCATION),
        ("2022年部门预算", "health/index.html", HEALTH),
        ("2022年部门预算", "education/index.html", EDUCATION)]
    assert "<loc>2022/index.html</loc>" in (public / "sitemap.xml").read_text(encoding="utf-8")


def test_a_department_that_was_renamed_has_one_folder(tmp_path):
    public, output = build(tmp_path, [
        report("edu/2022", EDUCATION, 2022, "1.00", "9.00"),
        report("edu/2023", "示例区教育委员会", 2023, "4.00", "1.00"),
        report("health/2023", HEALTH, 2023, "4.00", "1.00"),
    ])
    assert told(output) == []
    assert departments(public) == [
        ("示例区教育委员会", "edu/index.html", 2), (HEALTH, "health/index.html", 1)]


def test_a_name_that_changes_within_a_year_is_asked_about(tmp_path):
    public, output = build(tmp_path, [
        report("edu/2022", EDUCATION, 2022, "1.00", "9.00"),
        report("edu/2022-final", "示例区教育委员会", 2022, "2.00", "9.00", kind="final-accounts"),
    ])
    assert [place for place, _ in told(output)] == ["Content/edu/2022-final/report.yml:1:1"]
    assert "如果部门改了名，可以不管" in told(output)[0][1]
    head, _ = table(public / "edu/index.html")
    assert head == ["项目", "2022年部门预算示例区教育局", "2022年部门决算"]


def test_nobody_sees_white_space_or_the_width_of_brackets(tmp_path):
    """In a name it makes no other department, in the site's root as in a folder."""
    names = ["示例区教育局（机关）", "示例区教育局(机关)　", " 示例区教育局 （机关）"]
    for top in ["", "edu/"]:
        reports = [
            report(f"{top}{2022 + number}", name, 2022 + number, "1.00", "7.00")
            for number, name in enumerate(names)]
        # The same year, as an adjusted budget.
        reports.append(report(f"{top}2022-adjusted", names[1], 2022, "1.00", "7.00"))
        folder = tmp_path / (top or "root")
        folder.mkdir()
        public, output = build(folder, reports)
        assert told(output) == []
        assert output.count("[report-duplicate]") == 1
        # Of 2024 against 2023: of 2022 there are two. Two rows each.
        assert output.count("[last-year-figure]") == 2
        head, _ = table(public / top / "index.html")
        assert len(head) == 5
