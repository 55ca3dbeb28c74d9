import Budget

/// The pages of one report.
struct ReportPages {
  let report: Report
  let renderer: SiteRenderer
  /// The charts that can be drawn from the report's cells.
  let charts: [ComparisonChart]
  let verification: Verification
  private let sources: FigureSources

  init(report: Report, verification: Verification, renderer: SiteRenderer) {
    self.report = report
    self.verification = verification
    self.renderer = renderer
    let index = ReportIndex(report)
    charts = report.formSet.charts.compactMap { ComparisonChart($0, in: report, index: index) }
    sources = FigureSources(report, verification, index: index)
  }

  /// How many folders below the site's root the report's pages stand.
  var depth: Int { report.path.split(separator: "/").count }

  /// Whether readers can take the table away: an absent table is no file.
  func hasDownload(_ index: Int) -> Bool {
    if case .absent = report.tables[index].presence { return false }
    return true
  }

  /// The narrative with its contents, charts and the list of tables.
  func narrativePage() throws(TemplateError) -> RenderedFile {
    var placesTables = false
    let narrative = NarrativeRenderer(
      figures: sources.marks, contents: PrintedContents(report)
    ) { placement in
      switch placement.part {
      case .chart(let id): return chartFigure(id)
      case .tables:
        placesTables = true
        return tableList()
      }
    }.render(report.narrative)
    let frame = PageFrame(
      site: renderer.site, depth: depth, title: "\(report.title) · \(renderer.site.name)",
      crumbs: [.init(title: report.shortTitle, href: nil)], tags: articleTags(report.title))
    let values: [String: Any] = [
      "reportTitle": report.title,
      "department": report.department,
      "fiscalYear": String(report.fiscalYear),
      "published": TemplateValue.ifAny(report.published?.day),
      "sourceDocument": TemplateValue.ifAny(report.sourceDocument),
      "contents": String(decoding: TableOfContents(report.narrative).render(), as: UTF8.self),
      "narrative": String(decoding: narrative, as: UTF8.self),
      "figureSources": TemplateValue.ifAny(
        String(decoding: sources.explanations(), as: UTF8.self)),
      "tableList": placesTables ? false : String(decoding: tableList(), as: UTF8.self) as Any,
    ]
    return RenderedFile(
      path: "index.html",
      bytes: try renderer.templates.render(
        "report", frame.values.merging(values) { _, page in page }))
  }

  /// The page of one table.
  func tablePage(_ index: Int) throws(TemplateError) -> RenderedFile {
    let table = report.tables[index]
    let form = table.form
    let frame = PageFrame(
      site: renderer.site, depth: depth,
      title: "\(form.number) \(form.title) · \(report.shortTitle) · \(renderer.site.name)",
      crumbs: [
        .init(title: report.shortTitle, href: "index.html"),
        .init(title: "\(form.number) \(form.title)", href: nil),
      ], tags: articleTags("\(report.shortTitle) \(form.number) \(form.title)"))
    var absence = ""
    if case .absent(let text) = table.presence { absence = text }
    let values: [String: Any] = [
      "tableNumber": form.number,
      "tableTitle": form.title,
      "subtitle": TemplateValue.ifAny(form.subtitle),
      "department": report.department,
      "fiscalYear": String(report.fiscalYear),
      "unit": form.unit.rawValue,
      "tableWidth": Self.width(of: form),
      "csv": renderer.site.downloads.contains(.csv) && hasDownload(index)
        ? ["href": form.id + ".csv"] as Any : false,
      "absence": TemplateValue.ifAny(absence),
      "table": absence.isEmpty
        ? String(decoding: TableRenderer(table: table).render(), as: UTF8.self) as Any : false,
      "note": TemplateValue.ifAny(table.note),
      "citations": TemplateValue.ifAny(
        String(
          decoding: TableCitations(sources: sources, table: index).render(), as: UTF8.self)),
      "previous": neighbour(index - 1),
      "next": neighbour(index + 1),
    ]
    return RenderedFile(
      path: form.id + ".html",
      bytes: try renderer.templates.render(
        "table", frame.values.merging(values) { _, page in page }))
  }

  /// How wide the table is, in a word for the style sheet: by its number of columns.
  private static func width(of form: Form) -> String {
    switch form.columns.count(where: \.isShown) {
    case ...6: "narrow"
    case ...8: "medium"
    default: "wide"
    }
  }

  private func neighbour(_ index: Int) -> Any {
    guard report.tables.indices.contains(index) else { return false }
    let form = report.tables[index].form
    return ["href": form.id + ".html", "name": "\(form.number) \(form.title)"]
  }

  func articleTags(_ title: String) -> [(name: String, content: String)] {
    [
      ("ArticleTitle", title), ("PubDate", report.published?.description ?? ""),
      ("ContentSource", report.department),
    ]
  }

  private func chartFigure(_ id: String) -> [UInt8] {
    guard let chart = charts.first(where: { $0.form.id == id }) else { return [] }
    var html = HTMLBuffer()
    html.raw("<figure class=\"chart\">\n")
    html.markup(ChartSVG(chart: chart).inline())
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

  private func tableList() -> [UInt8] {
    var html = HTMLBuffer()
    html.raw("<div class=\"table-list\">\n<ol>\n")
    for table in report.tables {
      html.raw("<li><a href=\"")
      html.text(table.form.id)
      html.raw(".html\"><span class=\"table-number\">")
      html.text(table.form.number)
      html.raw("</span> ")
      html.text(table.form.title)
      html.raw("</a>")
      switch table.presence {
      case .filled: break
      case .empty: html.raw(" <span class=\"state\">无数据</span>")
      case .absent: html.raw(" <span class=\"state\">原文缺</span>")
      }
      if !table.form.summary.isEmpty {
        html.raw(" <span class=\"summary\">")
        html.text(table.form.summary)
        html.raw("</span>")
      }
      html.raw("</li>\n")
    }
    html.raw("</ol>\n</div>\n")
    return html.bytes
  }
}
