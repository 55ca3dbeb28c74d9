"""Runs `sitegen serve` on a copy of the committed content, as a clerk does."""

import os
import re
import select
import shutil
import signal
import subprocess
import time
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]
SITEGEN = Path(os.environ.get("SITEGEN") or ROOT / ".build" / "debug" / "sitegen").resolve()
# A busy machine is slow, not wrong.
PATIENCE = 120


class Preview:
    """A running preview and the folder that it shows."""

    def __init__(self, folder: Path, process, address: str):
        self.folder = folder
        self.process = process
        self.address = address
        self.port = int(address.rsplit(":", 1)[1])

    def path(self, name):
        return self.folder / name

    def replace(self, name, old, new):
        file = self.path(name)
        text = file.read_text(encoding="utf-8")
        assert old in text
        # As an editor saves: the old file is there until the new one is whole.
        draft = file.with_name(f".{file.name}.draft")
        draft.write_text(text.replace(old, new, 1), encoding="utf-8", newline="")
        draft.replace(file)

    def stop(self, with_signal=signal.SIGINT):
        self.process.send_signal(with_signal)
        return self.process.wait(timeout=PATIENCE)


def read_until(process, pattern):
    """What the command says, up to the pattern."""
    text = ""
    deadline = time.monotonic() + PATIENCE
    while not re.search(pattern, text):
        ready, _, _ = select.select([process.stdout], [], [], max(0, deadline - time.monotonic()))
        assert ready, f"the preview does not begin: {text}"
        more = os.read(process.stdout.fileno(), 4096).decode()
        assert more, f"the preview ended: {text}"
        text += more
    return text


def command_in(folder, *arguments):
    return subprocess.Popen(
        [str(SITEGEN), "serve", *arguments], cwd=folder, stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT)


@contextmanager
def serving(folder: Path, *arguments):
    shutil.copytree(ROOT / "Content", folder / "Content")
    shutil.copytree(ROOT / "Templates", folder / "Templates")
    process = command_in(folder, "--port", "0", *arguments)
    try:
        said = read_until(process, r"Ctrl-C")
        address = re.search(r"http://127\.0\.0\.1:\d+", said).group()
        yield Preview(folder, process, address)
    finally:
        process.kill()
        process.wait()
        process.stdout.close()
