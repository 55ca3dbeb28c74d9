"""Pictures in a narrative: found however their address is written, and shown as what they are."""

import re
import unicodedata
from urllib.parse import unquote, urlsplit

import pytest

PNG = b"\x89PNG\r\n\x1a\n"


def show(workplace, address):
    narrative = workplace.file("Content/2021/narrative.md")
    text = narrative.read_text(encoding="utf-8")
    narrative.write_text(text + f"\n\n![图]({address})\n", encoding="utf-8")


@pytest.mark.parametrize(
    "name, address",
    [
        ("图.png", "图.png"),
        # As many editors write it.
        ("图.png", "%E5%9B%BE.png"),
        ("图 一.png", "%E5%9B%BE%20一.png"),
        # As a Mac names files, and as people type.
        (unicodedata.normalize("NFD", "ガイド é.png"), "ガイド%20é.png"),
        ("100%.png", "100%.png"),
        ("a#b.png", "a#b.png"),
        ("a?b.png", "a%3Fb.png"),
        ("图/一.png", "图/一.png"),
    ],
)
def test_the_page_shows_the_file(workplace, name, address):
    file = workplace.file("Content/2021") / name
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(PNG + name.encode())
    show(workplace, address)

    assert workplace.run("check").returncode == 0
    built = workplace.run("build")
    assert built.returncode == 0, built.stderr
    page = workplace.file("public/2021/index.html").read_text(encoding="utf-8")
    source = re.search(r'<img src="([^"]*)" alt="图">', page)[1]
    parts = urlsplit(source)
    assert (parts.scheme, parts.query, parts.fragment) == ("", "", "")
    shown = workplace.file("public/2021") / unquote(parts.path)
    assert shown.read_bytes() == PNG + name.encode()


def test_a_picture_that_is_too_large_is_told_by_check_and_build(workplace):
    with open(workplace.file("Content/2021/图.png"), "wb") as file:
        file.truncate((32 << 20) + 1)
    show(workplace, "图.png")
    line = workplace.file("Content/2021/narrative.md").read_text(encoding="utf-8").count("\n")
    for command in ["check", "build"]:
        result = workplace.run(command)
        assert result.returncode == 1
        told = f"Content/2021/narrative.md:{line}:1: 错误 [file-too-large] 图片“图.png”超过 32 MB"
        assert told in result.stdout
    assert not workplace.file("public").exists()


def test_a_picture_of_the_largest_size_is_published(workplace):
    with open(workplace.file("Content/2021/图.png"), "wb") as file:
        file.truncate(32 << 20)
    show(workplace, "图.png")
    assert workplace.run("build").returncode == 0
    assert workplace.file("public/2021/图.png").stat().st_size == 32 << 20
