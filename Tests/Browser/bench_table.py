"""Measures how fluid a table of ten thousand rows is in Chromium, and how others sort the same one.

    SITEGEN=.build/release/sitegen .venv/bin/python Tests/Browser/bench_table.py [NAME=SCRIPT...]

The page is made by sitegen from content made up here: codes of three levels, sums that agree. Each
NAME=SCRIPT is a sort script to compare with, sortable=…/sortable.js (tofsjonas/sortable) or
tablesort=…/tablesort.js with tablesort.number.js beside it; they get the same table without this
site's scripts. All take turns, so that a machine whose speed drifts is fair to all. Times are the
processor's on the page's main thread, by part: the script, the styles, the layout, and all with
painting; medians of seven, or of ROUNDS.
"""

import os
import random
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from chromium import launch

ROOT = Path(__file__).parents[2]
SITEGEN = Path(os.environ.get("SITEGEN") or ROOT / ".build/debug/sitegen").resolve()
COLUMNS = 8
ROUNDS = int(os.environ.get("ROUNDS", "7"))

FORM = """title: 大表
tables:
  - id: large
    number: 表一
    title: 支出情况表
    unit: 元
    layout: list
    columns:
      - {id: code, title: 科目编码, type: code}
      - {id: name, title: 科目名称, type: label}
""" + "".join(f"      - {{id: a{i}, title: 金额{i}, type: amount}}\n" for i in range(COLUMNS)) + """\
    key: [code]
    hierarchy: {by: code, columns: [code], lengths: [3, 5, 7]}
    closing:
      - {key: total, label: 总计, sum: items}
"""


def rows():
    """类, 款 and 项 in the order of a table; amounts are fen until they are written."""
    random.seed(2021)
    signs = [chr(code) for code in range(0x4E00, 0x9FA5)]
    name = lambda: "".join(random.choices(signs, k=8))
    total, lines = [0] * COLUMNS, []
    for top in range(201, 211):
        place, top_sum = len(lines), [0] * COLUMNS
        lines.append(None)
        for middle in range(1, 31):
            at, middle_sum = len(lines), [0] * COLUMNS
            lines.append(None)
            for leaf in range(1, 34):
                amounts = [random.randint(1, 10**11) for _ in range(COLUMNS)]
                middle_sum = [a + b for a, b in zip(middle_sum, amounts)]
                lines.append((f"{top}{middle:02}{leaf:02}", name(), amounts))
            lines[at] = (f"{top}{middle:02}", name(), middle_sum)
            top_sum = [a + b for a, b in zip(top_sum, middle_sum)]
        lines[place] = (str(top), name(), top_sum)
        total = [a + b for a, b in zip(total, top_sum)]
    return [*lines, ("", "总计", total)]


def build(folder: Path) -> Path:
    content = folder / "Content"
    (content / "2021/tables").mkdir(parents=True)
    (content / "forms").mkdir()
    (content / "site.yml").write_text("name: 大表\n", encoding="utf-8")
    (content / "forms/large.yml").write_text(FORM, encoding="utf-8")
    (content / "2021/report.yml").write_text(
        "title: 大表\ndepartment: 某局\nfiscal_year: 2021\nkind: budget\nform_set: large\n", encoding="utf-8")
    (content / "2021/narrative.md").write_text("# 大表\n\n说明。\n", encoding="utf-8")
    header = ",".join(["科目编码", "科目名称", *(f"金额{i}" for i in range(COLUMNS))])
    text = [",".join([code, name, *(f"{a // 100}.{a % 100:02}" for a in amounts)]) for code, name, amounts in rows()]
    (content / "2021/tables/large.csv").write_text("\n".join([header, *text]) + "\n", encoding="utf-8")
    subprocess.run([SITEGEN, "--quiet", "--content", content, "--templates", ROOT / "Templates",
                    "--output", folder / "public"], check=True, stdout=sys.stderr)
    return folder / "public/2021/large.html"


def foreign(page: Path, name: str, script: str) -> Path:
    """The page with another sort script in place of the site's."""
    text = page.read_text(encoding="utf-8")
    lines = [line for line in text.split("\n") if "assets/table" not in line]
    scripts = [script]
    if name == "tablesort":
        start = page.with_name("start-tablesort.js")
        start.write_text("new Tablesort(document.querySelector('table'));", encoding="utf-8")
        scripts += [str(next(Path(script).parent.rglob("tablesort.number*.js"))), str(start)]
    tags = "".join(f'<script src="{Path(one).resolve().as_uri()}" defer></script>' for one in scripts)
    text = "\n".join(lines).replace("</head>", tags + "</head>").replace("<table ", '<table class="sortable" ')
    made = page.with_name(f"{name}.html")
    made.write_text(text, encoding="utf-8")
    return made


ACT = """async ([action, ended]) => {
  const done = ended ? new Promise((go) => document.addEventListener(ended, go, { once: true })) : null;
  const element = document.querySelector(action.on);
  if (action.type !== undefined) {
    element.value = action.type;
    element.dispatchEvent(new Event("input", { bubbles: true }));
  } else element.click();
  if (done) await done;
  document.querySelector("table").getBoundingClientRect();
}"""
PARTS = {"script": "ScriptDuration", "style": "RecalcStyleDuration", "layout": "LayoutDuration", "all": "TaskDuration"}


class Contender:
    """One page in a tab of its own, and what its main thread has done."""

    def __init__(self, browser, name: str, path: Path):
        self.name = name
        self.ended = "sort-end" if name == "sortable" else None
        self.page = browser.new_page(viewport={"width": 1280, "height": 900})
        self.page.set_default_timeout(600_000)   # A busy machine is slow, not wrong.
        self.page.goto(path.as_uri())
        self.tools = self.page.context.new_cdp_session(self.page)
        self.tools.send("Performance.enable", {"timeDomain": "threadTicks"})
        self.costs = []

    def spent(self):
        metrics = {one["name"]: one["value"] for one in self.tools.send("Performance.getMetrics")["metrics"]}
        return [1000 * metrics[name] for name in PARTS.values()]

    def act(self, action):
        self.page.bring_to_front()
        before = self.spent()
        self.page.evaluate(ACT, [action, self.ended])
        self.page.wait_for_timeout(600)   # Painting, and whatever comes later.
        self.costs.append([after - start for start, after in zip(before, self.spent())])

    def report(self, what):
        medians = [statistics.median(column) for column in zip(*self.costs[1:])]   # The first one warms up.
        texts = [f"{part} {time:5.0f} ms" for part, time in zip(PARTS, medians)]
        print(f"{self.name + ', ' + what:36}", "   ".join(texts), flush=True)
        self.costs = []


def measure(contenders, what, actions):
    """The same actions, in turn, by all."""
    for round in range(ROUNDS + 1):
        for contender in contenders:
            contender.act(actions(contender)[round % len(actions(contender))])
    for contender in contenders:
        contender.report(what)


def main():
    others = [argument.split("=", 1) for argument in sys.argv[1:]]
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        path = build(Path(folder))
        browser = launch(playwright)
        site = Contender(browser, "sitegen", path)
        loaded = site.page.evaluate("performance.getEntriesByType('navigation')[0].domComplete")
        print(f"{site.page.locator('tbody tr').count()} rows, {path.stat().st_size // 1000} kB, loaded in {loaded:.0f} ms")
        all = [site] + [Contender(browser, name, foreign(path, name, script)) for name, script in others]
        for what, at in (("amounts", 3), ("names", 2), ("codes", 1)):
            measure(all, f"sort {what}", lambda contender: [
                {"on": f"thead th:nth-child({at})" + (" button" if contender is site else "")}])
        for what, actions in {
            "filter by a code": [{"on": ".filter input", "type": text} for text in ("2", "20", "205", "2051", "")],
            "fold to a level": [{"on": f".levels button:nth-of-type({n})"} for n in (1, 3, 2, 3)],
            "fold one row": [{"on": ".folder"}],
            "leaves only": [{"on": ".leaf-switch input"}],
        }.items():
            site.page.reload()
            measure([site], what, lambda _: actions)
        browser.close()


if __name__ == "__main__":
    main()
