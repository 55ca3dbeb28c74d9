"""Files that vanish, turn into something else or are half written while a build runs."""

import os
import random
import threading

BUILDS = int(os.environ.get("VANISHINGS", "6"))


def vanish(file):
    file.rename(file.with_suffix(".away"))


def come_back(file):
    file.with_suffix(".away").rename(file)


def disturb(file, how):
    """Changes something for a moment, and leaves all as it was."""
    if how == "folder":
        folder = file.parent
        away = folder.with_name(folder.name + "-away")
        folder.rename(away)
        away.rename(folder)
        return
    if how == "half":
        data = file.read_bytes()
        file.write_bytes(data[: len(data) // 2])
        file.write_bytes(data)
        return
    vanish(file)
    if how == "link":
        file.symlink_to("/etc/passwd")
        file.unlink()
    elif how == "pipe":
        os.mkfifo(file)
        file.unlink()
    elif how == "directory":
        file.mkdir()
        file.rmdir()
    come_back(file)


def test_a_build_among_vanishing_files_ends_and_leaves_nothing_stale(workplace):
    for number in range(6):
        workplace.add_report(f"部门{number}/2021")
    assert workplace.run().returncode == 0
    sound = workplace.published()
    files = sorted(path for path in workplace.file("Content").rglob("*") if path.is_file())
    chance = random.Random(7)
    done = threading.Event()

    def go_on():
        while not done.is_set():
            how = chance.choice(["gone", "folder", "half", "link", "pipe", "directory"])
            disturb(chance.choice(files), how)

    disturber = threading.Thread(target=go_on)
    disturber.start()
    try:
        results = [workplace.run() for _ in range(BUILDS)]
    finally:
        done.set()
        disturber.join()
    for result in results:
        assert result.returncode in (0, 1, 2), result.stderr
    # Whatever those builds saw, the next one sees what is there.
    assert workplace.run().returncode == 0
    assert workplace.published() == sound
