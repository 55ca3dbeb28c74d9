"""A district's content: several departments and years, two form sets, figures to set side by side."""

from decimal import Decimal
from pathlib import Path

SITE = """\
name: 示例区预算公开
organizer: 示例区财政局
downloads: [csv]
"""

FORM_SET = """\
title: 示例区表样（{unit}）
tables:
  - id: summary
    number: 表1
    title: 收支总表
    aliases: [总表]
    unit: {unit}
    layout: list
    columns:
      - {{id: item, title: 项目, type: label}}
      - {{id: amount, title: 金额, type: amount}}
    key: [item]
    hierarchy: {{by: none}}
  - id: three-public
    number: 表2
    title: “三公”经费支出表
    aliases: [三公]
    unit: {unit}
    layout: list
    columns:
      - {{id: item, title: 项目, type: label}}
      - {{id: last_year, title: "{{last_year}}年", aliases: [上年], type: amount}}
      - {{id: this_year, title: "{{year}}年", aliases: [本年], type: amount}}
    key: [item]
    hierarchy: {{by: none}}
overview:
  statements:
    - {{id: income-total, label: 收入总计, value: "总表[收入总计].金额"}}
    - id: expenditure-total
      label: 支出总计
      value: 总表[支出总计].金额
      parts:
        - {{id: project-expenditure, label: 项目支出, value: "总表[项目支出].金额"}}
    - {{id: three-public, label: “三公”经费, scope: 财政拨款, value: "三公[合计].本年", previous: "三公[合计].上年"}}
charts:
  - id: three-public
    title: “三公”经费
    previous: "{{last_year}}年"
    current: "{{year}}年"
    items:
      - {{label: 公务接待费, previous: "三公[公务接待费].上年", current: "三公[公务接待费].本年"}}
"""

REPORT = """\
title: "{department}{year}年{kind}"
department: "{department}"
fiscal_year: {year}
kind: {kind_id}
form_set: {form_set}
published: {year}-02-01 09:00
"""


class Report:
    """A report's main figures; money in the unit of its form set."""

    def __init__(
        self, path, department, year, income, project, three_public, last_three_public,
        kind="budget", form_set="yuan",
    ):
        self.path = path
        self.department = department
        self.year = year
        self.kind = kind
        self.form_set = form_set
        self.income = Decimal(income)
        self.project = Decimal(project)
        self.three_public = Decimal(three_public)
        self.last_three_public = Decimal(last_three_public)

    def write(self, content: Path) -> None:
        folder = content / self.path
        (folder / "tables").mkdir(parents=True)
        (folder / "report.yml").write_text(REPORT.format(
            department=self.department, year=self.year, kind_id=self.kind, form_set=self.form_set,
            kind={"budget": "部门预算", "final-accounts": "部门决算"}[self.kind]), encoding="utf-8")
        (folder / "narrative.md").write_text(f"# {self.department}\n\n见各表。\n", encoding="utf-8")
        (folder / "tables/summary.csv").write_text(
            f"项目,金额\n收入总计,{self.income}\n支出总计,{self.income}\n项目支出,{self.project}\n",
            encoding="utf-8")
        (folder / "tables/three-public.csv").write_text(
            "item,last_year,this_year\n"
            f"公务接待费,{self.last_three_public},{self.three_public}\n"
            f"合计,{self.last_three_public},{self.three_public}\n", encoding="utf-8")


def write(content: Path, reports: list[Report]) -> None:
    (content / "forms").mkdir(parents=True)
    (content / "site.yml").write_text(SITE, encoding="utf-8")
    for name, unit in [("yuan", "元"), ("ten-thousand", "万元")]:
        (content / f"forms/{name}.yml").write_text(FORM_SET.format(unit=unit), encoding="utf-8")
    for report in reports:
        report.write(content)


DISTRICT = [
    Report("education/2022", "示例区教育局", 2022, "1000.10", "400.05", "50.00", "60.00"),
    Report("education/2022-final", "示例区教育局", 2022, "990.00", "390.00", "45.00", "58.00",
           kind="final-accounts"),
    # Last year's figure is not the one that was published.
    Report("education/2023", "示例区教育委员会", 2023, "1200.12", "500.00", "40.00", "51.00"),
    Report("health/2022", "示例区卫生健康委员会", 2022, "2000.20", "800.00", "80.00", "90.00"),
    Report("health/2023", "示例区卫生健康委员会", 2023, "0.22", "0.09", "0.02", "0.01",
           form_set="ten-thousand"),
    Report("档案馆/2023", "示例区档案馆", 2023, "300.30", "100.00", "0.00", "0.00"),
]
