"""A disk that is full leaves what is published as it is, and the next build completes."""

import subprocess

import pytest

from conftest import SITEGEN


@pytest.fixture
def small_disk(workplace):
    """The output on a disk of four megabytes."""
    public = workplace.file("public")
    public.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(public)]
    if subprocess.run(mount, capture_output=True).returncode != 0:
        pytest.skip("only root may mount a small disk")
    yield workplace
    subprocess.run(["umount", str(public)], check=True)


def test_a_full_disk(small_disk):
    public = small_disk.file("public")
    assert small_disk.run().returncode == 0
    before = small_disk.published()
    for number in range(20):
        small_disk.add_report(f"部门{number}/2021")
    small_disk.replace("Content/2021/narrative.md", "综合协调科", "综合保障科")
    full = small_disk.run()
    assert full.returncode == 2
    assert "[disk-full]" in full.stderr and "磁盘空间或配额不足" in full.stderr
    assert small_disk.published() == before
    assert not list((public / ".sitegen/staging").iterdir())

    subprocess.run(["mount", "-o", "remount,size=64m", str(public)], check=True)
    assert small_disk.run().returncode == 0
    assert small_disk.run("--output", "clean").returncode == 0
    assert small_disk.published() == small_disk.published("clean")


def test_a_disk_that_fills_at_any_point(small_disk):
    """A foreign file leaves less and less room, down to none."""
    public = small_disk.file("public")
    assert small_disk.run("--quiet").returncode == 0
    before = small_disk.published()
    small_disk.replace("Content/2021/narrative.md", "综合协调科", "综合保障科")
    small_disk.add_report("部门/2021")
    ballast = public / "ballast"
    outcomes = set()
    for room in range(0, 1_400_000, 100_000):
        ballast.write_bytes(b"")
        free = int(subprocess.run(["df", "--output=avail", "-B1", str(public)], capture_output=True, text=True).stdout.split()[-1])
        ballast.write_bytes(bytes(max(0, free - room)))
        built = subprocess.run([str(SITEGEN), "--quiet"], cwd=small_disk.folder, capture_output=True, text=True)
        outcomes.add(built.returncode)
        now = small_disk.published()
        del now["ballast"]
        if built.returncode == 0:
            break
        assert built.returncode == 2 and "[disk-full]" in built.stderr
        assert now == before
    assert outcomes == {0, 2}
    ballast.unlink()
    assert small_disk.run("--output", "clean").returncode == 0
    assert small_disk.published() == small_disk.published("clean")
