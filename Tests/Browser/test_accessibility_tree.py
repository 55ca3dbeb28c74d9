"""What a screen reader is told of one table, compared with what is recorded.

After a change that is meant, record it anew with RECORD=1, read the difference and commit it; that
run fails all the same, so that nothing is recorded by accident.
"""

import os
from pathlib import Path

import pytest


GOLDEN = Path(__file__).with_name("golden")
SNAPSHOTS = {
    "three-public": "2021/three-public.html",
    "general-budget-filtered": "2021/general-budget.html?q=培训&level=2&share=total",
}


@pytest.mark.skipif("SITE" in os.environ, reason="the golden tree is that of the committed site")
@pytest.mark.parametrize("name", SNAPSHOTS)
def test_the_table_reads_as_recorded(watched, files, name):
    page = watched.open(f"{files}{SNAPSHOTS[name]}")
    tree = page.locator("main").aria_snapshot() + "\n"
    recorded = GOLDEN / f"{name}.aria.yml"
    if os.environ.get("RECORD"):
        GOLDEN.mkdir(exist_ok=True)
        recorded.write_text(tree, encoding="utf-8")
        pytest.fail(f"recorded {recorded}")
    assert tree == recorded.read_text(encoding="utf-8")
