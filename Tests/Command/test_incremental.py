"""Only what depends on a change is built again, and what comes out is what a clean build gives."""

import fcntl
import mmap
import os
import shutil
import subprocess
import time

import pytest

from conftest import SITEGEN


@pytest.fixture
def three(workplace):
    """Three reports, built."""
    workplace.add_report("甲/2021")
    workplace.add_report("乙/2021")
    assert workplace.run().returncode == 0
    return workplace


def records(workplace):
    """The record of each report; one that is kept is not written again."""
    folder = workplace.file("public/.sitegen/records")
    found = {}
    for record in folder.glob("*.report"):
        path = record.read_bytes().split(b"\n")[2].decode()
        found[path] = record.stat().st_ino, record.stat().st_mtime_ns
    return found


def built(before, after):
    return {path for path in after if after[path] != before.get(path)}


def clean(workplace):
    """What a build without a past gives."""
    assert workplace.run("--output", "clean").returncode == 0
    files = workplace.published("clean")
    shutil.rmtree(workplace.file("clean"))
    return files


ALL = {"2021", "甲/2021", "乙/2021"}


def amount(w):
    w.replace("Content/甲/2021/facts.yml", "value: 64411756.96元", "value: 64411756.960元")


def words(w):
    w.replace("Content/甲/2021/narrative.md", "综合协调科", "综合保障科")


def a_new_file(w):
    w.file("Content/甲/2021/notes.md").write_text("草稿")


def a_form_set(w):
    w.file("Content/forms/xicheng-2021.yml").open("a").write("\n# 改了\n")


def a_form_set_of_its_own(w):
    shutil.copy(w.file("Content/forms/xicheng-2021.yml"), w.file("Content/forms/other.yml"))
    w.replace("Content/乙/2021/report.yml", "form_set: xicheng-2021", "form_set: other")


def the_site(w):
    w.replace("Content/site.yml", "strict: true", "strict: true\ndomain: example.gov.cn")


def a_page_template(w):
    w.replace("Templates/table.mustache", "</", "<!-- x --></")


def the_home_template(w):
    w.replace("Templates/home.mustache", "</", "<!-- x --></")


def a_style_sheet(w):
    w.file("Templates/assets/site.css").open("a").write("\n.x { color: red; }\n")


def a_removed_report(w):
    shutil.rmtree(w.file("Content/甲"))


def a_new_report(w):
    w.add_report("丙/2021")


def nothing_but_times(w):
    for path in w.file("Content").rglob("*"):
        os.utime(path, (1, 1))


CHANGES = [
    (amount, {"甲/2021"}),
    (words, {"甲/2021"}),
    (a_new_file, {"甲/2021"}),
    (a_form_set, ALL),
    (a_form_set_of_its_own, {"乙/2021"}),
    (the_site, ALL),
    (a_page_template, ALL),
    (the_home_template, set()),
    (a_style_sheet, set()),
    (a_removed_report, set()),
    (a_new_report, {"丙/2021"}),
    (nothing_but_times, set()),
]


@pytest.mark.parametrize("change, affected", CHANGES, ids=[c[0].__name__ for c in CHANGES])
def test_what_depends_on_a_change_is_built(three, change, affected):
    before = records(three)
    assert set(before) == ALL
    change(three)
    assert three.run().returncode == 0
    after = records(three)
    assert built(before, after) == affected
    assert three.published() == clean(three)
    # And nothing more the next time.
    assert "写入 0 个文件" in three.run().stdout
    assert records(three) == after


def test_bytes_count_and_not_times(three):
    file = three.file("Content/甲/2021/narrative.md")
    status = file.stat()
    three.replace("Content/甲/2021/narrative.md", "综合协调科", "综合保障科")
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert file.stat().st_size == status.st_size
    assert three.run().returncode == 0
    assert "综合保障科" in three.file("public/甲/2021/index.html").read_text()
    assert three.published() == clean(three)


def test_what_is_kept_is_reported_as_before(three):
    def said():
        return [line for line in three.run().stdout.splitlines() if "个文件" not in line]

    first = said()
    assert sum("[contents-mismatch]" in line for line in first) == 12
    assert said() == first
    shutil.rmtree(three.file("public"))
    assert said() == first


NOTE = bytes([4, 0, 0, 0, 20, 0, 0, 0, 3, 0, 0, 0]) + b"GNU\0"
"""What stands before a build ID of 20 bytes."""


def another_build_id(program):
    place = program.index(NOTE) + len(NOTE)
    return program[:place] + bytes([program[place] ^ 1]) + program[place + 1 :]


def another_byte_without_a_build_id(program):
    return program.replace(NOTE, bytes(len(NOTE))) + b"\0"


@pytest.mark.parametrize("change", [another_build_id, another_byte_without_a_build_id])
def test_another_tool_builds_all_again(three, tmp_path, change):
    def build_with(program):
        tool = tmp_path / "sitegen"
        tool.write_bytes(program)
        tool.chmod(0o755)
        os.utime(tool, ns=(SITEGEN.stat().st_atime_ns, SITEGEN.stat().st_mtime_ns))
        before = records(three)
        assert subprocess.run([tool], cwd=three.folder, capture_output=True).returncode == 0
        return built(before, records(three))

    program = SITEGEN.read_bytes()
    assert build_with(program) == set()
    other = change(program)
    assert build_with(other) == ALL
    assert build_with(other) == set()
    if change is another_byte_without_a_build_id:
        assert build_with(other + b"\0") == ALL


def spoil_a_page(w):
    w.file("public/甲/2021/revenue.html").write_text("…")


def remove_a_page(w):
    w.file("public/甲/2021/revenue.html").unlink()


def remove_the_home_page(w):
    w.file("public/index.html").unlink()


def lose_the_records(w):
    shutil.rmtree(w.file("public/.sitegen"))


def cut_the_records(w):
    for record in w.file("public/.sitegen/records").iterdir():
        record.write_bytes(record.read_bytes()[: record.stat().st_size // 2])


def change_a_byte_of_the_records(w):
    """Of the summaries, out of which the pages of the whole site are made."""
    for record in w.file("public/.sitegen/records").iterdir():
        content = bytearray(record.read_bytes())
        content[len(content) // 8] ^= 2
        record.write_bytes(content)
    # Those pages are only made again when a report changes.
    w.replace("Content/2021/report.yml", "kind: budget", "kind: final-accounts")
    w.run()
    w.replace("Content/2021/report.yml", "kind: final-accounts", "kind: budget")


def zero_the_records(w):
    """As they may be when the power fails."""
    for record in w.file("public/.sitegen/records").iterdir():
        record.write_bytes(record.read_bytes()[:600].ljust(record.stat().st_size, b"\0"))


def spoil_the_records(w):
    for record in w.file("public/.sitegen/records").iterdir():
        record.write_bytes(b"\xff\0\n" * 100)


@pytest.mark.parametrize(
    "spoil",
    [spoil_a_page, remove_a_page, remove_the_home_page, lose_the_records, cut_the_records, spoil_the_records,
     change_a_byte_of_the_records, zero_the_records],
)
def test_what_is_spoiled_is_mended(three, spoil):
    before = three.published()
    spoil(three)
    assert three.run().returncode == 0
    assert three.published() == before


def test_errors_do_not_lose_what_was_built(three):
    before, site = records(three), three.published()
    three.replace("Content/甲/2021/tables/revenue.csv", "922610.35", "92261O.35")
    words_ = three.file("Content/乙/2021/narrative.md")
    words_.write_text(words_.read_text().replace("综合协调科", "综合保障科"))
    assert three.run().returncode == 1
    assert three.published() == site
    assert records(three) == before
    three.replace("Content/甲/2021/tables/revenue.csv", "92261O.35", "922610.35")
    assert three.run().returncode == 0
    assert built(before, records(three)) == {"乙/2021"}
    assert three.published() == clean(three)


def test_only_some_reports(three):
    site = three.published()
    for path in ("甲/2021", "乙/2021"):
        three.replace(f"Content/{path}/narrative.md", "综合协调科", "综合保障科")
    three.replace("Content/甲/2021/report.yml", "kind: budget", "kind: final-accounts")
    assert three.run("--only", "Content/甲/").returncode == 0
    now = three.published()
    changed = {path for path in now if now[path] != site.get(path)}
    assert "甲/2021/index.html" in changed and "index.html" in changed
    assert not any(path.startswith(("乙/", "2021/")) for path in changed)
    assert "决算" in now["index.html"].decode()
    assert three.run().returncode == 0
    assert three.published() == clean(three)


def test_only_takes_away_pages_of_the_site_that_are_none_any_more(three):
    """The last report of its year and kind becomes another's: so does its list."""
    three.replace("Content/甲/2021/report.yml", "kind: budget", "kind: final-accounts")
    assert three.run().returncode == 0
    assert "year-2021-final-accounts.html" in three.published()
    three.replace("Content/甲/2021/report.yml", "kind: final-accounts", "kind: budget")
    assert three.run("--only", "甲").returncode == 0
    assert "year-2021-final-accounts.html" not in three.published()
    assert three.published() == clean(three)


def test_only_takes_away_nothing_that_others_lead_to(three):
    """A department's page and the search stay as long as pages of reports lead there."""
    shutil.rmtree(three.file("Content/乙"))
    three.file("Content/site.yml").write_text("search: false\n", encoding="utf-8")
    assert three.run("--only", "甲").returncode == 0
    published = three.published()
    assert "乙/index.html" in published and "search.html" in published
    assert three.run().returncode == 0 and three.published() == clean(three)


def test_only_takes_away_no_report_that_was_a_department_once(three):
    """A shard has put a report where an earlier build had a department's page."""
    shutil.rmtree(three.file("Content/甲/2021"))
    shutil.copytree(three.file("Content/2021"), three.file("Content/甲"), dirs_exist_ok=True)
    assert three.run("--shard", "1/1").returncode == 0
    assert three.run("--only", "乙").returncode == 0
    assert "甲/index.html" in three.published()


def test_only_does_not_name_what_it_removes_itself(three):
    shutil.rmtree(three.file("Content/甲/2021"))
    shutil.copytree(three.file("Content/2021"), three.file("Content/甲"), dirs_exist_ok=True)
    partial = three.run("--only", "甲")
    assert partial.returncode == 0 and not three.file("public/甲/2021").exists()
    assert "内容里已没有的报告" not in partial.stderr


def test_only_says_what_it_leaves_of_reports_that_are_gone(three):
    shutil.rmtree(three.file("Content/乙"))
    partial = three.run("--only", "甲")
    assert partial.returncode == 0
    assert "网站上还有内容里已没有的报告：乙/2021。" in partial.stderr
    assert three.file("public/乙/2021/index.html").exists()
    whole = three.run()
    assert not three.file("public/乙").exists() and "内容里已没有的报告" not in whole.stderr


def test_only_without_records_leaves_the_pages_of_the_site(three):
    shutil.rmtree(three.file("public/.sitegen"))
    home = three.file("public/index.html").read_bytes()
    three.replace("Content/甲/2021/report.yml", "kind: budget", "kind: final-accounts")
    partial = three.run("--only", "甲/2021")
    assert partial.returncode == 0 and "全站页面没有更新" in partial.stderr
    assert three.file("public/index.html").read_bytes() == home
    assert three.run("--only", "丁").returncode == 2


def test_verify(three):
    before = three.published()
    assert three.run("--verify").returncode == 0
    page = three.file("public/甲/2021/revenue.html")
    status = page.stat()
    page.write_bytes(page.read_bytes().replace(b"60646633.13", b"60646633.14").replace(b"60,646,633.13", b"60,646,633.14"))
    # No record can tell; only the bytes can.
    os.utime(page, ns=(status.st_atime_ns, status.st_mtime_ns))
    three.file("public/robots.txt").unlink()
    shutil.rmtree(three.file("Content/2021"))
    spoiled = three.published()
    verified = three.run("--verify")
    assert verified.returncode == 1
    lines = verified.stdout.splitlines()
    assert "不同：public/甲/2021/revenue.html" in lines
    assert "缺少：public/robots.txt" in lines
    assert "不同：public/index.html" in lines
    assert "不同：public/.sitegen-manifest" in lines
    assert {line for line in lines if line.startswith("多余：")} == {
        f"多余：public/{path}" for path in before if path.startswith("2021/")
    }
    assert three.published() == spoiled
    assert three.run("--verify", "--output", "nowhere").returncode == 2
    assert not three.file("nowhere").exists()
    assert three.run("--verify", "--only", "2021").returncode == 64


def test_what_changes_nothing_leaves_nothing(three):
    """A site as it is committed or copied, and any other folder, have nothing of sitegen's own."""
    shutil.rmtree(three.file("public/.sitegen"))
    assert three.run("--verify").returncode == 0
    assert not three.file("public/.sitegen").exists()
    three.file("mine").mkdir()
    three.file("mine/file").touch()
    assert three.run("--output", "mine", "--content", "nowhere").returncode == 2
    assert three.run("--output", "mine", "--only", "nowhere").returncode == 2
    three.replace("Content/2021/tables/revenue.csv", "60646633.13", "6064663E.13")
    assert three.run("--output", "mine").returncode == 1
    assert three.run("--output", "public").returncode == 1
    assert os.listdir(three.file("mine")) == ["file"]
    assert not three.file("public/.sitegen").exists()


@pytest.mark.parametrize(
    "spoil",
    [
        lambda text: text.replace("2021/basic-expenditure.csv\n", "", 1),
        lambda text: text + "zzz.html\n",
        lambda text: text.replace("robots.txt", "robots.text"),
        None,
    ],
)
def test_verify_reads_the_manifest(three, spoil):
    manifest = three.file("public/.sitegen-manifest")
    if spoil:
        manifest.write_text(spoil(manifest.read_text()))
    else:
        manifest.unlink()
    verified = three.run("--verify")
    assert verified.returncode == 1
    word = "不同" if spoil else "缺少"
    assert f"{word}：public/.sitegen-manifest" in verified.stdout.splitlines()
    assert three.run().returncode == 0
    assert three.run("--verify").returncode == 0


def test_two_builds_at_once(three):
    before = three.published()
    three.replace("Content/甲/2021/narrative.md", "综合协调科", "综合保障科")
    with three.file("public/.sitegen/lock").open() as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        second = three.run()
        assert second.returncode == 2
        assert "另一个构建正在写入“public”" in second.stderr and "[output-locked]" in second.stderr
        assert three.published() == before
    assert three.run().returncode == 0


def test_a_first_build_with_errors_leaves_nothing(workplace):
    workplace.replace("Content/2021/report.yml", "kind: budget", "kind: buget")
    assert workplace.run().returncode == 1
    assert not workplace.file("public").exists()


def other_bytes_in_place(file, old, new):
    with file.open("r+b") as open_file:
        at = open_file.read().index(old.encode())
        open_file.seek(at)
        open_file.write(new.encode())


def other_bytes_by_another_file(file, old, new):
    other = file.with_name("other")
    other.write_bytes(file.read_bytes().replace(old.encode(), new.encode()))
    other.rename(file)


@pytest.mark.parametrize("write", [other_bytes_in_place, other_bytes_by_another_file])
def test_a_change_that_hides_its_time_and_size_is_seen(three, write):
    file = three.file("Content/甲/2021/narrative.md")
    before, status = records(three), file.stat()
    write(file, "综合协调科", "综合保障科")
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert (file.stat().st_size, file.stat().st_mtime_ns) == (status.st_size, status.st_mtime_ns)
    assert three.run().returncode == 0
    assert built(before, records(three)) == {"甲/2021"}
    assert three.published() == clean(three)


def test_a_change_that_no_time_tells_is_seen(three):
    """Through memory that was written before, a file changes and none of its times does."""
    file = three.file("Content/甲/2021/narrative.md")
    with file.open("r+b") as open_file, mmap.mmap(open_file.fileno(), 0) as memory:
        at = memory.find("综合协调科".encode())
        memory[at] = memory[at]
        assert three.run().returncode == 0
        before, status = records(three), file.stat()
        memory[at : at + 15] = "综合保障科".encode()
        assert (file.stat().st_mtime_ns, file.stat().st_ctime_ns) == (status.st_mtime_ns, status.st_ctime_ns)
        assert three.run().returncode == 0
        assert built(before, records(three)) == {"甲/2021"}
        assert three.published() == clean(three)


def test_a_shard_after_a_whole_build_can_be_merged(three):
    assert three.run("--shard", "1/1").returncode == 0
    merged = three.run("merge", "public", "--output", "merged")
    assert merged.returncode == 0, merged.stderr
    assert three.published("merged") == three.published()


def test_a_renamed_report_is_said_to_be_gone(three):
    os.rename(three.file("Content/甲/2021"), three.file("Content/甲/2021-budget"))
    result = three.run("--quiet")
    assert result.returncode == 0
    assert "撤下了 1 处页面，因为内容里已没有：甲/2021。" in result.stderr
    assert three.file("public/甲/2021-budget/index.html").exists()
    assert "撤下" not in three.run().stderr
    shutil.rmtree(three.file("Content/甲"))
    assert "撤下了 2 处页面，因为内容里已没有：甲、甲/2021-budget。" in three.run().stderr
