"""Links in the content or in the output lead nowhere."""

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
    assert workplace.run().returncode == 0
    assert workplace.published() == before
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
