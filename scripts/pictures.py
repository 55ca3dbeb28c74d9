#!/usr/bin/env python3
"""Takes the pictures of the READMEs: scripts/pictures.py [SITE]

SITE is the built site, public/ unless said otherwise. Needs Playwright, Pillow, Chromium and a debug
build of sitegen; LibreOffice and poppler-utils for the picture of the Word file and the workbook,
which is left as it is without them.
"""

import html
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import openpyxl
from PIL import Image, ImageChops, ImageDraw
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "Tests/Browser"))

from chromium import launch  # noqa: E402

SITE = Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "public").resolve() / "2021"
PICTURES = ROOT / "docs/pictures"
FIXTURES = ROOT / "Tests/ImportingTests/Fixtures"
WORD, EXCEL = FIXTURES / "narrative.docx", FIXTURES / "openpyxl.xlsx"

TERMINAL = """<style>
  body { margin: 0; background: #fff }
  pre { margin: 0; padding: 20px 24px; background: #1d2126; color: #e4e6e8; width: max-content;
        font: 15px/1.5 "Noto Sans Mono CJK SC", monospace }
  b { color: #8fd3a8; font-weight: normal } i { color: #8b949e; font-style: normal }
</style><pre>"""


def smaller(picture: Image.Image, name: str) -> None:
    """Few colours are enough for text and lines, and make a small file."""
    few = picture.convert("RGB").quantize(224, dither=Image.Dither.NONE)
    few.save(PICTURES / name, optimize=True)


def save(page, name: str, **options) -> None:
    with tempfile.NamedTemporaryFile(suffix=".png") as file:
        page.screenshot(path=file.name, **options)
        smaller(Image.open(file.name), name)


def import_report(page) -> None:
    """What the command says of a Word file and a workbook; the findings in the middle left out."""
    with tempfile.TemporaryDirectory() as folder:
        for name in ("forms", "site.yml"):
            source = ROOT / "Content" / name
            (shutil.copytree if source.is_dir() else shutil.copy)(source, _made(folder, name))
        shutil.copy(WORD, Path(folder) / "情况说明.docx")
        shutil.copy(EXCEL, Path(folder) / "预算表.xlsx")
        command = ["import", "情况说明.docx", "预算表.xlsx", "--form-set", "xicheng-2021",
                   "--output", "Content/2021"]
        output = subprocess.run(
            [str(ROOT / ".build/debug/sitegen"), *command], cwd=folder, capture_output=True,
            text=True, check=True).stdout
    summary, rest = output.split("\n核对时发现：\n", 1)
    end = rest[rest.index("报告 1 份。"):]
    text = f"<b>$ sitegen {html.escape(' '.join(command))}</b>\n{html.escape(summary)}"
    text += f"\n<i>核对时发现：……</i>\n\n{html.escape(end.rstrip())}"
    page.set_content(TERMINAL + text)
    page.wait_for_timeout(300)
    save(page, "import.png", clip=page.locator("pre").bounding_box())


def _made(folder: str, name: str) -> Path:
    path = Path(folder) / "Content" / name
    path.parent.mkdir(exist_ok=True)
    return path


def without_margins(page: Image.Image) -> Image.Image:
    """The upper left part of a page, with narrow margins."""
    left, top, right, bottom = ImageChops.invert(page).getbbox()
    bottom = min(bottom, top + (right - left))
    right = min(right, left + (bottom - top) * 5 // 4)
    return page.crop((left - 24, top - 24, right + 24, bottom + 24))


def sources() -> None:
    """The second page of the Word file beside a sheet of the workbook."""
    if not (shutil.which("soffice") and shutil.which("pdftoppm")):
        return print("sources.png: no LibreOffice or no poppler-utils; left as it is", file=sys.stderr)
    with tempfile.TemporaryDirectory() as folder:
        book = openpyxl.load_workbook(EXCEL)
        for name in book.sheetnames:
            if name != "表二":
                del book[name]
        sheet = book["表二"]
        del sheet._cells[max(sheet._cells)]  # a stray format far below
        sheet.page_setup.orientation = "landscape"
        sheet.page_setup.fitToHeight = 0
        sheet.sheet_properties.pageSetUpPr = openpyxl.worksheet.properties.PageSetupProperties(
            fitToPage=True)
        for column in "ABCDEFGHIJKLMN":
            sheet.column_dimensions[column].width = {"A": 4, "B": 11, "C": 34}.get(column, 16)
        sheet.print_options.gridLines = sheet.print_options.headings = True
        book.save(Path(folder) / "excel.xlsx")
        shutil.copy(WORD, Path(folder) / "word.docx")
        pictures = []
        for name, number in (("word.docx", 2), ("excel.xlsx", 1)):
            subprocess.run(
                ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile",
                 "--convert-to", "pdf", "--outdir", folder, f"{folder}/{name}"],
                check=True, capture_output=True)
            stem = f"{folder}/{Path(name).stem}"
            subprocess.run(
                ["pdftoppm", "-png", "-r", "160", "-f", str(number), "-l", str(number),
                 "-singlefile", f"{stem}.pdf", stem], check=True)
            pictures.append(without_margins(Image.open(f"{stem}.png").convert("RGB")))
        height = 560
        pictures = [p.resize((p.width * height // p.height, height), Image.Resampling.LANCZOS) for p in pictures]
        whole = Image.new("RGB", (sum(p.width for p in pictures) + 24, height + 2), "#ffffff")
        left = 1
        for picture in pictures:
            whole.paste(picture, (left, 1))
            ImageDraw.Draw(whole).rectangle((left - 1, 0, left + picture.width, height + 1), outline="#b8bec4")
            left += picture.width + 22
        smaller(whole, "sources.png")


sources()
with sync_playwright() as playwright:
    browser = launch(playwright)
    page = browser.new_page(viewport={"width": 1200, "height": 820})
    import_report(page)
    page.goto((SITE / "index.html").as_uri())
    # The chart with the sentence above it, whose amount carries an editor's note.
    page.locator("figure.chart").evaluate(
        "chart => scrollTo(0, chart.getBoundingClientRect().top + scrollY - 260)")
    page.wait_for_timeout(300)
    save(page, "narrative.png")
    page.goto((SITE / "expenditure.html").as_uri())
    save(page, "table.png")
    browser.close()
