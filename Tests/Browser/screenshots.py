"""Takes pictures of one page of each kind, to be looked at.

    SITE=public python3 Tests/Browser/screenshots.py FOLDER

Each page is taken at 1280 and 360 pixels, in light and dark, and as printed on paper
(a PDF; with pdftoppm installed, also as pictures of its sheets).
"""

import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from chromium import launch
from published import PAGES, SITE, kind_of

SIZES = {"wide": (1280, 900), "phone": (360, 740)}


def one_of_each_kind() -> dict[str, Path]:
    found: dict[str, Path] = {}
    for page in PAGES:
        found.setdefault(kind_of(page), page)
    return found


def take(browser, folder: Path, kind: str, page_path: Path) -> None:
    address = (SITE / page_path).as_uri()
    for scheme in ("light", "dark"):
        for size, (width, height) in SIZES.items():
            page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
            page.goto(address)
            page.screenshot(path=folder / f"{kind}-{size}-{scheme}.png", full_page=True)
            page.close()
    page = browser.new_page()
    page.goto(address)
    sheet = folder / f"{kind}-print.pdf"
    page.pdf(path=sheet, prefer_css_page_size=True)
    page.close()
    if shutil.which("pdftoppm"):
        subprocess.run(["pdftoppm", "-r", "60", "-png", sheet, sheet.with_suffix("")], check=True)


def main() -> None:
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    wanted = set(sys.argv[2:])
    with sync_playwright() as playwright:
        browser = launch(playwright)
        for kind, page in one_of_each_kind().items():
            if not wanted or kind in wanted:
                take(browser, folder, kind, page)
        browser.close()


if __name__ == "__main__":
    main()
