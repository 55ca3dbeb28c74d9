import Budget

/// The pages of one report.
struct ReportPages {
  let report: Report
  /// What is known of the tables' forms.
  let parts: [FormParts]
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
  /// What follows a page's own title in the browser's window.
  let titleEnd: String
  /// The link to the site's root.
  let root: String
  /// When the report was published, and when it last changed, in the form that heads have.
  let published: String
  let updated: String
  /// When the report was published, in the form that tags have.
  let publishedText: String
  let dataset: DatasetDescription

  /// The pages of the report of `index`, whose tables' forms have these `parts`.
  init(
    _ index: ReportIndex, _ parts: [FormParts], verification: Verification, renderer: SiteRenderer
  ) {
    let report = index.report
    self.report = report
    self.parts = parts
    self.verification = verification
    self.renderer = renderer
    charts = report.formSet.charts.compactMap {
      ComparisonChart($0, in: report, index: index).map(ChartSVG.init)
    }
    sources = FigureSources(
      report, verification, index: index, links: CellLinks(report, parts))
    overview = OverviewFigures(report, index: index, known: charts.map(\.chart))
    depth = report.path.utf8.split(separator: UInt8(ascii: "/")).count
    shortTitle = report.shortTitle
    name = report.department + shortTitle
    titleEnd = " · \(shortTitle) · \(renderer.site.title)"
    root = String(repeating: "../", count: depth)
    publishedText = report.published?.description ?? ""
    published = report.published?.timestamp ?? ""
    updated = report.updated?.timestamp ?? ""
    dataset = DatasetDescription(report, called: name, site: renderer.site)
  }

  /// The step to the page of the folder that the report's lies in, which is its department's; where
  /// departments share the folder, of which a report's own pages know nothing, it lists all of them.
  var departmentCrumbs: [PageFrame.Crumb] {
    depth > 1 ? [.init(title: report.department, href: "../index.html")] : []
  }

  /// The narrative with its contents, charts and the list of tables; `values` are used for it.
  func narrativePage(_ values: inout TemplateValues) throws(TemplateError) -> RenderedFile {
    let glossary = Glossary(report.narrative)
    let description = description
    let frame = PageFrame(
      site: renderer.site, depth: depth, title: "\(report.title) · \(renderer.site.title)",
      crumbs: departmentCrumbs + [.init(title: shortTitle, href: nil)],
      article: article(report.title, description: description),
      head: narrativeHead(description))
    values.clear()
    frame.add(to: &values)
    values.add("reportTitle", text: report.title)
    values.add("department", text: report.department)
    values.add("fiscalYear", text: String(report.fiscalYear))
    values.add("published", .ifAny(report.published?.day))
    values.add("sourceDocument", ifAny: report.sourceDocument)
    values.add(
      "overview",
      ifAnyMarkup: { html in
        guard let overview else { return }
        OverviewSection(
          report: report, links: sources.links, figures: overview,
          terms: TermMarker(glossary.scanner)
        ).render(into: &html)
      })
    values.add("corrections", .ifAny(CorrectionList.render(report)))
    values.add("contents", markup: TableOfContents(report.narrative).render)
    var placesTables = false
    let narrative = NarrativeRenderer(
      figures: sources.marks, contents: PrintedContents(report, parts), glossary: glossary,
      marksLines: renderer.marksLines
    ) { placement, html in
      switch placement.part {
      case .chart(let id): chartFigure(id, into: &html)
      case .tables:
        placesTables = true
        tableList.render(into: &html)
      }
    }
    values.add("narrative", markup: { narrative.render(report.narrative, into: &$0) })
    values.add("downloads", renderer.downloads)
    values.add("figureSources", .ifAny(sources.explanations()))
    values.add("tableList", ifAnyMarkup: { if !placesTables { tableList.render(into: &$0) } })
    return RenderedFile(
      path: "index.html", bytes: try renderer.templates.render("report", values))
  }

  private var tableList: TableList {
    TableList(report: report, parts: parts, links: sources.links)
  }

  /// The page of one table; `values` are used for it.
  func tablePage(
    _ index: Int, _ values: inout TemplateValues
  ) throws(TemplateError) -> RenderedFile {
    let table = report.tables[index]
    let form = table.form
    let parts = parts[index]
    let description = name + parts.description
    let frame = PageFrame(
      site: renderer.site, depth: depth, title: parts.name + titleEnd,
      crumbs: departmentCrumbs + [
        .init(title: shortTitle, href: "index.html"), .init(title: parts.name, href: nil),
      ],
      article: article(
        shortTitle + " " + parts.name, description: description, keyword: form.title),
      head: tableHead(table, parts, description))
    let absence = table.presence.absence ?? ""
    values.clear()
    frame.add(to: &values)
    values.add("tableNumber", text: form.number)
    values.add("tableTitle", text: form.title)
    values.add("subtitle", ifAny: form.subtitle)
    values.add("department", text: report.department)
    values.add("fiscalYear", text: String(report.fiscalYear))
    values.add("unit", text: form.unit.rawValue)
    values.add("tableWidth", text: Self.width(columns: parts.shown.count))
    values.add("isList", .flag(table.isList))
    if renderer.site.downloads.contains(.csv), !table.isAbsent {
      values.mapping("csv") { $0.add("href", text: parts.file) }
    } else {
      values.add("csv", .none)
    }
    values.add("absence", ifAny: absence)
    let renderer = TableRenderer(
      table: table, corrected: CorrectedCells(report, table: index), parts: parts)
    values.add("table", ifAnyMarkup: { if absence.isEmpty { renderer.render(into: &$0) } })
    values.add("note", ifAny: table.note)
    values.add(
      "corrections",
      .ifAny(CorrectionList.render(report) { $0.cell?.table == index }))
    values.add("citations", .ifAny(sources.citations(ofTable: index)))
    neighbour("previous", index - 1, &values)
    neighbour("next", index + 1, &values)
    return RenderedFile(
      path: parts.page, bytes: try self.renderer.templates.render("table", values))
  }

  /// How wide the table is, in a word for the style sheet: by its number of columns.
  private static func width(columns: Int) -> String {
    switch columns {
    case ...6: "narrow"
    case ...8: "medium"
    default: "wide"
    }
  }

  private func neighbour(_ name: String, _ index: Int, _ values: inout TemplateValues) {
    guard parts.indices.contains(index) else { return values.add(name, .none) }
    let parts = parts[index]
    values.mapping(name) { values in
      values.add("href", text: parts.page)
      values.add("name", text: parts.name)
    }
  }

  private func chartFigure(_ id: String, into html: inout HTMLBuffer) {
    guard let drawing = charts.first(where: { $0.chart.form.id == id }) else { return }
    let chart = drawing.chart
    html.raw("<figure class=\"chart\">\n")
    html.markup(drawing.inline)
    html.raw("<figcaption>")
    html.text(chart.form.title)
    html.raw("（单位：")
    html.text(chart.unit.rawValue)
    html.raw("）。数据见")
    for table in chart.tables {
      html.link(toTableOf: table.form, "\(table.form.number) \(table.form.title)")
    }
    html.raw("；<a href=\"")
    html.text(chart.form.id)
    html.raw(".svg\">单独打开图表</a></figcaption>\n</figure>\n")
  }
}
