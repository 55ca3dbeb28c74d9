"""Markup, script, formulas and template tags through every field of the content do nothing.

A small site of all layouts is built twice by the real command: with hostile words in every field
that takes words, and with harmless ones. In the browser both have the same elements with the same
attributes, and the hostile one shows the hostile words as they are.
"""

import csv
import io
import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import openpyxl
import pytest
from frictionless import validate

ROOT = Path(__file__).parents[2]
SITEGEN = Path(os.environ.get("SITEGEN") or ROOT / ".build" / "debug" / "sitegen").resolve()
SITE = ROOT / "Tests" / "Fuzzing" / "Sites" / "whole"

# One text that breaks out of whatever is not escaped for: text, attributes, comments, CDATA, script
# and style elements, JSON, and Mustache's tags. Nothing in it is escaped already.
HOSTILE = (
    "</script></style></title></svg>--><script>alert(1)</script><img src=x onerror=alert(2)>"
    "\"'`><a href=javascript:alert(3)>&lt;&#60;]]>{{siteName}}{{{dataset}}}{{#steps}}\\u003c"
)
# A form set's braces are placeholders for years.
BRACELESS = re.sub(r"[{}#]", "", HOSTILE)
FORMULAS = ["=1+1", "+1+1", "-1+1", "@SUM(1)", "=HYPERLINK(\"javascript:alert(1)\")", "＝1+1"]


def harmless(text):
    return "词" * len(text)


def quoted(text):
    return "'" + text.replace("'", "''") + "'"


def escaped(text):
    """Markdown that shows the text."""
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", text)


def field(text):
    return '"' + text.replace('"', '""') + '"'


class Site:
    """The small site with `words` in every field, built in `folder`."""

    def __init__(self, folder, disguise):
        self.content = folder / "Content"
        self.public = folder / "public"
        shutil.copytree(SITE, self.content)
        # 404.html would link from the host's root, which a folder has not.
        self.change("site.yml", lambda text: re.sub(r"base_url: .*\n", "", text))
        hostile, braceless = disguise(HOSTILE), disguise(BRACELESS)
        for key in ["name", "domain", "id_code", "organizer", "contact", "icp", "public_security"]:
            self.key("site.yml", key, hostile)
        for key in ["name", "description", "keywords", "type"]:
            self.key("site.yml", key, hostile, indent="  ")
        self.form(braceless)
        for key in ["title", "department", "source"]:
            self.key("2021/report.yml", key, hostile)
        self.key("2021/report.yml", "outlay", hostile, indent="  ")
        self.key("2021/facts.yml", "source", hostile, indent="  ", count=0)
        for key in ["reason", "earlier"]:
            self.key("2021/corrections.yml", key, hostile, indent="  ", count=0)
        self.narrative(hostile)
        self.tables(hostile, [disguise(formula) for formula in FORMULAS])
        built = subprocess.run(
            [SITEGEN, "--content", self.content, "--templates", ROOT / "Templates",
             "--output", self.public],
            capture_output=True, text=True,
        )
        assert built.returncode == 0, built.stdout + built.stderr
        self.pages = sorted(page.relative_to(self.public) for page in self.public.rglob("*.html"))

    def change(self, path, change):
        file = self.content / path
        old = file.read_text(encoding="utf-8")
        new = change(old)
        assert new != old, path
        file.write_text(new, encoding="utf-8", newline="")

    def key(self, path, key, value, indent="", count=1):
        pattern = re.compile(rf"^({indent}{key}: ).*$", re.M)
        self.change(path, lambda text: pattern.sub(lambda m: m[1] + quoted(value), text, count=count))

    def form(self, words):
        def change(text):
            # Titles that figures, checks and headers do not go by, and all that is only shown.
            for old in [
                "各种版式（{year}年）", "支出按功能分类列示", "（{year}年度）", "支出按功能分类",
                "两年对比", "收入＝支出", "表八按类分组",
            ]:
                assert old in text
                text = text.replace(f'"{old}"', old).replace(old, quoted(words), 1)
            return text.replace("title: 支出表", f"title: {quoted('支出表' + words)}", 1).replace(
                "title: 说明,", f"title: {quoted('说明' + words)},", 1
            ).replace("title: 科目\n", f"title: {quoted('科目' + words)}\n", 1).replace(
                'previous: "{last_year}年"', f"previous: {quoted(words)}", 1
            ).replace("label: 支出总计\n      value", f"label: {quoted('支出总计' + words)}\n      value", 1)

        self.change("forms/all.yml", change)

    def narrative(self, words):
        shown = escaped(words)
        self.change(
            "2021/narrative.md",
            lambda text: text.replace("主要原因是", f"主要原因是{shown}")
            .replace("原文如此", "原文如此" + shown.replace("\\<", "&lt;"))
            .replace("# 2021年部门预算编制情况说明\n", f"# 说明{shown}\n")
            .replace("代码", words.replace("`", ""))
            .replace("[链接]", f"[{shown}]").replace('"题"', f'"{shown}"')
            .replace("支出：安排的数。", f"支出：安排的数。{shown}\n- 术语{shown}：解释")
            .replace("100元", "99元").replace("[两年对比]", f"[{shown}]")
        )

    def tables(self, words, formulas):
        self.change(
            "2021/tables/outlay.csv",
            lambda text: text.replace("行政运行", field(words), 1).replace(
                "事业运行", field(formulas[0]), 1),
        )
        rows = "".join(
            f"20{number},,,{field(formula)},{field(formula)},0\n"
            for number, formula in enumerate(formulas, 2)
        )
        self.change(
            "2021/tables/codes.csv",
            lambda text: text.replace("行政运行", field(words)).replace("说明", field(words))
            .replace(",,,合计", rows + ",,,合计"),
        )
        self.change(
            "2021/tables/goals.csv",
            lambda text: text.replace("满意度,95%", f"{field('满意' + words)},{field(words)}")
            + "".join(f",指标{n},{field(formula)}\n" for n, formula in enumerate(formulas)),
        )
        self.change("2021/tables/parents.csv", lambda text: text.replace("丙,", f"{field(words)},"))
        self.change("2021/tables/levels.csv", lambda text: text.replace("丙,", f"{field(words)},"))
        self.change("2021/tables/purchases.csv", lambda t: t.replace("机房", field("机房" + words)))
        self.change("2021/tables/balance.csv", lambda t: t.replace("1、经费", field("1、" + words)))


@pytest.fixture(scope="module")
def sites(tmp_path_factory):
    return (
        Site(tmp_path_factory.mktemp("hostile"), lambda text: text),
        Site(tmp_path_factory.mktemp("harmless"), harmless),
    )


# Every element with the names of its attributes, in order; what scripts made is there too.
SKELETON = """() => [...document.querySelectorAll('*')].map(element =>
  element.tagName + ' ' + element.getAttributeNames().sort().join(' '))"""


def opened(watched, file):
    """The page, with a note of every dialog."""
    page = watched.open(file.as_uri())
    page.on("dialog", lambda dialog: (watched.complaints.append("dialog"), dialog.dismiss()))
    page.wait_for_load_state("networkidle")
    return page


def pages():
    tables = re.findall(r"^  - id: (\S+)", (SITE / "forms/all.yml").read_text(), re.M)[:8]
    return ["index.html", "404.html", "search.html", "2021/index.html", "2021/reconciliation.html"] + [
        f"2021/{table}.html" for table in tables
    ]


@pytest.mark.parametrize("path", pages())
def test_hostile_words_make_no_elements(watched, sites, path):
    hostile, plain = (opened(watched, site.public / path).evaluate(SKELETON) for site in sites)
    assert hostile == plain
    assert [url for url in watched.requests if "/Content/" in url or "file:" not in url] == []


def test_no_page_is_left_out(sites):
    assert [str(page) for page in sites[0].pages] == sorted(pages())
    assert sites[0].pages == sites[1].pages


@pytest.mark.parametrize(
    "path",
    ["index.html", "2021/index.html", "2021/outlay.html", "2021/codes.html", "2021/goals.html",
     "2021/levels.html", "2021/parents.html", "2021/balance.html", "2021/purchases.html"],
)
def test_hostile_words_are_shown_as_they_are(watched, sites, path):
    page = opened(watched, sites[0].public / path)
    shown = page.evaluate("document.body.textContent")
    assert HOSTILE in shown
    assert page.title() and "<" in page.title()


def test_pictures_are_xml_without_script(sites):
    for picture in sites[0].public.rglob("*.svg"):
        root = ElementTree.parse(picture).getroot()
        assert not [e for e in root.iter() if e.tag.split("}")[-1] in ("script", "a", "image", "foreignObject")]
        assert not [name for e in root.iter() for name in e.attrib if name.lower().startswith("on")]
    for name in ("sitemap.xml", "feed.xml"):
        ElementTree.parse(sites[0].public / name)


def test_structured_data_is_whole(watched, sites):
    for path in ("2021/index.html", "2021/outlay.html"):
        page = opened(watched, sites[0].public / path)
        texts = page.locator("script[type='application/ld+json']").all_text_contents()
        assert texts, path
        for text in texts:
            json.loads(text)


def test_downloads_hold_no_formulas(sites):
    report = sites[0].public / "2021"
    json.loads((report / "data.json").read_text(encoding="utf-8"))
    result = validate(str(report / "datapackage.json"))
    assert result.valid, result.flatten(["path", "type", "message"])
    texts = 0
    for file in report.glob("*.csv"):
        rows = csv.reader(io.StringIO(file.read_text(encoding="utf-8-sig"), newline=""), strict=True)
        for cell in (cell for row in rows for cell in row):
            texts += any(cell.lstrip("'").endswith(formula) for formula in FORMULAS)
            begins = cell[:1] in "=+-@\t\r" and cell[:1] != ""
            assert not begins or re.fullmatch(r"-\d+(\.\d+)?|-", cell), (file.name, cell)
    assert texts >= 2 * len(FORMULAS)
    book = openpyxl.load_workbook(report / "tables.xlsx")
    kinds = {cell.data_type for sheet in book for row in sheet for cell in row if cell.value}
    assert kinds <= {"s", "n", "inlineStr"}
    assert not [
        cell for sheet in book for row in sheet for cell in row
        if cell.hyperlink and "javascript" in (cell.hyperlink.target or "")
    ]


@pytest.mark.parametrize(
    "link",
    ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "java&#10;script:alert(1)", "&#106;avascript:alert(1)",
     "data:text/html,alert", "vbscript:x", "//evil.example", "\\\\evil.example",
     "%6aavascript:alert(1)/../../../../x", "file:///etc/passwd", "blob:x"],
)
@pytest.mark.parametrize("mark", ["", "!"], ids=["link", "picture"])
def test_no_dangerous_address_is_published(tmp_path, mark, link):
    content = tmp_path / "Content"
    shutil.copytree(SITE, content)
    with open(content / "2021/narrative.md", "a", encoding="utf-8") as file:
        file.write(f"\n{mark}[词](<{link}>)\n\n{mark}[词][目标]\n\n[目标]: <{link}>\n")
    built = subprocess.run(
        [SITEGEN, "--content", content, "--templates", ROOT / "Templates",
         "--output", tmp_path / "public"], capture_output=True, text=True,
    )
    assert built.returncode == 1, built.stdout
    rules = "unsafe-link|link-destination|image-source|control-character"
    assert re.search(rf"narrative\.md:\d+:\d+: 错误 \[({rules})\]", built.stdout)
    assert not (tmp_path / "public").exists()


INVISIBLE = {
    "NUL": "\\0", "escape": "\\e", "bidi": "\\u202E", "isolate": "\\u2067", "line": "\\u2028",
    "mark": "\\uFEFF",
}


@pytest.mark.parametrize("escape", INVISIBLE.values(), ids=INVISIBLE.keys())
@pytest.mark.parametrize("path", ["site.yml", "2021/report.yml", "forms/all.yml", "2021/facts.yml"])
def test_escapes_bring_in_no_invisible_characters(tmp_path, path, escape):
    content = tmp_path / "Content"
    shutil.copytree(SITE, content)
    file = content / path
    text = file.read_text(encoding="utf-8")
    pattern = r"^(name|title|  source): .*$"
    value = f'"甲{escape}乙"'
    changed = re.sub(pattern, lambda match: f"{match[1]}: {value}", text, count=1, flags=re.M)
    file.write_text(changed, encoding="utf-8")
    checked = subprocess.run(
        [SITEGEN, "check", "--content", content], capture_output=True, text=True
    )
    assert checked.returncode == 1
    assert "[control-character]" in checked.stdout
