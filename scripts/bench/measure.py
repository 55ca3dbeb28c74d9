"""What a command costs: wall time, processor time and peak memory, by the system's accounting."""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path


@dataclass
class Cost:
    wall: float  # seconds
    cpu: float  # seconds, user and system, of all threads
    memory: int  # bytes, the most held at one time


def run(command: list[str]) -> Cost:
    """Runs the command, which must succeed; what it prints is shown only if it fails.

    It goes to a file: a child's peak memory begins with its parent's, so this one stays small.
    """
    with tempfile.TemporaryFile() as output:
        begin = time.monotonic()
        process = subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - begin
        if status:
            output.seek(0)
            shutil.copyfileobj(output, sys.stderr.buffer)
            raise SystemExit(f"failed: {' '.join(command)}")
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024)


def median(costs: list[Cost]) -> Cost:
    return Cost(
        statistics.median(cost.wall for cost in costs),
        statistics.median(cost.cpu for cost in costs),
        max(cost.memory for cost in costs))


# What follows walks through hundreds of thousands of files, in programs of their own: this one has
# to stay small, since a child's peak memory begins with its parent's.


def remove(folder: Path) -> None:
    subprocess.run(["rm", "-rf", str(folder)], check=True)


def pages(folder: Path) -> int:
    found = subprocess.run(
        ["find", str(folder), "-name", "*.html", "-printf", "."], check=True, capture_output=True)
    return len(found.stdout)
