"""A reviewer's test: what `diff` says of an edit is the edit, all of it, and nothing else.

Fifty edits, drawn with a fixed seed, are made on copies of the committed content. What must be
said is worked out here, from the edit and from the content's own files.
"""

import csv
import json
import random
import re
import shutil
import subprocess
from collections import Counter
from decimal import ROUND_HALF_UP, Decimal

import pytest

from conftest import Workplace

REPORT = "Content/2021/"
FORMS = "Content/forms/xicheng-2021.yml"
NARRATIVE = REPORT + "narrative.md"
BASIC = ("人员支出", "对个人和家庭补助支出", "日常公用支出")


class Edit:
    """A copy of the content to edit, and what `diff` must say of it."""

    def __init__(self, workplace, draw):
        self.workplace = workplace
        self.draw = draw
        self.expected = []

    def text(self, path):
        return self.workplace.file(path).read_text(encoding="utf-8")

    def replace(self, path, old, new, count=1):
        self.workplace.replace(path, old, new, count)

    def rows(self, table):
        with self.workplace.file(f"{REPORT}tables/{table}.csv").open(encoding="utf-8", newline="") as file:
            return list(csv.reader(file))

    def write(self, table, rows):
        with self.workplace.file(f"{REPORT}tables/{table}.csv").open(
            "w", encoding="utf-8", newline=""
        ) as file:
            csv.writer(file, lineterminator="\n").writerows(rows)

    def expect(self, kind, old=None, new=None, **place):
        self.expected.append({"kind": kind, "old": old, "new": new, **place})


def grouped(amount):
    return f"{Decimal(amount):,.2f}"


def detail_key(row):
    return f"{row[0]}-{row[4]}-{''.join(row[6].split())}"


def projects(edit):
    """The rows of 表九 that are projects of a function with another such project, and that neither
    the narrative nor another table names; as indices, function by function."""
    narrative = "".join(edit.text(NARRATIVE).split())
    groups = {}
    for index, row in enumerate(edit.rows("detail")):
        if index and row[0] and not row[6].startswith(BASIC) and "".join(row[6].split()) not in narrative:
            groups.setdefault(row[0], []).append(index)
    return [indices for indices in groups.values() if len(indices) > 1]


def detail_checks(edit, row):
    """The checks that a project's amount is part of, worked out from the form's expressions."""
    names = {r[0]: r[1] for r in edit.rows("expenditure")[1:]}
    return {
        ("表九 合计＝各项之和", "合计 · 预算金额"),
        ("表九按功能分类汇总＝表三的项", names[row[0]]),
        ("表九的每个功能分类都在表三", row[0]),
    }


def expect_amount(edit, row, old, new):
    difference = Decimal(new) - Decimal(old)
    percent = (difference * 100 / Decimal(old)).quantize(Decimal("0.01"), ROUND_HALF_UP) + 0
    edit.expect(
        "figure-changed", grouped(old), grouped(new), table="detail", row=detail_key(row),
        column="amount", difference={"amount": str(difference), "percent": str(percent)},
        checks=detail_checks(edit, row), totals={"detail#total.amount"}, sentences=set(),
    )  # fmt: skip


def moved_amount(edit):
    rows = edit.rows("detail")
    giver, taker = edit.draw.sample(edit.draw.choice(projects(edit)), 2)
    part = Decimal(edit.draw.randrange(1, 5_000_00)) / 100
    for index in sorted((giver, taker)):
        old = rows[index][7]
        rows[index][7] = str(Decimal(old) + (part if index == taker else -part))
        expect_amount(edit, rows[index], old, rows[index][7])
    edit.write("detail", rows)


def added_row(edit):
    rows = edit.rows("detail")
    index = edit.draw.choice(edit.draw.choice(projects(edit)))
    part = Decimal(edit.draw.randrange(1, 5_000_00)) / 100
    old = rows[index][7]
    rows[index][7] = str(Decimal(old) - part)
    added = [*rows[index][:6], f"新设的第{edit.draw.randrange(100)}个项目", str(part)]
    expect_amount(edit, rows[index], old, rows[index][7])
    edit.expect(
        "row-added", None, added[6], table="detail", row=detail_key(added),
        cells=[*added[:7], grouped(part)], checks=detail_checks(edit, added),
        totals={"detail#total.amount"}, sentences=set(),
    )  # fmt: skip
    rows.insert(index + 1, added)
    edit.write("detail", rows)


def removed_row(edit):
    rows = edit.rows("detail")
    gone, taker = edit.draw.sample(edit.draw.choice(projects(edit)), 2)
    old = rows[taker][7]
    rows[taker][7] = str(Decimal(old) + Decimal(rows[gone][7]))
    expect_amount(edit, rows[taker], old, rows[taker][7])
    edit.expect(
        "row-removed", rows[gone][6], None, table="detail", row=detail_key(rows[gone]),
        cells=[*rows[gone][:7], grouped(rows[gone][7])], checks=detail_checks(edit, rows[gone]),
        totals={"detail#total.amount"}, sentences=set(),
    )  # fmt: skip
    del rows[gone]
    edit.write("detail", rows)


def renamed_row(edit):
    """The row's key is made of its name here."""
    rows = edit.rows("detail")
    index = edit.draw.choice(edit.draw.choice(projects(edit)))
    old = rows[index][6]
    rows[index][6] = old + "（调整后）"
    edit.write("detail", rows)
    edit.expect(
        "row-renamed", old, rows[index][6], table="detail", row=detail_key(rows[index]))  # fmt: skip


def renamed_account(edit):
    """The row's key is its code here."""
    table = edit.draw.choice(["revenue", "expenditure", "general-budget"])
    rows = edit.rows(table)
    row = edit.draw.choice([row for row in rows if len(row[0]) == 7])
    old, row[1] = row[1], row[1] + "（暂）"
    edit.write(table, rows)
    edit.expect("row-renamed", old, row[1], table=table, row=row[0])


def swapped_rows(edit):
    rows = edit.rows("detail")
    index = edit.draw.randrange(2, len(rows) - 3)
    rows[index], rows[index + 1] = rows[index + 1], rows[index]
    edit.write("detail", rows)
    edit.expect("row-moved", table="detail", row={detail_key(rows[i]) for i in (index, index + 1)})


def changed_text(edit):
    rows = edit.rows("overall-performance")
    row = edit.draw.choice([row for row in rows[1:] if len(row[2]) > 8])
    old, row[2] = row[2], row[2] + "（修订）"
    edit.write("overall-performance", rows)
    edit.expect("text-changed", " ".join(old.split("\n")), " ".join(row[2].split("\n")),
                table="overall-performance", column="content")  # fmt: skip


def plain_sentences(edit):
    """The sentences of paragraphs without markup, as (line, sentence, heading)."""
    heading, found = "", []
    for number, line in enumerate(edit.text(NARRATIVE).split("\n")):
        if line.startswith("#"):
            heading = line.lstrip("# ")
        elif re.match(r"[\u4e00-\u9fff0-9]{8}[^\[\]*]*$", line):
            for sentence in re.findall(r"[^。]+。[”」]?", line):
                if len(sentence) > 14 and "解释" not in heading:
                    found.append((number, sentence, heading))
    return found


def edit_line(edit, number, change):
    lines = edit.text(NARRATIVE).split("\n")
    lines[number] = change(lines[number])
    edit.workplace.file(NARRATIVE).write_text("\n".join(lines), encoding="utf-8")


def changed_sentence(edit):
    number, sentence, heading = edit.draw.choice(plain_sentences(edit))
    places = [m.start() for m in re.finditer(r"(?=[\u4e00-\u9fff]{2})", sentence[2:-4])]
    place = edit.draw.choice(places) + 2
    new = sentence[:place] + "甲乙" + sentence[place + 2 :]
    edit_line(edit, number, lambda line: line.replace(sentence, new, 1))
    edit.expect("sentence-changed", sentence, new, item=heading,
                words=(sentence[place : place + 2], "甲乙"))  # fmt: skip


def added_sentence(edit):
    number, _, heading = edit.draw.choice(plain_sentences(edit))
    new = f"以上第{edit.draw.randrange(100)}项另行说明。"
    edit_line(edit, number, lambda line: line + new)
    edit.expect("sentence-added", None, new, item=heading)


def removed_sentence(edit):
    sentences = plain_sentences(edit)
    lines = edit.text(NARRATIVE).split("\n")
    among_others = [s for s in sentences if lines[s[0]] != s[1]]
    number, sentence, heading = edit.draw.choice(among_others)
    edit_line(edit, number, lambda line: line.replace(sentence, "", 1))
    edit.expect("sentence-removed", sentence, None, item=heading)


def changed_note(edit):
    note = edit.draw.choice(["政府性基金收入", "专项转移收入"])
    table = {"政府性基金收入": "government-fund", "专项转移收入": "special-transfer"}[note]
    edit.replace(REPORT + "report.yml", f"没有{note}", f"未安排{note}")
    edit.expect("note-changed", f"注：本部门因没有{note}，故没有数据。",
                f"注：本部门因未安排{note}，故没有数据。", table=table, aspect="表注")  # fmt: skip


def changed_editors_note(edit):
    notes = re.findall(r'"(原文如此[^"]*)"', edit.text(NARRATIVE))
    lines = [n for n, line in enumerate(edit.text(NARRATIVE).split("\n")) if notes[0] in line]
    number = edit.draw.choice(lines)
    edit_line(edit, number, lambda line: line.replace(notes[0], notes[0] + "。特此注明"))
    edit.expect("note-changed", notes[0], notes[0] + "。特此注明", aspect="编者注（1239.72元）")


def retitled_table(edit):
    table, title = edit.draw.choice([("detail", "部门预算明细表"), ("general-budget", "一般公共预算支出情况表")])
    edit.replace(FORMS, f"    title: {title}\n", f"    title: {title}（公开）\n")
    edit.expect("table-changed", title, title + "（公开）", table=table, aspect="表名")


def retitled_column(edit):
    column, title = edit.draw.choice([("government_name", "政府经济分类名称"), ("department_name", "部门经济分类名称")])
    edit.replace(FORMS, f"{column}, title: {title}", f"{column}, title: {title}（试行）", 99)
    changed = [t for t in ("detail", "basic-expenditure") if title in ",".join(edit.rows(t)[0])]
    for table in changed:
        edit.replace(f"{REPORT}tables/{table}.csv", title, title + "（试行）")
        edit.expect("column-changed", title, title + "（试行）", table=table, column=column,
                    aspect="栏目名称")  # fmt: skip


def retitled_check(edit):
    title = edit.draw.choice(["表一：收入总计＝支出总计", "表五总计＝表四的一般公共预算拨款（本年收入与上年结转）"])
    edit.replace(FORMS, f"title: {title}\n", f"title: {title}（必核）\n")
    edit.expect("check-changed", title, title + "（必核）", item=title + "（必核）", aspect="名称")


def changed_fact(edit):
    edit.replace(REPORT + "facts.yml", "未附其他材料", "见资产年报")
    edit.expect("fact-changed", "4,394.42万元（情况说明原文，未附其他材料）",
                "4,394.42万元（情况说明原文，见资产年报）", item="固定资产总额")  # fmt: skip


def changed_header(edit):
    date = f"2021-02-{edit.draw.randrange(10, 29)}"
    edit.replace(REPORT + "report.yml", "kind: budget", f"published: {date}\nkind: budget")
    edit.expect("report-changed", None, date, aspect="发布日期")


def corrected(edit):
    edit.replace(REPORT + "report.yml", "kind: budget", "published: 2021-02-03\nkind: budget")
    edit.workplace.file(REPORT + "corrections.yml").write_text(
        "- date: 2021-03-01\n  cell: 三公[公务接待费].本年\n  earlier: 12653.17\n"
        "  now: 11413.45\n  reason: 原录入有误。\n", encoding="utf-8")  # fmt: skip
    edit.expect("report-changed", None, "2021-02-03", aspect="发布日期")
    edit.expect("correction-added", None, "由12,653.17更正为11,413.45。原因：原录入有误。")


def rebound(edit):
    edit.replace(NARRATIVE, "[60646633.13元](=收入[总计].合计)", "[60646633.13元](=支出[总计].合计)")
    edit.expect("binding-changed", "revenue#total.total", "expenditure#total.total",
                aspect="数据来源（60646633.13元）")  # fmt: skip


def last_years_reception(edit):
    """A figure that is cited, charted, summed up and noted."""
    old, now = Decimal("14784.24"), Decimal("11413.45")
    new = old + Decimal(edit.draw.randrange(1, 90000)) / 100
    edit.replace(REPORT + "tables/three-public.csv", str(old), str(new), 2)
    edit.replace(NARRATIVE, f"{old}元", f"{new}元")
    note = f"原文如此：原文为1239.72元，按表七计算应为{old - now}元"
    edit.replace(NARRATIVE, note, note.replace(str(old - now), str(new - now)), 2)
    difference = {"amount": str(new - old), "percent": str(
        ((new - old) * 100 / old).quantize(Decimal("0.01"), ROUND_HALF_UP) + 0)}  # fmt: skip
    check = {("表七 总计＝各项之和", "总计 · 2020年预算数")}
    sentence = ("2021年部门预算“三公”经费财政预算11413.45元，比2020年部门预算“三公”经费财政预算"
                "{}元减少1239.72元。")  # fmt: skip
    for key, totals, cited in [
        ("公务接待费", {"three-public#total.last_year"},
         "2021年财政拨款预算安排11413.45元，比2020年财政拨款预算减少1239.72元。"),
        ("total", set(), sentence.format(new)),
    ]:  # fmt: skip
        edit.expect("figure-changed", grouped(old), grouped(new), table="three-public", row=key,
                    column="last_year", difference=difference, totals=totals, checks=check,
                    sentences={cited})  # fmt: skip
    edit.expect("sentence-changed", sentence.format(old), sentence.format(new),
                words=(f"{old}元", f"{new}元"))  # fmt: skip
    for _ in range(2):
        edit.expect("note-changed", note, note.replace(str(old - now), str(new - now)),
                    aspect="编者注（1239.72元）")  # fmt: skip
    for title in ["“三公”经费两年预算对比", "预算概览：“三公”经费两年预算对比"]:
        for _ in ["公务接待费", "总计"]:
            edit.expect("chart-changed", f"{grouped(old)}；{grouped(now)}",
                        f"{grouped(new)}；{grouped(now)}", item=title)  # fmt: skip
    edit.expect("chart-changed", item="预算概览")


KINDS = [
    moved_amount, added_row, removed_row, renamed_row, renamed_account, swapped_rows, changed_text,
    changed_sentence, added_sentence, removed_sentence, changed_note, changed_editors_note,
    retitled_table, retitled_column, retitled_check, changed_fact, changed_header, corrected, rebound,
    last_years_reception,
]  # fmt: skip
#: Those that have many outcomes are drawn more often.
DRAWN = KINDS + [moved_amount, added_row, removed_row, renamed_row, renamed_account, changed_sentence] * 5


@pytest.fixture(scope="module")
def published(tmp_path_factory):
    workplace = Workplace(tmp_path_factory.mktemp("published") / "work")
    assert workplace.run("--quiet").returncode == 0
    return workplace.folder / "public"


def agrees(change, expected):
    """Whether a change is the one expected, in all that is expected of it."""
    found = {**change["place"], **change}
    touches = change.get("touches", {})
    found["checks"] = {(c["title"], c["subject"]) for c in touches.get("checks", [])}
    found["totals"] = {total["cell"] for total in touches.get("totals", [])}
    found["sentences"] = {s["text"] for s in touches.get("sentences", [])}
    found["cells"] = [cell["text"] for cell in change.get("cells", [])]
    words = change.get("words", [])
    for name, value in expected.items():
        if name == "words":
            removed = "".join(w["text"] for w in words if w["operation"] == "removed")
            added = "".join(w["text"] for w in words if w["operation"] == "added")
            kept = [w["text"] for w in words if w["operation"] != "added"]
            if "".join(kept) != change["old"] or not (value[0].startswith(removed) or value[0].endswith(removed)):
                return False
            if not (value[1].startswith(added) or value[1].endswith(added)):
                return False
        elif name == "row" and isinstance(value, set):
            if found["row"] not in value:
                return False
        elif name in ("old", "new") and value is None and expected["kind"] in ("row-moved", "chart-changed"):
            continue
        elif found.get(name) != value:
            return False
    return True


@pytest.mark.parametrize("number", range(50))
def test_an_edit_is_described_exactly(number, published, workplace):
    draw = random.Random(f"diff {number}")
    edit = Edit(workplace, draw)
    DRAWN[number](edit)
    built = workplace.run("--quiet")
    assert built.returncode == 0, built.stdout
    compared = workplace.run("diff", str(published), "public", "--format", "json")
    difference = json.loads(compared.stdout)
    changes = difference["changes"]
    missing = []
    for expected in edit.expected:
        match = next((change for change in changes if agrees(change, expected)), None)
        missing += [] if match else [expected]
        changes = [change for change in changes if change is not match]
    assert (missing, changes) == ([], [])
    changes_figures = {"figure-changed", "row-added", "row-removed"} & {e["kind"] for e in edit.expected}
    assert compared.returncode == (1 if changes_figures else 0)
    assert difference["figuresChanged"] == bool(changes_figures)
    assert Counter(e["kind"] for e in edit.expected) == Counter(difference["counts"])
    # Read backwards it is as many changes, and compared with itself none.
    backwards = workplace.run("diff", "public", str(published), "--format", "json")
    assert len(json.loads(backwards.stdout)["changes"]) == len(edit.expected)
    assert "没有不同" in workplace.run("diff", "public", "public").stdout
