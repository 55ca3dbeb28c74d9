"""Another district's tables need no Swift: a second, differently shaped set builds from data alone."""

import shutil

from conftest import ROOT

SITES = ROOT / "Tests" / "SitegenTests" / "Sites"


def test_the_second_form_set_builds_without_complaint(workplace):
    shutil.rmtree(workplace.file("Content"))
    shutil.copytree(SITES / "second" / "Content", workplace.file("Content"))
    checked = workplace.run("check")
    assert checked.returncode == 0
    assert "错误 0 个" in checked.stdout
    assert "不一致 0，未核对 0" in checked.stdout
    assert "未注明来源 0" in checked.stdout
    built = workplace.run()
    assert built.returncode == 0
    page = workplace.file("public/archives/2023/general-budget.html").read_text(encoding="utf-8")
    assert 'id="201-26-01.name"' in page or 'id="2012601.name"' in page
    assert ">2,345,678<" in page
    wide = workplace.file("public/archives/2023/three-public.html").read_text(encoding="utf-8")
    assert 'id="row.this_total"' in wide and ">4.65<" in wide
    chart = workplace.file("public/archives/2023/three-public.svg").read_text(encoding="utf-8")
    assert ">5.30<" in chart and ">4.65<" in chart
