"""Content of absurd size or of the wrong kind: a clear message in bounded memory.

The bounds are several times what is needed, so that they say "does not grow with the input".
"""

import os
import socket
import subprocess

import pytest

from conftest import SITEGEN

MEGABYTE = 1 << 20
GIGABYTE = 1 << 30


class Outcome:
    """What the command said, and the most memory that it needed, in megabytes."""

    def __init__(self, workplace, *arguments):
        out, err = workplace.file("out"), workplace.file("err")
        with open(out, "wb") as stdout, open(err, "wb") as stderr:
            process = subprocess.Popen(
                [SITEGEN, *arguments], cwd=workplace.folder, stdout=stdout, stderr=stderr
            )
            _, status, usage = os.wait4(process.pid, 0)
        self.status = os.waitstatus_to_exitcode(status)
        process.returncode = self.status
        self.text = out.read_text(encoding="utf-8")
        self.errors = err.read_text(encoding="utf-8")
        self.megabytes = usage.ru_maxrss / 1024

    def says(self, place, rule):
        return any(
            line.startswith(place) and f"[{rule}]" in line for line in self.text.splitlines()
        )


def refused(workplace, place, rule, megabytes=300):
    """Both commands name the fault in bounded memory, and nothing is published."""
    for command in ("check", "build"):
        outcome = Outcome(workplace, command)
        assert outcome.status == 1, (outcome.status, outcome.errors, outcome.text[:2000])
        assert outcome.says(place, rule), outcome.text[:2000]
        assert outcome.megabytes < megabytes, command
        assert len(outcome.text) < MEGABYTE
    assert not workplace.file("public").exists()


def sparse(file, size):
    with open(file, "wb") as handle:
        handle.truncate(size)


def repeated(file, piece, size, head=b"", tail=b""):
    with open(file, "wb") as handle:
        handle.write(head)
        block = piece * (min(size, MEGABYTE) // len(piece))
        for _ in range(size // len(block)):
            handle.write(block)
        handle.write(tail)


TABLE = "Content/2021/tables/revenue.csv"
ROW = "2010101,行政运行,1.00,,,,,,,,,\n".encode()


@pytest.fixture
def header(workplace):
    return workplace.file(TABLE).read_bytes().split(b"\n")[0] + b"\n"


@pytest.mark.parametrize(
    "path",
    [
        TABLE,
        "Content/2021/narrative.md",
        "Content/2021/report.yml",
        "Content/2021/facts.yml",
        "Content/site.yml",
        "Content/forms/xicheng-2021.yml",
    ],
)
def test_a_file_of_a_gigabyte_is_not_read(workplace, path):
    sparse(workplace.file(path), GIGABYTE)
    refused(workplace, f"{path}:1:1", "file-too-large")


def test_a_line_of_a_gigabyte_is_not_read(workplace, header):
    with open(workplace.file(TABLE), "wb") as handle:
        handle.write(header)
        handle.truncate(GIGABYTE)
    refused(workplace, f"{TABLE}:1:1", "file-too-large")


def test_a_table_of_a_hundred_megabytes_is_not_read(workplace, header):
    repeated(workplace.file(TABLE), ROW, 100 * MEGABYTE, header)
    refused(workplace, f"{TABLE}:1:1", "file-too-large")


@pytest.mark.parametrize(
    "piece, rule",
    [
        # A row of blank cells, however many, is padding.
        (b",", "empty-table-not-allowed"),
        (b"1", "csv-ragged-row"),
        ('"a\n"'.encode(), "csv-ragged-row"),
        (b'"', "csv-ragged-row"),
        ("一".encode(), "csv-ragged-row"),
    ],
    ids=["commas", "one number", "quotes", "doubled quotes", "one word"],
)
def test_a_table_of_one_piece_repeated(workplace, header, piece, rule):
    repeated(workplace.file(TABLE), piece, MEGABYTE // 32, header, b"\n")
    refused(workplace, TABLE, rule)


def test_millions_of_blank_lines(workplace):
    repeated(workplace.file(TABLE), b"\n", 4 * MEGABYTE)
    refused(workplace, f"{TABLE}:", "header-missing")


def test_ten_thousand_columns(workplace, header):
    wide = b",".join(b"c%d" % number for number in range(10_000))
    workplace.file(TABLE).write_bytes(header.strip() + b"," + wide + b"\n" + ROW)
    refused(workplace, TABLE, "unknown-column")


def test_a_form_of_ten_thousand_columns(workplace):
    form = workplace.file("Content/forms/xicheng-2021.yml")
    text = form.read_text(encoding="utf-8")
    columns = "".join(f"      - {{id: c{n}, title: 列{n}, type: amount}}\n" for n in range(10_000))
    start = text.index("      - {id: total, title: 合计, type: amount}\n")
    form.write_text(text[:start] + columns + text[start:], encoding="utf-8")
    workplace.file(TABLE).write_text("c1\n" + "1\n" * 50_000)
    refused(workplace, "Content/forms/xicheng-2021.yml:", "form-layout")


def test_a_thousand_levels(workplace):
    file = workplace.file("Content/2021/tables/service-procurement.csv")
    head, *_ = file.read_text(encoding="utf-8").split("\n")
    rows = [f",{'　' * level}第{level}级,,1.00" for level in range(1000)]
    file.write_text("\n".join([head, *rows, ""]), encoding="utf-8")
    refused(workplace, "Content/2021/tables/service-procurement.csv:", "hierarchy-too-deep")


@pytest.mark.parametrize("levels", [1_000, 400_000])
@pytest.mark.parametrize("opening", ["[", "{a: ", "- "], ids=["flow", "mapping", "block"])
def test_nested_yaml(workplace, opening, levels):
    text = (opening * levels)[: MEGABYTE - 1]
    workplace.file("Content/2021/facts.yml").write_text(text)
    outcome = Outcome(workplace, "check")
    assert outcome.status == 1, outcome.errors
    assert "Content/2021/facts.yml:" in outcome.text and "[yaml-" in outcome.text
    assert outcome.megabytes < 600


@pytest.mark.parametrize("levels", [1_000, 500_000])
@pytest.mark.parametrize("opening", [">", "- ", "*a _", "[", "!["])
def test_nested_markdown(workplace, opening, levels):
    text = (opening * levels)[: MEGABYTE - 2]
    workplace.file("Content/2021/narrative.md").write_text(text + "\n")
    outcome = Outcome(workplace, "check")
    assert outcome.status in (0, 1), outcome.errors
    assert outcome.megabytes < 600


def test_a_nested_expression(workplace):
    workplace.replace(
        "Content/2021/narrative.md", "](=收入[总计].合计)", "](=" + "-" * 3000 + "收入[总计].合计)"
    )
    refused(workplace, "Content/2021/narrative.md:", "expression-syntax")


def test_a_thousand_folders_within_each_other(workplace):
    here = os.getcwd()
    try:
        os.chdir(workplace.file("Content"))
        for _ in range(1000):
            os.mkdir("folders")
            os.chdir("folders")
    finally:
        os.chdir(here)
    outcome = Outcome(workplace, "check")
    # Too deep for what tidies up after the tests, too.
    subprocess.run(["rm", "-rf", workplace.file("Content")], check=True)
    assert outcome.status == 2
    assert "文件夹套得太深" in outcome.errors


def test_a_hundred_thousand_unknown_keys(workplace):
    text = "".join(f"k{n}:\n" for n in range(100_000))
    workplace.file("Content/2021/report.yml").write_text(text)
    refused(workplace, "Content/2021/report.yml:", "too-many-findings")


def test_thousands_of_stray_files(workplace):
    for number in range(20_000):
        workplace.file(f"Content/2021/tables/{number}.csv").touch()
        workplace.file(f"Content/2021/{number}.md").touch()
    refused(workplace, "Content/2021/", "too-many-findings")


def pipe(file):
    os.mkfifo(file)


def folder(file):
    os.mkdir(file)


def loop(file):
    os.symlink(file.name, file)


def device(file):
    os.symlink("/dev/zero", file)


def listener(file):
    # The path of a socket is short, so it is bound from within the folder.
    here = os.getcwd()
    try:
        os.chdir(file.parent)
        socket.socket(socket.AF_UNIX).bind(file.name)
    finally:
        os.chdir(here)


@pytest.mark.parametrize("kind", [pipe, folder, loop, device, listener], ids=lambda kind: kind.__name__)
@pytest.mark.parametrize(
    "path, rule", [(TABLE, "table-missing"), ("Content/2021/narrative.md", "narrative-missing")]
)
def test_what_is_no_file_counts_as_missing(workplace, kind, path, rule):
    workplace.file(path).unlink()
    kind(workplace.file(path))
    refused(workplace, "Content/2021/", rule)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_file_is_named(workplace):
    workplace.file(TABLE).chmod(0)
    outcome = Outcome(workplace, "build")
    assert outcome.status == 2
    assert TABLE in outcome.errors and "没有权限" in outcome.errors
    assert not workplace.file("public").exists()
