#!/usr/bin/env python3
"""Takes the pictures of the READMEs: scripts/pictures.py [SITE]

SITE is the built site, public/ unless said otherwise. Needs Playwright, Pillow and Chromium.
"""

import sys
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "Tests/Browser"))

from chromium import launch  # noqa: E402

SITE = Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "public").resolve() / "2021"
PICTURES = ROOT / "docs/pictures"


def save(page, name: str) -> None:
    """Few colours are enough for text and lines, and make a small file."""
    path = PICTURES / name
    page.screenshot(path=path)
    Image.open(path).convert("RGB").quantize(224, dither=Image.Dither.NONE).save(path, optimize=True)


with sync_playwright() as playwright:
    browser = launch(playwright)
    page = browser.new_page(viewport={"width": 1200, "height": 820})
    page.goto((SITE / "index.html").as_uri())
    # The chart with the sentence above it, whose amount carries an editor's note.
    page.locator("figure.chart").evaluate(
        "chart => scrollTo(0, chart.getBoundingClientRect().top + scrollY - 260)")
    page.wait_for_timeout(300)
    save(page, "narrative.png")
    page.goto((SITE / "expenditure.html").as_uri())
    save(page, "table.png")
    browser.close()
