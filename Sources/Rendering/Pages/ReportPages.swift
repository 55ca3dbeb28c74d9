import Budget

/// The pages of one report.
struct ReportPages {
  let report: Report
  let renderer: SiteRenderer
  /// The charts that can be drawn from the report's cells.
  let charts: [ChartSVG]
  let verification: Verification
  /// The report's first screen; `nil` where its form set describes none.
  let overview: OverviewFigures?
  let sources: FigureSources
  /// How many folders below the site's root the report's pages stand.
  let depth: Int
  /// 2021年部门预算
  let shortTitle: String
  /// What the report is called: the department and the year.
  let name: String
  let dataset: DatasetDescription

  init(_ index: ReportIndex, verification: Verification, renderer: SiteRenderer) {
    let report = index.report
    self.report = report
    self.verification = verification
    self.renderer = renderer
    charts = report.formSet.charts.compactMap {
      ComparisonChart($0, in: report, index: index).map(ChartSVG.init)
    }
    sources = FigureSources(report, verification, index: index)
    overview = OverviewFigures(report, index: index, known: charts.map(\.chart))
    depth = report.path.utf8.split(separator: UInt8(ascii: "/")).count
    shortTitle = report.shortTitle
    name = report.department + shortTitle
    dataset = DatasetDescription(report, called: name, site: renderer.site)
  }

  /// The step to the department's page, which departments with a folder of their own have.
  var departmentCrumbs: [PageFrame.Crumb] {
    depth > 1 ? [.init(title: report.department, href: "../index.html")] : []
  }

  /// The narrative with its contents, charts and the list of tables.
  func narrativePage() throws(TemplateError) -> RenderedFile {
    var placesTables = false
    let glossary = Glossary(report.narrative)
    let narrative = NarrativeRenderer(
      figures: sources.marks, contents: PrintedContents(report, renderer.forms), glossary: glossary,
      marksLines: renderer.marksLines
    ) { placement in
      switch placement.part {
      case .chart(let id): return chartFigure(id)
      case .tables:
        placesTables = true
        return TableList(report: report, links: sources.links).render()
      }
    }.render(report.narrative)
    let description = description
    let frame = PageFrame(
      site: renderer.site, depth: depth, title: "\(report.title) · \(renderer.site.name)",
      crumbs: departmentCrumbs + [.init(title: shortTitle, href: nil)],
      tags: articleTags(report.title, description: description),
      head: narrativeHead(description))
    let values: TemplateValues = [
      "reportTitle": .text(report.title),
      "department": .text(report.department),
      "fiscalYear": .text(String(report.fiscalYear)),
      "published": .ifAny(report.published?.day),
      "sourceDocument": .ifAny(report.sourceDocument),
      "overview": .ifAny(
        overview.map {
          OverviewSection(
            report: report, links: sources.links, figures: $0,
            terms: TermMarker(glossary.scanner)
          ).render()
        } ?? []),
      "corrections": .ifAny(CorrectionList(report: report).render()),
      "contents": .markup(TableOfContents(report.narrative).render()),
      "narrative": .markup(narrative),
      "downloads": downloads,
      "figureSources": .ifAny(sources.explanations()),
      "tableList": .ifAny(
        placesTables ? [] : TableList(report: report, links: sources.links).render()),
    ]
    return RenderedFile(
      path: "index.html",
      bytes: try renderer.templates.render(
        "report", frame.values.with(values)))
  }

  /// The page of one table.
  func tablePage(_ index: Int) throws(TemplateError) -> RenderedFile {
    let table = report.tables[index]
    let form = table.form
    let parts = renderer.forms.parts(of: form)
    let description = description(of: form, called: parts.name)
    let frame = PageFrame(
      site: renderer.site, depth: depth,
      title: "\(parts.name) · \(shortTitle) · \(renderer.site.name)",
      crumbs: departmentCrumbs + [
        .init(title: shortTitle, href: "index.html"), .init(title: parts.name, href: nil),
      ],
      tags: articleTags(
        "\(shortTitle) \(parts.name)", description: description, keyword: form.title),
      head: tableHead(table, description))
    var absence = ""
    if case .absent(let text) = table.presence { absence = text }
    let values: TemplateValues = [
      "tableNumber": .text(form.number),
      "tableTitle": .text(form.title),
      "subtitle": .ifAny(form.subtitle),
      "department": .text(report.department),
      "fiscalYear": .text(String(report.fiscalYear)),
      "unit": .text(form.unit.rawValue),
      "tableWidth": .text(Self.width(columns: parts.shown.count)),
      "csv": renderer.site.downloads.contains(.csv) && !table.isAbsent
        ? .mapping(["href": .text(form.id + ".csv")]) : .none,
      "absence": .ifAny(absence),
      "table": .ifAny(
        absence.isEmpty
          ? TableRenderer(
            table: table, corrected: CorrectedCells(report, table: index), parts: parts
          ).render()
          : []),
      "note": .ifAny(table.note),
      "corrections": .ifAny(
        CorrectionList(report: report).render { $0.cell?.table == index }),
      "citations": .ifAny(TableCitations(sources: sources, table: index).render()),
      "previous": neighbour(index - 1),
      "next": neighbour(index + 1),
    ]
    return RenderedFile(
      path: form.id + ".html",
      bytes: try renderer.templates.render(
        "table", frame.values.with(values)))
  }

  /// What readers can take away of the whole report; `false` if the site offers nothing.
  private var downloads: TemplateValue {
    let offered: [(Site.Download, String, String)] = [
      (.xlsx, ReportDownloads.workbookFile, "全部表格（Excel 工作簿）"),
      (.json, ReportDownloads.dataFile, "全部数据（JSON）"),
      (.csv, ReportDownloads.packageFile, "各表 CSV 的说明（Tabular Data Package）"),
    ]
    let files = offered.filter { renderer.site.downloads.contains($0.0) }
      .map { ["href": .text($0.1), "name": .text($0.2)] as TemplateValues }
    return files.isEmpty ? .none : .mapping(["files": .list(files)])
  }

  /// How wide the table is, in a word for the style sheet: by its number of columns.
  private static func width(columns: Int) -> String {
    switch columns {
    case ...6: "narrow"
    case ...8: "medium"
    default: "wide"
    }
  }

  private func neighbour(_ index: Int) -> TemplateValue {
    guard report.tables.indices.contains(index) else { return .none }
    let form = report.tables[index].form
    return .mapping([
      "href": .text(form.id + ".html"), "name": .text(renderer.forms.parts(of: form).name),
    ])
  }

  private func chartFigure(_ id: String) -> [UInt8] {
    guard let drawing = charts.first(where: { $0.chart.form.id == id }) else { return [] }
    let chart = drawing.chart
    var html = HTMLBuffer(capacity: drawing.inline.count + 1024)
    html.raw("<figure class=\"chart\">\n")
    html.markup(drawing.inline)
    html.raw("<figcaption>")
    html.text(chart.form.title)
    html.raw("（单位：")
    html.text(chart.unit.rawValue)
    html.raw("）。数据见")
    for table in chart.tables {
      html.raw("<a href=\"")
      html.text(table.form.id)
      html.raw(".html\">")
      html.text("\(table.form.number) \(table.form.title)")
      html.raw("</a>")
    }
    html.raw("；<a href=\"")
    html.text(chart.form.id)
    html.raw(".svg\">单独打开图表</a></figcaption>\n</figure>\n")
    return html.bytes
  }
}
