"""docs/check.md has the fields that `check --format json` writes, and no others."""

import json
import re

from conftest import ROOT


def documented():
    page = (ROOT / "docs" / "check.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (`[^|]*`) \|", page, re.M)
    return {field for row in rows for field in re.findall(r"`([^`]+)`", row)}


def written(value, path=""):
    """The paths of all fields; those of a list's members are each other's."""
    if isinstance(value, dict):
        for name, member in value.items():
            yield from written(member, f"{path}.{name}" if path else name)
    elif isinstance(value, list):
        if path != "findings":
            yield path
        for member in value:
            yield from written(member, path + "[]")
    else:
        yield path


def test_the_documented_fields_are_those_that_are_written(workplace):
    # A sum that does not add up has all that a finding can have.
    workplace.replace("Content/2021/tables/expenditure.csv", "69360.00", "69361.00")
    checked = workplace.run("check", "--format", "json")
    assert checked.returncode == 1
    assert set(written(json.loads(checked.stdout))) == documented()
