"""A site that is built in parts, on one machine or many, is the site that is built at once."""

import resource
import shutil
import subprocess

import pytest

from conftest import SITEGEN

REPORTS = ["2021", *(f"部门{number}/2021-budget" for number in range(1, 8))]


@pytest.fixture
def eight(workplace):
    for path in REPORTS[1:]:
        workplace.add_report(path)
    return workplace


def shards(workplace, count):
    for number in range(1, count + 1):
        built = workplace.run("--shard", f"{number}/{count}", "--output", f"shards/{number}")
        assert built.returncode == 0, built.stderr


def merge(workplace, *arguments):
    folders = sorted(str(path.relative_to(workplace.folder)) for path in workplace.file("shards").iterdir())
    return workplace.run("merge", *folders, *arguments)


@pytest.mark.parametrize("count", [1, 3, 20])
def test_merged_shards_are_the_site(eight, count):
    shards(eight, count)
    parts = [set(path.relative_to(eight.file("shards")).parts[0] for path in eight.file(f"shards").glob(f"*/{report}/index.html")) for report in REPORTS]
    assert all(len(part) == 1 for part in parts)
    assert not list(eight.file("shards").glob("*/index.html"))
    merged = merge(eight)
    assert merged.returncode == 0, merged.stderr
    single = eight.run("--output", "single")
    assert eight.published() == eight.published("single")
    # What was found is said as by one build.
    assert merged.stdout.replace("public/", "single/") == single.stdout
    assert "写入 0 个文件" in merge(eight).stdout


@pytest.mark.skipif(not shutil.which("parallel"), reason="GNU parallel is not installed")
def test_gnu_parallel_runs_the_shards(eight):
    subprocess.run(
        f"parallel --will-cite --jobs 2 {SITEGEN} build --quiet --shard {{}}/4 --output shards/{{}} ::: 1 2 3 4"
        f" && {SITEGEN} merge shards/* --quiet",
        shell=True,
        check=True,
        cwd=eight.folder,
        capture_output=True,
    )
    assert eight.run("--output", "single").returncode == 0
    assert eight.published() == eight.published("single")


def test_shards_can_be_carried_elsewhere(eight, another_workplace):
    shards(eight, 2)
    shutil.rmtree(another_workplace.file("Content"))
    shutil.copytree(eight.file("Content"), another_workplace.file("Content"))
    # A plain copy: other inodes and other times.
    shutil.copytree(eight.file("shards"), another_workplace.file("shards"), copy_function=shutil.copyfile)
    assert merge(another_workplace).returncode == 0
    assert eight.run().returncode == 0
    assert another_workplace.published() == eight.published()


def lose_a_shard(w):
    for shard in w.file("shards").iterdir():
        if (shard / "部门3").exists():
            shutil.rmtree(shard)


def change_the_content(w):
    w.replace("Content/部门3/2021-budget/narrative.md", "综合协调科", "综合保障科")


def spoil_a_page(w):
    (page,) = w.file("shards").glob("*/部门3/2021-budget/revenue.html")
    page.write_bytes(page.read_bytes().replace(b"60,646,633.13", b"60,646,633.14"))


def lose_a_page(w):
    (page,) = w.file("shards").glob("*/部门3/2021-budget/revenue.html")
    page.unlink()


@pytest.mark.parametrize("spoil", [lose_a_shard, change_the_content, spoil_a_page, lose_a_page])
def test_what_is_not_up_to_date_is_not_merged(eight, spoil):
    shards(eight, 3)
    spoil(eight)
    merged = merge(eight)
    assert merged.returncode == 1
    assert "部门3/2021-budget" in merged.stderr
    assert not eight.file("public").exists()


def test_a_shard_leaves_other_files_alone(eight):
    assert eight.run().returncode == 0
    before = eight.published()
    shard = eight.run("--shard", "1/2")
    assert shard.returncode == 0
    assert eight.published() == before
    # The pages of the whole site are there, and not this build's.
    assert "首页、网站地图等全站页面没有更新" in shard.stderr and "sitegen merge" in shard.stderr
    assert "全站页面没有更新" not in eight.run("--shard", "1/2", "--output", "shards/1").stderr


@pytest.mark.parametrize("shard", ["0/2", "3/2", "1", "1/0", "x/y", "1/2/3", "-1/2"])
def test_wrong_shards(workplace, shard):
    assert workplace.run(f"--shard={shard}").returncode == 64


def test_merging_needs_shards(eight):
    assert eight.run("merge").returncode == 64
    assert eight.run("merge", "nowhere").returncode == 2
    assert not eight.file("nowhere").exists() and not eight.file("public").exists()
    assert eight.run("merge", "public").returncode == 64


def test_more_shards_than_files_may_be_open(workplace):
    """With a limit that three hundred outputs are beyond, as far as it is a soft one."""
    shards = [f"shards/{number}" for number in range(1, 301)]
    assert workplace.run("--shard", "1/2", "--output", "shards/1").returncode == 0
    assert workplace.run("--shard", "2/2", "--output", "shards/2").returncode == 0
    for shard in shards[2:]:
        workplace.file(shard + "/.sitegen").mkdir(parents=True)
    limit = resource.getrlimit(resource.RLIMIT_NOFILE)
    merged = workplace.run(
        "merge", *shards, "--output", "merged", wrapper=("prlimit", f"--nofile=512:{limit[1]}"))
    assert merged.returncode == 0, merged.stderr
    assert workplace.run().returncode == 0
    assert workplace.published("merged") == workplace.published()


def test_only_outputs_of_sitegen_are_merged(workplace):
    before = sorted(workplace.folder.rglob("*"))
    for folders in (["Content"], ["nowhere"], ["Templates", "Content"]):
        assert workplace.run("merge", *folders, "--output", "merged").returncode in (2, 64)
    assert sorted(workplace.folder.rglob("*")) == before
    assert workplace.run("--shard", "1/1", "--output", "s").returncode == 0
    for twice in (["s", "s"], ["s", "./s"], ["s", "s/2021"]):
        assert workplace.run("merge", *twice, "--output", "merged").returncode == 64
