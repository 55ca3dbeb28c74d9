"""`sitegen serve` in a real browser: what is saved shows, what is broken shows, what is mended shows."""

import re

import pytest
from playwright.sync_api import expect

from serving import PATIENCE, serving
from test_accessibility import COLOUR_RULES, MODES, RULES, violations

expect.set_options(timeout=PATIENCE * 1000)

TABLE = "Content/2021/tables/expenditure.csv"
CELL = '[id="205.total"]'


@pytest.fixture
def preview(tmp_path):
    with serving(tmp_path / "work") as preview:
        yield preview


@pytest.fixture
def tab(preview, browser):
    """Opens a page of the preview; pages with errors answer with a status that browsers log."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(PATIENCE * 1000)
    problems = []

    def open(path):
        page = context.new_page()
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.on("console", lambda message: problems.append(message.text)
                if "Content Security Policy" in message.text else None)
        page.goto(f"{preview.address}/{path}")
        return page

    yield open
    context.close()
    assert problems == []


def test_a_saved_figure_shows(preview, tab):
    page = tab("2021/expenditure.html")
    expect(page.locator(CELL)).to_have_text("69,360.00")
    preview.replace(TABLE, "205,教育支出,69360.00", "205,教育支出,70360.00")
    expect(page.locator(CELL)).to_have_text("70,360.00")
    # What changed is shown for a moment; the total did not.
    expect(page.locator(CELL)).to_have_class("amount preview-changed preview-marked error")
    assert "preview-changed" not in page.locator('[id="total.total"]').get_attribute("class")


def test_an_error_shows_in_its_cell_and_goes(preview, tab):
    page = tab("2021/expenditure.html")
    expect(page.locator(".preview-notice")).to_contain_text("本页没有错误")
    preview.replace(TABLE, "205,教育支出,69360.00", "205,教育支出,6936O.00")
    cell = page.locator(CELL)
    expect(cell).to_have_attribute("data-finding", re.compile("错误 “合计”列的金额“6936O.00”：“O”是字母"))
    shown = cell.evaluate("(cell) => getComputedStyle(cell, '::after').content")
    assert "“O”是字母" in shown
    # By keyboard the cell is reached, and its message is read with it.
    cell.focus()
    assert page.evaluate("document.activeElement.id") == "205.total"
    described = cell.get_attribute("aria-describedby").split()
    assert any("amount-character" in page.locator(f"#{item}").text_content() for item in described)
    # The message does not take part in sorting.
    assert cell.text_content() == "6936O.00"
    preview.replace(TABLE, "205,教育支出,6936O.00", "205,教育支出,69360.00")
    expect(page.locator(".preview-notice")).to_contain_text("本页没有错误")
    expect(page.locator("[data-finding]")).to_have_count(0)
    expect(cell).to_have_text("69,360.00")


def test_an_error_shows_at_its_words_and_goes(preview, tab):
    page = tab("2021/")
    preview.replace("Content/2021/narrative.md", "[29588676.51元]", "[29588676.15元]")
    figure = page.locator("a.figure.preview-marked.error")
    expect(figure).to_have_text("29588676.15元")
    note = page.locator(".preview-note.error")
    expect(note).to_contain_text("按 支出[总计].基本支出 应为 29588676.51元")
    # From the note to the list, and from the list back to the figure.
    note.get_by_role("link").click()
    assert page.locator(".preview-findings li:target .preview-message").is_visible()
    page.locator(".preview-findings li:target").get_by_role("link", name="看这一处").click()
    assert page.evaluate("decodeURIComponent(location.hash)") == "#figure-29588676.15元"
    preview.replace("Content/2021/narrative.md", "[29588676.15元]", "[29588676.51元]")
    expect(page.locator(".preview-note.error")).to_have_count(0)


def test_words_that_are_no_figure_are_marked(preview, tab):
    page = tab("2021/")
    preview.replace("Content/2021/narrative.md", "主要项目是：", "主要项目是：待填写")
    expect(page.locator("mark.preview-marked", has_text="待填写")).to_be_visible()


BROKEN = {
    "yaml": ("Content/2021/report.yml", "title:", "title: [", "yaml-syntax"),
    "form set": ("Content/forms/xicheng-2021.yml", "tables:", "tables: {", "yaml-syntax"),
    "site": ("Content/site.yml", "name:", 'name: "[', "yaml-syntax"),
    "template": ("Templates/layout.mustache", "{{#metaTags}}", "{{#metaTags", "template-syntax"),
    "name": ("Templates/table.mustache", "{{tableTitle}}", "{{tabelTitle}}", "template-unknown-name"),
    "table": ("Content/2021/tables/expenditure.csv", "科目名称", '"科目名称', "csv-"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_shows_and_is_mended(preview, tab, name):
    file, old, new, rule = BROKEN[name]
    page = tab("2021/expenditure.html")
    preview.replace(file, old, new)
    notice = page.locator(".preview-notice")
    expect(notice).to_contain_text(rule)
    expect(notice).to_contain_text(file)
    expect(page.get_by_role("heading", level=1)).to_contain_text("部门支出总体情况表")
    preview.replace(file, new, old)
    expect(notice).to_contain_text("本页没有错误")
    expect(page.locator(CELL)).to_have_text("69,360.00")


def test_a_style_sheet_shows_at_once(preview, tab):
    page = tab("2021/expenditure.html")
    css = preview.path("Templates/assets/site.css")
    css.write_text(css.read_text() + "\nh1 { color: rgb(1, 2, 3); }\n")
    expect(page.locator("h1")).to_have_css("color", "rgb(1, 2, 3)")


def test_the_overview_leads_to_what_blocks_publication(preview, tab):
    page = tab("~preview/")
    expect(page.locator("main")).to_contain_text("没有错误，可以发布")
    preview.replace(TABLE, "205,教育支出,69360.00", "205,教育支出,6936O.00")
    expect(page.locator("main")).to_contain_text("改正后才能发布")
    page.locator("li.error", has_text="是字母").get_by_role("link", name="看这一处").click()
    expect(page.locator(CELL)).to_be_in_viewport()
    assert page.evaluate("location.hash") == "#205.total"


def test_the_page_stays_where_it_was(preview, tab):
    page = tab("2021/")
    page.locator("#三、主要支出情况").scroll_into_view_if_needed()
    page.evaluate("scrollBy(0, 40)")
    before = page.evaluate("scrollY")
    preview.replace("Content/2021/narrative.md", "主要项目是：", "主要项目包括：")
    expect(page.locator(".narrative")).to_contain_text("主要项目包括：")
    # Until it is loaded wholly, the messages are missing that the page was made longer by.
    page.wait_for_function("document.readyState === 'complete'")
    assert abs(page.evaluate("scrollY") - before) <= 2


def test_more_tabs_than_a_browser_keeps_connections(preview, tab):
    """Open pages hold no connection, so that further ones still get theirs."""
    names = ["revenue", "expenditure", "three-public", "government-fund", "detail", "general-budget"]
    pages = [tab(f"2021/{name}.html") for name in names + ["index", "reconciliation"]]
    last = tab("2021/expenditure.html")
    preview.replace(TABLE, "205,教育支出,69360.00", "205,教育支出,70360.00")
    expect(last.locator(CELL)).to_have_text("70,360.00")
    pages[1].bring_to_front()
    expect(pages[1].locator(CELL)).to_have_text("70,360.00")


def test_a_page_says_when_the_preview_ended(preview, tab):
    page = tab("2021/expenditure.html")
    assert preview.stop() == 0
    expect(page.locator(".preview-lost")).to_contain_text("连接断开了")


@pytest.fixture(scope="module")
def broken(tmp_path_factory):
    """A preview of content with one fault of each kind."""
    with serving(tmp_path_factory.mktemp("broken") / "work") as preview:
        preview.replace(TABLE, "205,教育支出,69360.00", "205,教育支出,6936O.00")
        preview.replace("Content/2021/narrative.md", "[29588676.51元]", "[29588676.15元]")
        preview.replace("Content/site.yml", "name:", "naem: x\nname:")
        yield preview


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("width", [1280, 360])
def test_axe_finds_nothing(broken, browser, mode, width):
    context = browser.new_context(viewport={"width": width, "height": 900}, **MODES[mode])
    context.set_default_timeout(PATIENCE * 1000)
    found = {}
    overview = context.new_page()
    overview.goto(f"{broken.address}/~preview/")
    # Nothing is loaded again from here on.
    for rule in ["amount-character", "figure-mismatch", "yaml-unknown-key"]:
        expect(overview.locator("main")).to_contain_text(rule)
    for path in ["~preview/", "2021/", "2021/expenditure.html", "2021/nothing.html"]:
        page = context.new_page()
        page.goto(f"{broken.address}/{path}")
        if path.startswith("2021/e"):
            expect(page.locator(CELL)).to_have_class("amount preview-marked error warning")
        else:
            expect(page.locator("body")).to_contain_text("yaml-unknown-key")
        page.evaluate("document.querySelectorAll('details').forEach((one) => one.open = true)")
        if bad := violations(page, RULES if mode == "light" else COLOUR_RULES):
            found[path] = bad
        # Nothing sticks out sideways.
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()
    assert found == {}
