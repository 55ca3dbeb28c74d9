"""The first screen, the corrections and the heads of pages, in sites other than the committed one."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]
SECOND = TESTS / "SitegenTests" / "Sites" / "second" / "Content"

CORRECTIONS = """\
- date: 2021-03-01
  cell: 三公[公务接待费].本年
  earlier: 12653.17
  now: 11,413.45
  reason: 原录入数据未扣除下半年压减部分。
- date: 2021-04-12 10:00
  section: （二）人员构成情况
  earlier: 实际在岗81人
  now: 实际在岗80人
  reason: </script><!--<script>alert("更正")</script>
"""


def site_tests(site):
    """Runs the tests that read a site as other programs do."""
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider",
         str(TESTS / "Site" / "test_overview.py"), str(TESTS / "Site" / "test_heads.py")],
        env={**os.environ, "SITE": str(site)}, capture_output=True, text=True, timeout=300,
    )


@pytest.mark.parametrize("address", ["", "https://example.gov.cn/ysgk"])
def test_a_corrected_report_says_so_everywhere(workplace, address):
    workplace.replace("Content/2021/report.yml", "kind: budget", "published: 2021-02-03\nkind: budget")
    workplace.file("Content/2021/corrections.yml").write_text(CORRECTIONS, encoding="utf-8")
    built = workplace.run(*(["--base-url", address] if address else []))
    assert built.returncode == 0, built.stdout
    page = workplace.file("public/2021/three-public.html").read_text(encoding="utf-8")
    (cell,) = [line for line in page.splitlines() if "data-earlier" in line]
    assert 'data-earlier="12,653.17"' in cell and ">11,413.45</td>" in cell
    report = workplace.file("public/2021/index.html").read_text(encoding="utf-8")
    assert "<script>alert" not in report and "<del>实际在岗81人</del>" in report
    feed = workplace.file("public/feed.xml").read_text(encoding="utf-8")
    assert "2021-04-12T10:00:00+08:00" in feed and "2021-02-03T00:00:00+08:00" in feed
    assert ("href=\"https://example.gov.cn/ysgk/2021/index.html\"" in feed) == bool(address)
    tested = site_tests(workplace.file("public"))
    assert tested.returncode == 0, tested.stdout


def test_a_correction_that_the_table_contradicts_stops_publication(workplace):
    workplace.file("Content/2021/corrections.yml").write_text(
        CORRECTIONS.replace("11,413.45", "11,413.54"), encoding="utf-8")
    built = workplace.run()
    assert built.returncode == 1
    assert "Content/2021/corrections.yml:4:8: 错误 [correction-now]" in built.stdout
    assert not workplace.file("public").exists()


def test_another_district_needs_no_other_program(workplace):
    shutil.rmtree(workplace.file("Content"))
    shutil.copytree(SECOND, workplace.file("Content"))
    assert workplace.run().returncode == 0
    tested = site_tests(workplace.file("public"))
    assert tested.returncode == 0, tested.stdout


def test_without_last_years_figure_nothing_is_compared(workplace):
    facts = workplace.file("Content/2021/facts.yml").read_text(encoding="utf-8")
    assert "2020支出预算" not in facts
    assert workplace.run().returncode == 0
    page = workplace.file("public/2021/index.html").read_text(encoding="utf-8")
    card = page[page.index("支出总计</p>") : page.index("“三公”经费</a></p>")]
    assert "60,646,633.13" in card and "比" not in card


def test_an_amount_of_the_first_screen_changes_only_lines_that_show_it(workplace):
    assert workplace.run().returncode == 0
    before = workplace.published()
    for path in ("Content/2021/tables/three-public.csv", "Content/2021/narrative.md"):
        workplace.replace(path, "11413.45", "11413.95", count=-1)
    # The editor's note names what the mistaken sentence should say.
    workplace.replace("Content/2021/narrative.md", "3370.79", "3370.29", count=-1)
    built = workplace.run()
    assert built.returncode == 0, built.stdout
    after = workplace.published()
    assert set(before) == set(after)
    shown = ["11413.45", "11413.95", "11,413.45", "11,413.95"]
    for path in before:
        if path.endswith(".xlsx"):
            continue
        old, new = (site[path].decode("utf-8").splitlines() for site in (before, after))
        if "search" in path.split("/")[-1] or path.startswith("search/"):
            # An index is in the order of its amounts.
            changed = set(old) ^ set(new)
        else:
            assert len(old) == len(new), path
            changed = {line for lines in zip(old, new) if lines[0] != lines[1] for line in lines}
        for line in changed:
            assert any(amount in line for amount in shown), f"{path}: {line}"
