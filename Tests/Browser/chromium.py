"""Starts the system's Chromium: the one that $CHROMIUM names, or the one on the path."""

import os
import shutil


def launch(playwright):
    path = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    if not path:
        raise SystemExit("no Chromium: install it or name it in $CHROMIUM")
    return playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
