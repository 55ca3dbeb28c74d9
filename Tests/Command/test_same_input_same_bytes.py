"""The site is a function of the content: nothing else shows in its bytes."""

import os

import pytest

SETTINGS = [
    {"LC_ALL": "C", "TZ": "Pacific/Kiritimati", "SWIFT_DETERMINISTIC_HASHING": "1"},
    {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "TZ": "America/St_Johns"},
    {"LC_ALL": "zh_CN.GB18030", "TZ": "Asia/Shanghai", "HOME": "/nonexistent"},
]


@pytest.mark.parametrize("environment", SETTINGS)
@pytest.mark.parametrize("jobs", ["1", "7"])
def test_builds_elsewhere_are_identical(workplace, another_workplace, environment, jobs):
    # Each process has a hash seed of its own, unless the setting says otherwise.
    assert workplace.run().returncode == 0
    os.utime(another_workplace.file("Content/2021/narrative.md"), (1, 1))
    built = another_workplace.run("--jobs", jobs, environment=environment)
    assert built.returncode == 0
    assert workplace.published() == another_workplace.published()


def test_findings_come_in_the_order_of_the_reports(workplace):
    # The first one takes longest, so that others are done before it.
    narrative = workplace.file("Content/2021/narrative.md")
    text = narrative.read_text(encoding="utf-8")
    for number in range(1, 9):
        workplace.add_report(f"部门{number}/2021")
    narrative.write_text(text + "\n\n" + "本年工作任务较重。" * 20000, encoding="utf-8")
    arguments = ["--quiet", "--jobs", "7"]
    built = workplace.run(*arguments)
    assert built.returncode == 0
    named = list(dict.fromkeys(
        line.split(":")[0].rsplit("/", 1)[0] for line in built.stdout.splitlines() if line.startswith("Content/")))
    assert named == ["Content", "Content/2021"] + [f"Content/部门{number}/2021" for number in range(1, 9)]
    assert workplace.run(*arguments).stdout == built.stdout
    assert workplace.run("--quiet", "--jobs", "1", "--output", "elsewhere").stdout == built.stdout


def test_a_second_build_touches_nothing(workplace):
    assert workplace.run().returncode == 0
    public = workplace.file("public")
    before = {
        path: (path.stat().st_mtime_ns, path.stat().st_ino)
        for path in public.rglob("*")
        if ".sitegen" not in path.relative_to(public).parts
    }
    again = workplace.run()
    assert again.returncode == 0
    assert "写入 0 个文件" in again.stdout
    after = {path: (path.stat().st_mtime_ns, path.stat().st_ino) for path in before}
    assert after == before


def test_a_style_sheet_does_not_touch_the_pages(workplace):
    assert workplace.run().returncode == 0
    before = workplace.published()
    with workplace.file("Templates/assets/site.css").open("a") as sheet:
        sheet.write("\n.extra { color: red; }\n")
    assert workplace.run().returncode == 0
    after = workplace.published()
    assert [path for path in after if after[path] != before[path]] == ["assets/site.css"]
