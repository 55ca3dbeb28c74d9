"""The pages about several departments and years, from the content of Tests/Site/district.py."""

import re
from decimal import Decimal
from urllib.parse import unquote

import pytest

import district
from portal import build, number, page, table, words

MAIN = ["收入总计（元）", "支出总计（元）", "“三公”经费（元，财政拨款）"]


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    return build(tmp_path_factory.mktemp("district"), district.DISTRICT)


@pytest.fixture
def public(built):
    return built[0]


def printed(amount: Decimal) -> str:
    return f"{amount:,.2f}"


def of(department, year=None, kind="budget", form_set="yuan"):
    return [
        report for report in district.DISTRICT
        if report.path.startswith(department) and report.kind == kind
        and report.form_set == form_set and (year is None or report.year == year)]


def test_a_department_has_its_years_side_by_side(public):
    head, rows = table(public / "education/index.html")
    # Whose they were when the department had another name.
    assert head == [
        "项目", "2022年部门预算示例区教育局", "2022年部门决算示例区教育局", "2023年部门预算"]
    reports = [of("education", 2022)[0], of("education", kind="final-accounts")[0],
               of("education", 2023)[0]]
    expected = {
        MAIN[0]: [report.income for report in reports],
        MAIN[1]: [report.income for report in reports],
        "项目支出（元）": [report.project for report in reports],
        MAIN[2]: [report.three_public for report in reports],
    }
    assert {name: [number(cell) for cell in cells] for name, cells in rows.items()} == expected


def test_a_change_is_against_the_year_before_and_the_budget(public):
    _, rows = table(public / "education/index.html")
    _, accounts, next_year = rows["项目支出（元）"]
    # 390.00 - 400.05 and 500.00 - 400.05, of 400.05
    assert words(accounts.find("./small")) == "比预算减少10.05元，下降2.51%"
    assert words(next_year.find("./small")) == "比上年增加99.95元，增长24.98%"


def test_figures_of_different_units_are_not_compared(public):
    _, rows = table(public / "health/index.html")
    assert [number(cell) for cell in rows["收入总计（元）"]] == [Decimal("2000.20"), None]
    assert [number(cell) for cell in rows["收入总计（万元）"]] == [None, Decimal("0.22")]
    for cells in rows.values():
        assert all(cell.find("./small") is None for cell in cells)


@pytest.mark.parametrize("year", [2022, 2023])
def test_a_year_lists_all_departments_with_the_sums(public, year):
    head, rows = table(public / f"year-{year}.html")
    reports = of("", year)
    everyone = reports + of("", year, form_set="ten-thousand")
    assert head[1:4] == MAIN
    assert len(rows) == len(everyone) + 1
    for report in reports:
        cells = [number(cell) for cell in rows[report.department]][:3]
        assert cells == [report.income, report.income, report.three_public]
    total = rows[f"合计（{len(everyone)}份）"]
    assert [number(cell) for cell in total][:3] == [
        sum(report.income for report in reports), sum(report.income for report in reports),
        sum(report.three_public for report in reports)]
    missing = len(everyone) > len(reports)
    assert [words(cell.find("./small")) for cell in total[:3] if missing] == (
        [f"其中{len(reports)}份有此数"] * 3 if missing else [])


def test_a_list_changed_when_one_of_its_reports_did(public):
    sitemap = (public / "sitemap.xml").read_text(encoding="utf-8")
    dates = re.findall("<loc>(.*)</loc><lastmod>(.*)</lastmod>", sitemap)
    changed = {unquote(path): date for path, date in dates}
    years = {report.year for report in district.DISTRICT}
    assert changed["index.html"] == f"{max(years)}-02-01"
    for year in years:
        assert changed[f"year-{year}.html"] == f"{year}-02-01"
    for department in {report.path.split("/")[0] for report in district.DISTRICT}:
        latest = max(report.year for report in district.DISTRICT if report.path.startswith(department + "/"))
        assert changed[f"{department}/index.html"] == f"{latest}-02-01"


def test_final_accounts_have_a_list_of_their_own(public):
    _, rows = table(public / "year-2022-final-accounts.html")
    assert set(rows) == {"示例区教育局", "合计（1份）"}


def test_the_home_page_sums_each_year(public):
    head, rows = table(public / "index.html")
    assert list(rows) == ["2023年部门预算", "2022年部门预算", "2022年部门决算"]
    for year in [2022, 2023]:
        cells = rows[f"{year}年部门预算"]
        sum_of_year = cells[head.index(MAIN[0]) - 1]
        reports = of("", year)
        assert sum_of_year.text == printed(sum(report.income for report in reports))
        # A sum over a part of the reports says so.
        others = of("", year, form_set="ten-thousand")
        remarks = [words(remark) for remark in sum_of_year.findall("./small")]
        assert remarks == ([f"其中{len(reports)}份有此数"] if others else [])


def test_every_figure_leads_to_its_cell(public):
    count = 0
    for path in [*public.glob("*.html"), *public.glob("*/index.html")]:
        for link in page(path).iterfind(".//table[@class='figures']//td//a"):
            target, cell = unquote(link.get("href")).split("#")
            target_page = page((path.parent / target).resolve())
            found = [element for element in target_page.iter() if element.get("id") == cell]
            assert len(found) == 1 and words(found[0]) == link.text
            count += 1
    # 3 main figures on the year's page, 4 on the department's, for each report.
    assert count == 7 * len(district.DISTRICT)


def test_last_years_figures_are_checked_against_last_years_report(built):
    lines = re.findall(r"(\S+): 警告 \[last-year-figure\] (.*)", built[1])
    assert [place for place, _ in lines] == [
        "Content/education/2023/tables/three-public.csv:2:7",
        "Content/education/2023/tables/three-public.csv:3:4"]
    assert all("51.00元" in text and "50.00元" in text for _, text in lines)
    assert all("那份报告的部门是“示例区教育局”，如果不是同一个部门，" in text for _, text in lines)


def test_every_page_is_within_reach(public):
    """By links from the home page, and none leads nowhere."""
    seen, pending = set(), [public / "index.html"]
    while pending:
        here = pending.pop()
        if here in seen:
            continue
        seen.add(here)
        for link in page(here).iterfind(".//a[@href]"):
            target = unquote(link.get("href").split("#")[0])
            if target and ":" not in target:
                there = (here.parent / target).resolve()
                assert there.is_file(), f"{here}: {target}"
                if there.suffix == ".html":
                    pending.append(there)
    # The form of every page leads to the search.
    assert seen | {public / "404.html", public / "search.html"} == set(public.rglob("*.html"))


def test_a_report_leads_back_to_its_department(public):
    way = page(public / "education/2022/summary.html").findall(".//nav[@aria-label='当前位置']//a")
    assert [(words(step), step.get("href")) for step in way] == [
        ("首页", "../../index.html"), ("示例区教育局", "../index.html"),
        ("2022年部门预算", "index.html")]


def test_long_lists_come_in_pages(tmp_path):
    reports = [
        district.Report(f"d{number:03}/2022", f"部门{number:03}", 2022, f"{number}.01", "0.00",
                        "0.00", "0.00")
        for number in range(401)]
    public, _ = build(tmp_path, reports)
    listed, summed = [], []
    for name in ["year-2022.html", "year-2022-2.html", "year-2022-3.html"]:
        _, rows = table(public / name)
        listed += [department for department in rows if not department.startswith("合计")]
        summed += [cells[0].text for name, cells in rows.items() if name.startswith("合计")]
    assert listed == [report.department for report in reports]
    assert summed == [printed(sum(report.income for report in reports))]
    assert not (public / "year-2022-4.html").exists()
    departments = []
    file = "departments.html"
    while file:
        found = page(public / file)
        departments += [words(a) for a in found.iterfind(".//a[@class='department']")]
        link = found.find(".//a[@rel='next']")
        file = link.get("href") if link is not None else None
    assert departments == [report.department for report in reports]
    home = page(public / "index.html")
    assert home.find(".//ul[@class='department-list']") is None
    assert home.find(".//a[@href='departments.html']") is not None
