"""Links in the content or in the output lead nowhere."""

import os

import pytest


@pytest.fixture
def outside(tmp_path):
    folder = tmp_path / "outside"
    folder.mkdir()
    (folder / "secret.md").write_text("机密")
    (folder / "secret.png").write_bytes(b"\x89PNG secret")
    return folder


def test_nothing_outside_the_content_is_read(workplace, outside):
    assert workplace.run().returncode == 0
    before = workplace.published()
    content = workplace.file("Content")
    (content / "linked").symlink_to(content / "2021")
    (content / "2021" / "tables" / "extra.csv").symlink_to(outside / "secret.md")
    (content / "2021" / "pictures").symlink_to(outside)
    (content / "2021" / "secret.png").symlink_to(outside / "secret.png")
    (content / "forms" / "linked.yml").symlink_to(outside / "secret.md")
    (workplace.file("Templates/assets") / "secret.png").symlink_to(outside / "secret.png")
    built = workplace.run()
    assert built.returncode == 0
    assert workplace.published() == before
    # What would be missed is named.
    links = ["2021/pictures", "2021/secret.png", "2021/tables/extra.csv", "forms/linked.yml", "linked"]
    told = [line for line in built.stdout.splitlines() if "[not-regular]" in line]
    assert [line.split(": ")[0] for line in told] == [f"Content/{link}:1:1" for link in links]
    # A narrative that shows such a picture is refused: there is no such file.
    narrative = content / "2021" / "narrative.md"
    narrative.write_text(narrative.read_text() + "\n![图](secret.png)\n")
    built = workplace.run()
    assert built.returncode == 1
    assert workplace.published() == before
    (content / "2021" / "narrative.md").unlink()
    (content / "2021" / "narrative.md").symlink_to(outside / "secret.md")
    built = workplace.run()
    assert built.returncode == 1 and "机密" not in built.stdout
    assert workplace.published() == before


@pytest.mark.parametrize("path", ["2021", "2021/revenue.html", "assets", "index.html", ".sitegen/staging", ".sitegen/records"])
def test_nothing_outside_the_output_is_written(workplace, outside, path):
    assert workplace.run().returncode == 0
    target = workplace.file("public") / path
    if target.is_dir():
        target.rename(outside / "moved")
        target.symlink_to(outside / "moved")
    else:
        target.unlink()
        target.symlink_to(outside / "secret.md")
    workplace.replace("Content/2021/narrative.md", "综合协调科", "综合保障科")
    workplace.file("Templates/assets/site.css").open("a").write("\n.x { color: red; }\n")
    workplace.replace("Templates/home.mustache", "</", "<!-- x --></")
    before = {file: file.read_bytes() for file in outside.rglob("*") if file.is_file()}
    built = workplace.run()
    assert built.returncode == 2
    assert "[output-symlink]" in built.stderr
    assert {file: file.read_bytes() for file in outside.rglob("*") if file.is_file()} == before


def test_links_to_the_folders_themselves_are_fine(workplace, tmp_path):
    assert workplace.run().returncode == 0
    before = workplace.published()
    for name in ("Content", "public"):
        workplace.file(name).rename(tmp_path / f"real-{name}")
        workplace.file(name).symlink_to(tmp_path / f"real-{name}")
    assert "写入 0 个文件" in workplace.run().stdout
    assert workplace.published() == before


def test_a_report_whose_name_cannot_be_read_is_not_taken_out_of_the_site(workplace):
    """As where an archive that was made on a Chinese Windows is unpacked."""
    workplace.add_report("城管委/2021")
    assert workplace.run("--quiet").returncode == 0
    before = workplace.published()
    folder = str(workplace.file("Content/城管委"))
    os.rename(folder.encode(), folder.encode().replace("城管委".encode(), "城管委".encode("gbk")))
    built = workplace.run()
    assert built.returncode == 1
    assert "Content:1:1: 错误 [name-encoding]" in built.stdout and "“城管委”" in built.stdout
    assert workplace.published() == before
