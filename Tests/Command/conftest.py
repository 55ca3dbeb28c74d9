"""Runs the command as users do, on copies of the committed content."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SITEGEN = Path(os.environ.get("SITEGEN") or ROOT / ".build" / "debug" / "sitegen").resolve()


class Workplace:
    """A folder with a copy of the content and the templates, in which the command runs."""

    def __init__(self, folder: Path):
        self.folder = folder
        shutil.copytree(ROOT / "Content", folder / "Content")
        shutil.copytree(ROOT / "Templates", folder / "Templates")

    def run(self, *arguments, environment=None, wrapper=()):
        return subprocess.run(
            [*wrapper, str(SITEGEN), *arguments],
            cwd=self.folder,
            env={**os.environ, **(environment or {})},
            capture_output=True,
            text=True,
            timeout=120,
        )

    def start(self, *arguments):
        """Starts the command and does not wait for it."""
        return subprocess.Popen(
            [str(SITEGEN), *arguments],
            cwd=self.folder,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def add_report(self, path, source="2021"):
        """One more report like another."""
        shutil.copytree(self.file("Content") / source, self.file("Content") / path)

    def file(self, path):
        return self.folder / path

    def replace(self, path, old, new, count=1):
        file = self.file(path)
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new, count), encoding="utf-8", newline="")

    def published(self, output="public"):
        """The bytes of every file that visitors can get."""
        public = self.folder / output
        return {
            str(path.relative_to(public)): path.read_bytes()
            for path in sorted(public.rglob("*"))
            if path.is_file() and ".sitegen" not in path.relative_to(public).parts
        }


@pytest.fixture
def workplace(tmp_path):
    return Workplace(tmp_path / "work")


@pytest.fixture
def another_workplace(tmp_path):
    return Workplace(tmp_path / "somewhere" / "else 在别处")
