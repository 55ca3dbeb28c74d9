import Budget

/// A department's main figures with its reports side by side. Every figure links to its cell; only
/// figures of the same id, unit and scope stand in one row and are compared.
struct YearsBesideEachOther {
  /// The department's reports, the oldest first.
  let reports: [ReportSummary]
  /// The folder that the page stands in, with a `/` behind it; empty for the site's root.
  let folder: String

  /// The table, or nothing if no report names figures to compare.
  func render() -> [UInt8] {
    let rows = FigureRows(reports).rows
    guard !rows.isEmpty else { return [] }
    // The page bears the name that the newest report gives.
    let name = DepartmentName(reports.last?.department ?? "")
    var html = HTMLBuffer()
    html.openFigures(labelledBy: "figures", "项目")
    for report in reports {
      html.raw("<th scope=\"col\" class=\"amount\"><a href=\"")
      html.text(relative(report) + "index.html")
      html.raw("\">")
      html.text(report.shortTitle)
      html.raw("</a>")
      if DepartmentName(report.department) != name {
        html.raw("<small>")
        html.text(report.department)
        html.raw("</small>")
      }
      html.raw("</th>\n")
    }
    html.beginFigures()
    for row in rows {
      html.raw(row.isPart ? "<tr class=\"part\">\n" : "<tr>\n")
      html.raw("<th scope=\"row\">")
      html.text(FigureRows.title(row))
      html.raw("</th>\n")
      for report in reports { cell(report, row.identity, into: &html) }
      html.raw("</tr>\n")
    }
    html.raw("</tbody>\n")
    html.closeFigures()
    return html.bytes
  }

  private func cell(
    _ report: ReportSummary, _ identity: MainFigure.Identity, into html: inout HTMLBuffer
  ) {
    guard let figure = report.figure(identity) else {
      html.raw("<td class=\"amount\"></td>\n")
      return
    }
    html.raw("<td class=\"amount\">")
    html.figureLink(
      figure.value, decimals: figure.decimals, figure.link, in: relative(report))
    for (word, other) in compared(with: report) {
      guard let earlier = other.figure(identity),
        let words = YearChange(
          previous: earlier.amount, current: figure.amount, decimals: figure.decimals
        ).words
      else { continue }
      // The line changes with either amount, so it names both.
      html.raw("\n<small data-of=\"")
      html.text(figure.value.description + " " + earlier.value.description)
      html.raw("\">")
      html.text(word + words)
      html.raw("</small>")
    }
    html.raw("</td>\n")
  }

  /// The reports that a report's figures are set against: the same kind's of the year before, and
  /// the budget for final accounts.
  private func compared(with report: ReportSummary) -> [(word: String, report: ReportSummary)] {
    var found: [(word: String, report: ReportSummary)] = []
    if let lastYear = only(report.fiscalYear - 1, report.outline.kind) {
      found.append(("比上年", lastYear))
    }
    if report.outline.kind == .finalAccounts, let budget = only(report.fiscalYear, .budget) {
      found.append(("比预算", budget))
    }
    return found
  }

  /// The one report of its year and kind; of several there is no telling which is meant.
  private func only(_ year: Int, _ kind: Report.Kind) -> ReportSummary? {
    let found = reports.filter { $0.fiscalYear == year && $0.outline.kind == kind }
    return found.count == 1 ? found[0] : nil
  }

  private func relative(_ report: ReportSummary) -> String {
    String(report.path.dropFirst(folder.count)) + "/"
  }
}
