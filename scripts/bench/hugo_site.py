"""The same pages as a Hugo project: a page per table from its CSV, the CSV published beside it,
an index per report with the narrative and the list of tables, one index of the site.

It is written as Hugo's own documentation advises: a report is a section with its CSVs as page
resources, which Hugo reads and publishes; no partials that would have to be cached.
"""

import re
from pathlib import Path

CONFIG = """\
baseURL: https://example.org/
languageCode: zh-CN
title: 预算公开
uglyURLs: true
disableKinds: [taxonomy, term, rss, sitemap, robotstxt, "404"]
"""

PAGE = """\
<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{{{ .Title }}}}</title>
<link rel="stylesheet" href="/site.css">
</head>
<body>
<main>
<h1>{{{{ .Title }}}}</h1>
{main}</main>
</body>
</html>
"""

TABLE = """\
{{ $file := printf "%s.csv" .File.ContentBaseName }}
{{ $csv := .Parent.Resources.Get $file }}
{{ $rows := $csv | transform.Unmarshal }}
<p><a href="{{ $csv.RelPermalink }}">下载 CSV</a></p>
<table>
<thead><tr>
{{ range index $rows 0 }}<th scope="col">{{ . }}</th>
{{ end }}</tr></thead>
<tbody>
{{ range $row, $cells := after 1 $rows }}<tr>
{{ range $column, $cell := $cells }}<td id="{{ $row }}.{{ $column }}">{{ $cell }}</td>
{{ end }}</tr>
{{ end }}</tbody>
</table>
"""

REPORT = """\
{{ .Content }}
<ul>
{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>
{{ end }}</ul>
"""

HOME = """\
<ul>
{{ range .Site.Sections }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>
{{ end }}</ul>
"""

# The figures' bindings are sitegen's own; Hugo gets the words alone.
BINDING = re.compile(
    r"!\[[^\]]*\]\(\w+:[^)]*\)|\[([^\]]*)\]\(=(?:[^()\n]|\([^()\n]*\))*\)")


def title(csv: Path) -> str:
    return csv.stem.replace("-", " ")


def write_hugo_site(content: Path, target: Path) -> None:
    layouts = target / "layouts"
    layouts.mkdir(parents=True)
    (target / "hugo.yaml").write_text(CONFIG)
    (layouts / "page.html").write_text(PAGE.format(main=TABLE))
    (layouts / "section.html").write_text(PAGE.format(main=REPORT))
    (layouts / "home.html").write_text(PAGE.format(main=HOME))
    (target / "static").mkdir()
    (target / "static/site.css").write_text("table { border-collapse: collapse }\n")
    for narrative in sorted(content.glob("*/*/narrative.md")):
        report = narrative.parent
        folder = target / "content" / report.parent.name
        folder.mkdir(parents=True)
        department = re.search(
            r"(?m)^department: (.*)$", (report / "report.yml").read_text(encoding="utf-8"))[1]
        words = BINDING.sub(lambda match: match[1] or "", narrative.read_text(encoding="utf-8"))
        (folder / "_index.md").write_text(
            f"---\ntitle: {department}\n---\n{words}", encoding="utf-8")
        for csv in sorted(report.glob("tables/*.csv")):
            (folder / csv.name).write_bytes(csv.read_bytes())
            (folder / f"{csv.stem}.md").write_text(f"---\ntitle: {title(csv)}\n---\n")
