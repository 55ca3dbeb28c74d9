"""What changes on the pages says by itself what changed."""

import difflib

# A consistent change of three cells in one table, so that every check still holds: one project's
# detail moves five fen to another's, and the table's total stays.
OLD_A, NEW_A = "864560.00", "864560.05"
OLD_B, NEW_B = "208000.00", "207999.95"


def changed_lines(before, after):
    """For each changed file the lines that went and came."""
    changes = {}
    for path in sorted(set(before) | set(after)):
        if path.endswith(".xlsx"):
            continue
        old = before.get(path, b"").decode("utf-8").splitlines()
        new = after.get(path, b"").decode("utf-8").splitlines()
        if old != new:
            changes[path] = [
                line
                for line in difflib.unified_diff(old, new, lineterm="", n=0)
                if line[0] in "+-" and not line.startswith(("+++", "---"))
            ]
    return changes


def test_changed_amounts_change_only_lines_that_show_them(workplace):
    assert workplace.run().returncode == 0
    before = workplace.published()
    workplace.replace("Content/2021/tables/detail.csv", OLD_A, NEW_A)
    workplace.replace("Content/2021/tables/detail.csv", OLD_B, NEW_B)
    built = workplace.run()
    assert built.returncode == 0, built.stdout
    changes = changed_lines(before, workplace.published())
    assert {"2021/detail.html", "2021/detail.csv"} <= set(changes)
    shown = ["864,560.0", "864560.0", "208,000.00", "208000.00", "207,999.95", "207999.95"]
    for path, lines in changes.items():
        for line in lines:
            assert any(amount in line for amount in shown), f"{path}: {line}"
    page = changes["2021/detail.html"]
    assert len(page) == 4, page
    assert all(line[1:].startswith("<td id=") for line in page)


def test_the_index_of_the_search_shows_what_changed_too(workplace):
    assert workplace.run().returncode == 0
    before = workplace.published()
    workplace.replace("Content/2021/tables/detail.csv", OLD_A, NEW_A)
    workplace.replace("Content/2021/tables/detail.csv", OLD_B, NEW_B)
    assert workplace.run().returncode == 0
    changes = changed_lines(before, workplace.published())
    (texts,) = [lines for path, lines in changes.items() if path.startswith("2021/search-")]
    assert len(texts) == 4, texts
    index = {path: lines for path, lines in changes.items() if path.startswith("search/")}
    assert len(index) == 1
    # Each line is an amount and where it is.
    assert {line.split()[0].lstrip("+-") for lines in index.values() for line in lines} <= {
        OLD_A, NEW_A, OLD_B, NEW_B}


def test_an_amount_of_another_length_moves_nothing(workplace):
    """The narrative, the tables and the index of the search are divided among files by other things."""
    assert workplace.run().returncode == 0
    before = workplace.published()
    for path in ("Content/2021/tables/three-public.csv", "Content/2021/narrative.md"):
        workplace.replace(path, "14784.24", "114784.24", count=-1)
    # What follows from it in the narrative: the editor's notes and the rate.
    workplace.replace("Content/2021/narrative.md", "3370.79", "103370.79", count=-1)
    built = workplace.run()
    assert built.returncode == 0, built.stdout
    shown = ["14784.24", "14,784.24", "3370.79", "3,370.79"]
    for path, lines in changed_lines(before, workplace.published()).items():
        if "search" in path:
            for line in lines:
                assert any(amount in line for amount in shown), f"{path}: {line}"


def test_a_changed_word_changes_one_line_of_its_page(workplace):
    assert workplace.run().returncode == 0
    before = workplace.published()
    workplace.replace("Content/2021/narrative.md", "综合协调科", "综合保障科")
    assert workplace.run().returncode == 0
    changes = changed_lines(before, workplace.published())
    assert len(changes["2021/index.html"]) == 2
