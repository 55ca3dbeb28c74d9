"""What can be compared: folders, git revisions, two years; and what is refused, with a reason."""

import json
import os
import shutil
import subprocess

import pytest

from conftest import ROOT


def git(folder, *arguments):
    subprocess.run(
        ["git", "-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false",
         *arguments], cwd=folder, check=True, capture_output=True)  # fmt: skip


@pytest.fixture
def built(workplace):
    assert workplace.run("--quiet").returncode == 0
    return workplace


def kinds(workplace, *arguments):
    compared = workplace.run("diff", *arguments, "--format", "json")
    assert compared.returncode in (0, 1), compared.stderr
    return json.loads(compared.stdout)["counts"]


def test_revisions_of_a_repository_with_hostile_names(built):
    public = built.folder / "public"
    for name in [b"a\nb.html", b'"quoted".html', b"-x.html", b"\xff\xfe.html", "表 格.html".encode()]:
        (public / "2021").joinpath(os.fsdecode(name)).write_text("<p>not ours</p></html>")
    (public / "index.html.link").symlink_to("/etc/passwd")
    git(built.folder, "init", "-q", "-b", "main")
    git(built.folder, "add", "-A")
    git(built.folder, "commit", "-q", "-m", "one")
    built.replace("Content/2021/narrative.md", "综合协调科", "综合保障科")
    assert built.run("--quiet").returncode == 0
    git(built.folder, "add", "-A")
    git(built.folder, "commit", "-q", "-m", "two")
    expected = {"sentence-changed": 1}
    assert kinds(built, "HEAD~1", "HEAD") == expected
    assert kinds(built, "HEAD~1:public/2021", "public/2021") == expected
    assert kinds(built, "HEAD~1") == expected
    assert kinds(built) == {}
    # A folder wins over a branch of its name.
    git(built.folder, "branch", "public", "HEAD~1")
    assert kinds(built, "HEAD~1", "public") == expected
    for wrong in ["HEAD~9", "nowhere", "HEAD:Content/site.yml", "HEAD:", ":", "a\nb", "$(touch x)"]:
        refused = built.run("diff", wrong, "public")
        assert refused.returncode == 2 and wrong in refused.stderr, (wrong, refused.stderr)
    assert built.run("diff", "HEAD", "--output", "elsewhere").returncode == 2


def test_names_that_look_alike_are_two_names_in_a_revision(built):
    """é is one character or two; to git and to the disk, both are names of their own."""
    public = built.folder / "public"
    for name in ["caf\u00e9", "cafe\u0301"]:
        shutil.copytree(public / "2021", public / name)
    page = public / "cafe\u0301" / "revenue.html"
    page.write_text(page.read_text(encoding="utf-8").replace("60,646,633.13", "60,646,633.31"))
    git(built.folder, "init", "-q", "-b", "main")
    git(built.folder, "add", "-A")
    git(built.folder, "commit", "-q", "-m", "both")
    assert kinds(built, "HEAD", "public") == {}


def test_last_years_report_and_this_years(built):
    shutil.copytree(built.file("Content/2021"), built.file("Content/2022"))
    for path in built.file("Content/2022").rglob("*"):
        if path.is_file() and path.name != "facts.yml":
            text = path.read_text(encoding="utf-8").replace("fiscal_year: 2021", "fiscal_year: 2022")
            text = text.replace("2021年", "2022年").replace("2020年", "2021年").replace("2019年", "2020年")
            path.write_text(text, encoding="utf-8", newline="")
    built.replace("Content/2022/narrative.md", "综合协调科", "综合保障科")
    result = built.run("--quiet")
    assert result.returncode == 0, result.stdout
    found = kinds(built, "public/2021", "public/2022")
    # The years moved on in titles, columns and sentences; that alone is no change. The overview
    # compares with last year's figures, of which facts.yml has none for the new year.
    assert found.pop("chart-changed") > 0
    assert found == {"report-changed": 1, "sentence-changed": 1}


def test_reports_come_and_go(built):
    shutil.copytree(built.file("public"), built.file("old"))
    shutil.copytree(built.file("public/2021"), built.file("public/archive/2020"))
    assert kinds(built, "old", "public") == {"report-added": 1}
    assert kinds(built, "public", "old") == {"report-removed": 1}
    assert built.run("diff", "old", "public").returncode == 1


def test_downloads_are_not_needed(built):
    shutil.copytree(built.file("public"), built.file("old"))
    for path in built.file("public/2021").iterdir():
        if path.suffix != ".html":
            path.unlink()
    assert kinds(built, "old", "public") == {}


def test_a_table_that_the_source_no_longer_has(built):
    shutil.copytree(built.file("public"), built.file("old"))
    built.file("Content/2021/tables/special-transfer.csv").unlink()
    report = built.file("Content/2021/report.yml")
    text = "".join(l for l in report.read_text().splitlines(True) if "special-transfer" not in l)
    report.write_text(text + "  special-transfer: 本年不再编制本表。\n")
    assert built.run("--quiet").returncode == 0
    assert kinds(built, "old", "public") == {"note-changed": 2}


def broken(page, text):
    return {
        "cut off": text[: len(text) // 2],
        "empty": b"",
        "no text": b"\xff\xfe\x00<html></html>",
        "too deep": b"<div>" * 100_000 + b"</html>",
        "foreign": b"<html><body><table><tr><td id='a.b'>1</td></tr></table></body></html>",
        "missing": None,
    }[page]


@pytest.mark.parametrize("name", ["index.html", "revenue.html", "reconciliation.html"])
@pytest.mark.parametrize("page", ["cut off", "empty", "no text", "too deep", "foreign", "missing"])
def test_a_broken_page_is_named(built, page, name):
    shutil.copytree(built.file("public"), built.file("new"))
    file = built.file(f"new/2021/{name}")
    bytes_ = broken(page, file.read_bytes())
    file.unlink() if bytes_ is None else file.write_bytes(bytes_)
    compared = built.run("diff", "public", "new")
    if name == "reconciliation.html" and page == "foreign":
        # A page without checks is a page without checks.
        assert compared.returncode == 0 and "取消勾稽" in compared.stdout
        return
    assert compared.returncode == 2, compared.stdout
    assert compared.stdout == "" and compared.stderr.startswith("sitegen: new")
    assert "Fatal" not in compared.stderr


def test_a_page_does_not_steer_the_terminal_or_markdown(built):
    shutil.copytree(built.file("public"), built.file("new"))
    page = built.file("new/2021/index.html")
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("综合协调科", "&#27;[31m&lt;script&gt;@all `x`科"), encoding="utf-8")
    shown = built.run("diff", "public", "new").stdout
    assert "\x1b" not in shown and "␛[31m<script>" in shown
    markdown = built.run("diff", "public", "new", "--format", "markdown").stdout
    assert "<script>" not in markdown and "&lt;script&gt;&#64;all \\`x\\`" in markdown


@pytest.mark.parametrize("arguments", [["public", "nowhere"], ["Content", "public"], ["/dev/null", "public"]])
def test_what_is_no_site_is_refused(built, arguments):
    refused = built.run("diff", *arguments)
    assert refused.returncode == 2 and refused.stderr.startswith("sitegen: ")


def test_wrong_usage(built):
    assert built.run("diff", "public", "public", "--format", "html").returncode == 64


def test_a_page_larger_than_any_file_of_the_content(built):
    """A page may have more bytes than the table that it is made of, which has 32 MB at most."""
    page = built.file("public/2021/expenditure.html")
    shutil.copytree(built.file("public"), built.file("old"))
    text = page.read_text(encoding="utf-8")
    large = text.replace("</html>", "<!--" + "x" * (33 << 20) + "--></html>")
    page.write_text(large, encoding="utf-8", newline="")
    assert kinds(built, "old", "public") == {}
    with page.open("ab") as file:
        file.truncate((256 << 20) + 1)
    refused = built.run("diff", "old", "public")
    assert refused.returncode == 2 and "256 MB" in refused.stderr, refused.stderr
