"""Measures how fluid a table of ten thousand rows is in Chromium, and how others sort the same one.

    SITEGEN=.build/release/sitegen .venv/bin/python Tests/Browser/bench_table.py [NAME=SCRIPT...]

The page is made by sitegen from content made up here: codes of three levels, sums that agree. Each
NAME=SCRIPT is a sort script to compare with, sortable=…/sortable.js (tofsjonas/sortable) or
tablesort=…/tablesort.js with tablesort.number.js beside it; they get the same table without this
site's scripts. A time is from the click until the page is laid out anew; the median
of seven, or of ROUNDS.
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


MEASURE = """async ([action, ended]) => {
  const done = ended ? new Promise((go) => document.addEventListener(ended, go, { once: true })) : null;
  const element = document.querySelector(action.on);
  const start = performance.now();
  if (action.type !== undefined) {
    element.value = action.type;
    element.dispatchEvent(new Event("input", { bubbles: true }));
  } else element.click();
  if (done) await done;
  const scripted = performance.now();
  document.querySelector("table").getBoundingClientRect();
  return [scripted - start, performance.now() - start];
}"""


def measure(page, actions, ended=None):
    """The medians of the script's time and of all, of actions done in turn."""
    times = []
    for round in range(ROUNDS + 1):
        action = actions[round % len(actions)]
        times.append(page.evaluate(MEASURE, [action, ended]))
        page.wait_for_timeout(600)   # Whatever comes later is over before the next.
    return [statistics.median(column) for column in zip(*times[1:])]


def report(what, times):
    print(f"{what:44} script {times[0]:7.0f} ms   with layout {times[1]:7.0f} ms", flush=True)


def main():
    others = [argument.split("=", 1) for argument in sys.argv[1:]]
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        page_path = build(Path(folder))
        browser = launch(playwright)
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.set_default_timeout(600_000)   # A busy machine is slow, not wrong.

        page.goto(page_path.as_uri())
        loaded = page.evaluate("performance.getEntriesByType('navigation')[0].domComplete")
        print(f"{page.locator('tbody tr').count()} rows, {page_path.stat().st_size // 1000} kB, loaded in {loaded:.0f} ms")
        contenders = [("sitegen", page_path)] + [(name, foreign(page_path, name, script)) for name, script in others]
        for what, at in (("amounts", 3), ("names", 2), ("codes", 1)):
            for name, path in contenders:
                page.goto(path.as_uri())
                header = f"thead th:nth-child({at})" + (" button" if name == "sitegen" else "")
                ended = "sort-end" if name == "sortable" else None
                report(f"{name}, sort {what}", measure(page, [{"on": header}], ended))
        page.goto(page_path.as_uri())
        report("sitegen, filter by a code", measure(page, [
            {"on": ".filter input", "type": text} for text in ("2", "20", "205", "2051", "")]))
        levels = [{"on": f".levels button:nth-of-type({n})"} for n in (1, 3, 2, 3)]
        report("sitegen, fold to a level", measure(page, levels))
        report("sitegen, fold one row", measure(page, [{"on": ".folder"}]))
        report("sitegen, leaves only", measure(page, [{"on": ".leaf-switch input"}]))
        browser.close()


if __name__ == "__main__":
    main()
