"""A build that is killed at any moment leaves every report wholly old or wholly new.

`KILLS=200 .venv/bin/python -m pytest Tests/Command/test_kills.py` kills as often as you like; with
`SITEGEN=.build/release/sitegen` it does not take long.
"""

import os
import random
import shutil
import signal
import time

import pytest

KILLS = int(os.environ.get("KILLS", "8"))
COMMON = [f"部门{number}/2021" for number in range(1, 9)]
FOREIGN = {"CNAME": "example.gov.cn", "部门1/2021/mine.txt": "mine", "部门9/note.txt": "mine"}


def set_content(workplace, new):
    """Two contents that differ in every report; each has one report that the other has not."""
    content = workplace.file("Content")
    shutil.rmtree(content)
    shutil.copytree(workplace.file(f"Content-{new}"), content)


@pytest.fixture
def places(workplace):
    """Both contents, and what clean builds make of them."""
    content = workplace.file("Content")
    source = workplace.file("source")
    shutil.move(content / "2021", source)
    for name, word in (("a", "综合协调科"), ("b", "综合保障科")):
        folder = workplace.file(f"Content-{name}")
        shutil.copytree(content, folder)
        for report in [*COMMON, f"only-{name}/2021"]:
            shutil.copytree(source, folder / report)
            narrative = folder / report / "narrative.md"
            narrative.write_text(narrative.read_text().replace("综合协调科", word))
            # Not only the narrative: a whole folder has to be swapped.
            table = folder / report / "tables" / "special-transfer.csv"
            table.write_text(table.read_text() + ("\n" if name == "b" else ""))
            facts = folder / report / "report.yml"
            title = "部门预算编制情况说明" if name == "a" else "部门预算情况说明"
            facts.write_text(facts.read_text().replace("部门预算编制情况说明", title))
    sites, seconds = {}, 0.0
    for name in ("a", "b"):
        set_content(workplace, name)
        start = time.monotonic()
        assert workplace.run("--output", f"clean-{name}").returncode == 0
        seconds = time.monotonic() - start
        sites[name] = workplace.published(f"clean-{name}")
    assert all(
        sum(sites["a"][path] != sites["b"][path] for path in sites["a"] if path.startswith(report + "/")) > 1
        for report in COMMON
    )
    return workplace, sites, seconds


def report_of(path):
    """The report that a file belongs to; the search's index is of the whole site."""
    if path.startswith("search/"):
        return None
    return "/".join(path.split("/")[:2]) if path.count("/") >= 2 else None


def check_whole(workplace, sites):
    """Each report is that of one content or the other, each file of the site too."""
    found = workplace.published()
    for path, text in FOREIGN.items():
        assert found.pop(path).decode() == text
    found.pop(".sitegen-manifest", None)
    reports = {}
    for path, data in found.items():
        if report := report_of(path):
            reports.setdefault(report, {})[path] = data
        else:
            assert any(site.get(path) == data for site in sites.values()), path
    for report, files in reports.items():
        versions = [
            {path: data for path, data in site.items() if report_of(path) == report} for site in sites.values()
        ]
        assert files in versions, report
    assert set(COMMON) <= set(reports)


def kill(workplace, build, seconds, dice):
    """Half of the kills come while reports are swapped in, which takes the least time."""
    if dice.random() < 0.5:
        time.sleep(dice.uniform(0, seconds))
    else:
        journal = workplace.file("public/.sitegen/journal")
        while build.poll() is None and not journal.exists():
            time.sleep(0.0005)
        time.sleep(dice.choice([0, dice.uniform(0, 0.01), dice.uniform(0, 0.05)]))
    build.send_signal(signal.SIGKILL)
    return build.wait() == -signal.SIGKILL


def test_kills(places):
    workplace, sites, seconds = places
    dice = random.Random(20210203)
    set_content(workplace, "a")
    assert workplace.run().returncode == 0
    for path, text in FOREIGN.items():
        workplace.file("public").joinpath(path).parent.mkdir(parents=True, exist_ok=True)
        workplace.file("public").joinpath(path).write_text(text)
    kills, current = 0, "a"
    while kills < KILLS:
        current = "b" if current == "a" else "a"
        set_content(workplace, current)
        # Sometimes the build that should mend it is killed too.
        for _ in range(dice.choice([1, 1, 1, 2, 3])):
            build = workplace.start()
            kills += kill(workplace, build, seconds * 1.1, dice)
            check_whole(workplace, sites)
        mended = workplace.run()
        assert mended.returncode == 0, mended.stderr
        expected = {**sites[current], **{path: text.encode() for path, text in FOREIGN.items()}}
        assert workplace.published() == expected
        assert not list(workplace.file("public/.sitegen/staging").iterdir())
        assert not workplace.file("public/.sitegen/journal").exists()
    print(f"{kills} kills")
