"""The search page, from files and over HTTP, against a search by brute force.

Two sites are searched: the committed one, and one of a thousand sample reports made from
it. What a query must find is computed here from the reports' own texts, by other means
than the page's script: no index, and folding by regular expressions.
"""

import functools
import json
import os
import random
import re
import shutil
import subprocess
import threading
from decimal import Decimal
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

import pytest
from playwright.sync_api import expect

from published import SITE
from test_accessibility import violations

ROOT = Path(__file__).parents[2]
LIMIT = 300_000
# They take most of a minute to make and to read, so one worker does all that needs them.
thousand_reports = pytest.mark.xdist_group("a thousand reports")


# ---- Sites ------------------------------------------------------------------------


@functools.cache
def sample_site(count: int, folder: Path) -> Path:
    # A folder below another, with a blank and Chinese in its name.
    site = folder / "公开 网站" / str(count)
    if count == 1:
        shutil.copytree(SITE, site)
    else:
        samples = ROOT / ".build" / "debug" / "search-samples"
        subprocess.run(["swift", "build", "--quiet", "--product", samples.name], cwd=ROOT, check=True)
        subprocess.run([samples, str(count), site], cwd=ROOT, check=True)
    return site


@pytest.fixture(scope="session")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("sites")


@pytest.fixture(scope="session")
def site_of(folder):
    return lambda count: sample_site(count, folder)


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *arguments):
        pass


@pytest.fixture(params=["file", "http"])
def address(request, site_of):
    """Gives the address of a site: of its folder, or below a path of a server."""
    if request.param == "file":
        yield lambda count: site_of(count).as_uri()
        return
    servers = []

    def serve(count):
        site = site_of(count)
        handler = functools.partial(Quiet, directory=site.parent.parent)
        server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_port}/{quote(site.parent.name)}/{count}"

    yield serve
    for server in servers:
        server.shutdown()


class Search:
    """A search page and what it loaded."""

    def __init__(self, browser, address, folder, **options):
        self.page = browser.new_page(**options)
        self.folder, self.address = folder, address
        self.faults, self.loaded = [], []
        self.page.on("console", lambda m: self.faults.append(m.text) if m.type in ("error", "warning") else None)
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.on("request", lambda request: self.loaded.append(request.url))
        self.page.goto(address + "/search.html")

    def ask(self, query):
        self.loaded.clear()
        self.page.fill("#search-query", query)
        self.page.press("#search-query", "Enter")
        self.settle()
        return self

    def settle(self):
        # The policy forbids scripts made of strings, so nothing here waits for an expression.
        self.page.wait_for_selector(".search-results[aria-busy=false]", state="attached")
        assert "没有读到" not in self.status

    def more(self):
        self.loaded.clear()
        self.page.click(".search-more button")
        self.settle()

    @property
    def has_more(self):
        return self.page.is_visible(".search-more button")

    @property
    def status(self):
        return self.page.text_content(".search-status")

    @property
    def bytes(self):
        base = len(urlsplit(self.address).path) + 1
        paths = {unquote(urlsplit(url).path[base:]) for url in self.loaded}
        return sum((self.folder / path).stat().st_size for path in paths)

    def places(self):
        """Where the results lead, without the columns of cells."""
        base = len(urlsplit(self.address).path) + 1
        found = []
        for href in self.page.eval_on_selector_all(".search-results li > a", "all => all.map(a => a.href)"):
            parts = urlsplit(href)
            path, place = unquote(parts.path[base:]), unquote(parts.fragment.partition(":~:")[0])
            if not path.endswith("index.html"):
                place = place.rpartition(".")[0]
            found.append((path, place))
        return sorted(found)


@pytest.fixture
def search(browser, address, site_of):
    opened = []

    def open_page(count, **options):
        opened.append(Search(browser, address(count), site_of(count), **options))
        return opened[-1]

    yield open_page
    for page in opened:
        assert not page.faults
        page.page.close()


# ---- The same by brute force --------------------------------------------------------

WIDE = {c: c - 0xFEE0 for c in range(0xFF01, 0xFF5F)}
KEPT = ("[a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u1fff\u2c00-\u2dff\u2e80-\u2fff\u3005-\u3007"
        "\u3021-\u302f\u3031-\u303c\u3040-\ud7ff\uf900-\ufdff\ufe70-\ufefe\U00010000-\U000dffff]")
PIECE = re.compile(rf"\d+(?:,\d{{3}}(?!\d))*(?:\.\d+)?%?|{KEPT}", re.ASCII)
FIGURE = re.compile(r"(?<![\d.])(\d+)(\.\d+)?(千元|万元|亿元|元|%)?", re.ASCII)
FACTOR = {"": 1, "%": 1, "元": 1, "千": 10**3, "千元": 10**3, "万": 10**4, "万元": 10**4, "亿": 10**8, "亿元": 10**8}


@functools.cache
def fold(text):
    folded = ""
    for piece in PIECE.findall(text.translate(WIDE).lower()):
        folded += (" " if piece[0].isdigit() and folded[-1:].isdigit() else "") + piece.replace(",", "")
    return folded


@functools.cache
def figures(text):
    return FIGURE.findall(fold(text))


@functools.cache
def printed(digits, unit):
    """The number as it is printed, and what it is worth; without its sign."""
    number = abs(Decimal(digits))
    return number, number * FACTOR[unit]


class Words:
    def __init__(self, text):
        self.pattern = re.compile((r"(?<![\d.])" if text[0].isdigit() else "") + re.escape(text))

    def stands_in(self, text):
        return bool(self.pattern.search(fold(text)))

    def means(self, digits, unit):
        return False


class Number:
    def __init__(self, digits, unit):
        self.digits, self.unit, self.value = digits, unit, Decimal(digits)
        self.is_open = not unit and "." not in digits
        self.wanted = self.value * FACTOR[unit]
        half = Decimal(5).scaleb(self.value.as_tuple().exponent - 1) * FACTOR[unit]
        self.least, self.limit = self.wanted - half, self.wanted + half
        self.is_rounded = unit not in ("", "%") and len(digits.replace(".", "").lstrip("0")) > 2

    def means(self, digits, unit):
        if not self.value or self.unit and (self.unit == "%") != (unit == "%"):
            return False
        number, value = printed(digits, unit)
        if self.is_rounded:
            return self.least <= value < self.limit
        if value == self.wanted or not self.unit and number == self.value:
            return True
        return self.is_open and len(self.digits) > 4 and digits.lstrip("-").startswith(self.digits)

    def stands_in(self, text):
        return any(
            self.means(whole + rest, unit) if rest or unit else self.is_open and whole.startswith(self.digits)
            for whole, rest, unit in figures(text))


class Either:
    def __init__(self, *readings):
        self.readings = readings

    def stands_in(self, text):
        return any(reading.stands_in(text) for reading in self.readings)

    def means(self, digits, unit):
        return any(reading.means(digits, unit) for reading in self.readings)


# Written by hand: what the words say is not computed by the same means as the page does it.
IN_WORDS = {
    "六千零六十五万元": ("6065", "万元"), "陆仟零陆拾伍万元": ("6065", "万元"), "三百三十万元": ("330", "万元"),
    "叁佰叁拾万元整": None, "三百三十万零五元": ("3300005", "元"), "十二亿元": ("12", "亿元"), "十万元": ("10", "万元"),
    "一亿零三百万元": ("10300", "万元"), "3百30万元": None, "1亿2345万元": ("12345", "万元"), "三万五元": None, "三万5元": None, "3万5千元": ("35000", "元"),
    "二百五元": None, "一元": ("1", "元"), "一元化": None, "两千元": ("2000", "元"), "万元": None, "十四五": None,
}


def terms_of(query):
    for word in query.split():
        number = re.fullmatch(r"[¥￥]?[-−]?(\d[\d,]*(?:\.\d+)?)(元|千元|万元|亿元|千|万|亿|%)?", word.translate(WIDE), re.ASCII)
        text = fold(word)
        if number:
            yield Number(number[1].replace(",", ""), number[2] or "")
        elif IN_WORDS.get(word):
            yield Either(Number(*IN_WORDS[word]), Words(text))
        elif re.fullmatch(r"[\d. %]+", text):
            yield from (Number(*found) for found in re.findall(r"(\d+(?:\.\d+)?)(%?)", text))
        elif text:
            yield Words(text)


def documents(folder):
    """All that can be found: the place, the texts, the amounts, the texts it stands under."""
    for file in sorted(folder.rglob("search-*.js")):
        text = file.read_text(encoding="utf-8")
        part = json.loads(text[text.index(",{") + 1:text.rindex(")")].replace(",\n]}", "\n]}"))
        report = str(file.parent.relative_to(folder))
        names = [part["name"], part["title"], part["department"]]
        page = report + "/index.html"
        if file.name == "search-0.js":
            yield (page, ""), names, [], []
        under, place = [], (page, "")
        for kind, *line in part["lines"]:
            if kind in (0, 5):
                place, under = (page, line[0]), [line[1]]
                if kind == 0:
                    yield place, [line[1]], [], names
            elif kind in (1, 4):
                yield place, [line[0]], [], names + under
            elif kind in (2, 6):
                table, under, unit = f"{report}/{line[0]}.html", line[1:3], line[3]
                place = (table, "")
                if kind == 2:
                    yield place, under, [], names
            else:
                key, start, *cells = line
                key = cells[key - start] if isinstance(key, int) else key
                yield ((table, key), [cell for cell in cells if cell and isinstance(cell, str)],
                       [(cell[0], unit) for cell in cells if isinstance(cell, list)], names + under)


@functools.cache
def all_documents(folder):
    return list(documents(folder))


@functools.cache
def expected(folder, query):
    terms = list(terms_of(query))
    in_text = functools.cache(lambda term, text: term.stands_in(text))
    found = []
    for place, texts, amounts, context in all_documents(folder):
        own = [any(in_text(term, text) for text in texts) or any(term.means(*amount) for amount in amounts)
               for term in terms]
        if any(own) and all(one or any(in_text(term, text) for text in context)
                            for one, term in zip(own, terms)):
            found.append(place)
    return sorted(found)


# ---- Tests ----------------------------------------------------------------------------

COMMITTED = [
    "行政运行", "2120101", "212", "21201", "60646633.13", "60,646,633.13元", "60646633", "６０，６４６，６３３．１３",
    "6064.66万元", "6064.66", "6,064.66 万元", "0.61亿元", "4394.42万元", "94.90%", "三公经费", "“三公”经费", "水",
    "表三", "12345热线", "热线12345", "西城区城市运行管理系统运维", "公务接待费", "出国（境）", "b01", "B",
    "全响应 行政运行", "表九 办公费", "2021年 11413.45", "办公费 接待费", "11413.45元", "0", "0.00", "5", "30000", "300万",
    "一、本年收入", "没有这个词的", "。", "工作经费安排预算资金3300000元", "1 2", "85.24分", "绩效 12345",
    "60646.63千元", "3300千", "60647千元 收入", *IN_WORDS,
]


def test_finds_what_brute_force_finds(search, site_of):
    page = search(1)
    for query in COMMITTED:
        wanted = expected(site_of(1), query)
        page.ask(query)
        while page.has_more:
            page.more()
        assert page.places() == wanted, query
        if wanted:
            assert f"共 {len(wanted)} 条结果" in page.status, query


def test_amounts_in_words_are_found_in_digits(search):
    page = search(1)
    found = page.ask("6065万元").places()
    assert ("2021/revenue-expenditure.html", "total") in found
    for query in ("六千零六十五万元", "陆仟零陆拾伍万元", "60647千元"):
        assert page.ask(query).places() == found, query


def test_thousands_of_yuan_and_words_in_a_narrative(tmp_path, browser):
    """Nobody's units and words but this report's."""
    shutil.copytree(ROOT / "Content", tmp_path / "Content")
    narrative = tmp_path / "Content/2021/narrative.md"
    old = "[3300000元](=明细[工作经费].预算金额)"
    text = narrative.read_text(encoding="utf-8")
    assert old in text
    text = text.replace(old, "[3300千元](=明细[工作经费].预算金额)，即[三百三十万元](=明细[工作经费].预算金额)，", 1)
    narrative.write_text(text, encoding="utf-8")
    sitegen = ROOT / ".build" / "debug" / "sitegen"
    subprocess.run([sitegen, "--content", "Content", "--templates", ROOT / "Templates", "--quiet"], cwd=tmp_path, check=True)
    page = Search(browser, (tmp_path / "public").as_uri(), tmp_path / "public")
    for query, marked in [("3300千元", "3300千元"), ("330万元", "3300千元"), ("3300000", "3300千元"),
                          ("三百三十万元", "三百三十万元"), ("三百三十万元", "3300千元")]:
        page.ask(query)
        assert page.places() == expected(page.folder, query), query
        expect(page.page.locator(".search-results mark", has_text=marked).first).to_be_visible()
    page.page.close()


def test_random_stretches_of_texts_are_found(search, site_of):
    page, choice = search(1), random.Random(4)
    texts = [text for _, texts, _, _ in all_documents(site_of(1)) for text in texts if fold(text)]
    for _ in range(60):
        text = choice.choice(texts)
        start = choice.randrange(len(text))
        query = " ".join(text[start:start + choice.randint(1, 9)].split())
        if not fold(query):
            continue
        page.ask(query)
        while page.has_more:
            page.more()
        assert page.places() == expected(site_of(1), query), query


def thousand_queries(folder):
    choice = random.Random(11)
    rows = [d for d in all_documents(folder) if d[2]]
    amounts = ["{:,}元".format(Decimal(choice.choice(choice.choice(rows)[2])[0])) for _ in range(6)]
    texts = [d[1][0] for d in all_documents(folder) if "由本部门负责" in d[1][0] or "本年重点" in d[1][0]]
    words = [text[5:5 + choice.randint(3, 12)] for text in choice.sample(texts, 6)]
    return amounts + words + ["3456.78万元", "海淀区财政办公室 2120101", "石景山区水务办公室 公务接待费"]


@thousand_reports
def test_a_thousand_reports(search, site_of):
    """Every rare thing is found, and what is loaded stays within the limit at every step."""
    page = search(1000)
    for query in thousand_queries(site_of(1000)):
        page.ask(query)
        assert page.bytes <= LIMIT, query
        while page.has_more:
            page.more()
            assert page.bytes <= LIMIT, query
        assert page.places() == expected(site_of(1000), query), query


@thousand_reports
@pytest.mark.parametrize("query", [
    "行政运行", "支出", "2120101", "2", "年", "公务接待费", "94.90%", "全响应 行政运行", "100万元", "办公费 接待费",
    "用于一般公共预算安排的行政运行经费 财政 水务办公室", "一般 公共 预算 行政 运行 经费 合计 财政 水务",
    "北京市西城区全响应服务中心2021年部门预算编制情况说明及各表", "用于一般公共预算安排的行政运行经费 财政 教育 水务", "60646633"])
def test_a_query_of_a_thousand_reports_loads_little(search, site_of, query, record_property):
    page = search(1000).ask(query)
    print(f"{query}: {page.bytes} bytes; {page.status}")
    record_property("bytes", page.bytes)
    assert page.bytes <= LIMIT
    places = page.places()
    assert page.page.locator(".search-results > section > ol > li").count() <= 50
    wanted = expected(site_of(1000), query)
    # What is shown is right; and unless more is offered, it is all there is.
    assert set(places) <= set(wanted)
    assert page.has_more or places == wanted


MANY_WORDS = " ".join("财政 教育 水务 民政 交通 行政 运行 公务 接待 基本 支出 项目 办公 会议 培训 维修 印刷 邮电 差旅 福利".split() * 1
                       + ["热线服务", "信息系统", "城市管理", "监督考核", "绩效目标", "政府采购", "购买服务", "机关运行", "社会保障", "住房改革"])
MANY_AMOUNTS = " ".join(f"{number}.{number % 90 + 10}万元" for number in (1234, 2345, 1012, 3056, 1999, 1500, 3333, 2101, 1777, 1404))


@thousand_reports
@pytest.mark.parametrize("query", [MANY_WORDS, MANY_AMOUNTS])
def test_a_long_query_loads_no_more(search, site_of, query):
    page = search(1000).ask(query)
    print(f"{len(query.split())} words: {page.bytes} bytes; {page.status}")
    assert page.bytes <= LIMIT


@thousand_reports
def test_names_come_before_mentions_and_new_before_old(search):
    page = search(1000).ask("公务接待费")
    first = page.page.locator(".search-results section").first
    assert "2023年" in first.locator("h2").text_content()
    assert first.locator("li mark").first.text_content() == "公务接待费"
    assert "basic-expenditure" in first.locator("li a").first.get_attribute("href")


def test_an_amount_leads_to_its_cell(search):
    page = search(1).ask("60,646,633.13元")
    hrefs = page.page.eval_on_selector_all(".search-results li > a", "all => all.map(a => a.getAttribute('href'))")
    assert "2021/revenue-expenditure.html#total.income_amount" in hrefs
    assert page.page.locator("li p mark", has_text="60,646,633.13元").count() > 5


def test_the_address_and_the_forms_on_other_pages(search):
    page = search(1)
    page.page.goto(page.address + "/search.html?q=" + quote("行政运行"))
    page.settle()
    assert page.page.input_value("#search-query") == "行政运行"
    assert page.places()
    page.page.goto(page.address + "/index.html")
    page.page.fill("input[name=q]", "热线")
    page.page.press("input[name=q]", "Enter")
    page.page.wait_for_url("**/search.html?q=*")
    page.settle()
    assert page.places()


def test_input_methods_are_left_alone(search):
    page = search(1)
    page.page.focus("#search-query")
    devtools = page.page.context.new_cdp_session(page.page)
    page.loaded.clear()
    for letters in ("x", "xi", "xing"):
        devtools.send("Input.imeSetComposition", {"text": letters, "selectionStart": 0, "selectionEnd": 0})
        page.page.wait_for_timeout(500)
    assert not page.loaded and not page.status
    devtools.send("Input.insertText", {"text": "行政运行"})
    page.settle()
    assert page.places()


@thousand_reports
def test_keyboard_and_announcement(search):
    page = search(1000).ask("公务接待费")
    status = page.page.locator("[role=status]")
    assert status.get_attribute("aria-live") == "polite" and "条结果" in status.text_content()
    before = page.page.locator(".search-results li").count()
    page.page.focus(".search-more button")
    page.page.keyboard.press("Enter")
    page.settle()
    assert page.page.locator(".search-results li").count() > before
    expect(page.page.locator(".search-results :is(a, summary):focus")).to_have_count(1)


def test_nothing_global_but_the_loader(search, browser):
    page = search(1).ask("行政运行").page
    empty = browser.new_page()
    empty.goto(page.url.partition("search.html")[0] + "index.html")
    known = set(empty.evaluate("Object.getOwnPropertyNames(window)"))
    empty.close()
    found = set(page.evaluate("Object.getOwnPropertyNames(window)")) - known
    assert {name for name in found if not name.isdigit()} == {"sitegenSearch"}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_narrow_screens_and_no_shift(search, scheme):
    page = search(1, viewport={"width": 360, "height": 740}, color_scheme=scheme)
    page.page.goto(page.address + "/search.html?q=" + quote("12345市民热线西城分中心热线服务项目经费"))
    page.settle()
    page.page.wait_for_timeout(700)
    assert page.page.evaluate("document.documentElement.scrollWidth") <= 360
    shift = page.page.evaluate("""() => new Promise(done => {
      let sum = 0;
      new PerformanceObserver(list => { for (const entry of list.getEntries()) sum += entry.value; })
        .observe({type: "layout-shift", buffered: true});
      setTimeout(() => done(sum), 200); })""")
    assert shift == 0


def test_the_policy_and_the_first_load(watched, site):
    page = watched.open(site + "search.html")
    page.wait_for_load_state("networkidle")
    # Nothing of the index is loaded before somebody asks.
    assert not [url for url in watched.requests if "/search/" in url]


def test_a_result_leads_to_its_marked_cell(watched, site):
    page = watched.open(site + "search.html?q=" + quote("60,646,633.13元 收入总计"))
    page.locator(".search-results li > a").first.click()
    page.wait_for_url("**/revenue-expenditure.html#*")
    cell = page.locator("td:target, th:target, .is-target")
    expect(cell).to_have_count(1)
    expect(cell).to_be_in_viewport()


def test_a_sentence_leads_to_its_section(watched, site):
    page = watched.open(site + "search.html?q=" + quote("综合协调科"))
    link = page.locator(".search-results li > a").first
    assert "#" in link.get_attribute("href")
    link.click()
    page.wait_for_url("**/2021/index.html#*")
    expect(page.locator("main :target")).to_be_in_viewport()


def test_hostile_queries_are_mere_text(watched, site):
    hostile = ['<img src=x onerror=alert(1)>', "</script><script>alert(1)</script>", "\u2028行政\u2029运行", "${alert(1)}`",
               "\ud83d\ude00" * 50, "行政" * 2000, "9" * 5000, "1," * 200, "0." + "0" * 300 + "1元", "- − ¥ %", "__proto__", "运行 " * 300]
    page = watched.open(site + "search.html")
    for query in hostile:
        page.fill("#search-query", query)
        page.press("#search-query", "Enter")
        page.wait_for_timeout(100)
        page.wait_for_selector(".search-results[aria-busy=false]", state="attached")
        assert "没有读到" not in page.text_content(".search-status")
        assert page.locator(".search-results :is(img, script)").count() == 0
    # A link that somebody else made is not bound to the field's length.
    page.goto(site + "search.html?q=" + quote("行政运行" + " 预算" * 3000))
    page.wait_for_selector(".search-results[aria-busy=false]", state="attached")


@pytest.mark.parametrize("mode", [{"color_scheme": "light"}, {"color_scheme": "dark"}, {"forced_colors": "active"}])
@pytest.mark.parametrize("width", [1280, 360])
def test_axe_finds_nothing_among_results(watched, files, mode, width):
    page = watched.open(files + "search.html?q=" + quote("支出"), width=width, **mode)
    page.locator(".search-results li > a").first.wait_for()
    page.locator(".search-results summary").first.click()
    assert violations(page) == []


def test_without_script_the_form_leads_to_the_reports(watched, site):
    page = watched.open(site + "2021/index.html", java_script_enabled=False)
    page.fill("#site-search", "行政运行")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html?q=*")
    assert "脚本" in page.text_content("main .notice")
    page.click("main .report-list a")
    page.wait_for_url("**/2021/index.html")
