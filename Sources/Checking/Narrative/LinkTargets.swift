import Budget

extension CheckRun {
  /// Warns of links to what this report does not publish. Links to other reports show only beside
  /// those, see ``Checker/deadLinks(of:among:)``. A file of another program may lie beside the
  /// report's: so it is no error.
  mutating func checkLinks() {
    let links = report.narrative.links
    if links.isEmpty { return }
    let places = PublishedPlaces(report)
    for link in links {
      guard let target = OwnTarget(link), let fault = places.fault(of: target) else {
        continue
      }
      findings.append(Finding(.deadLink, at: link.position, severity: .warning, fault))
    }
  }
}

/// What a report publishes that its narrative may link to.
private struct PublishedPlaces {
  private let tables: [Table]
  /// The ids of the narrative's headings.
  private let anchors: Set<ExactText>
  /// The files besides its pages: pictures, and what may be offered to take away.
  private let files: Set<ExactText>

  init(_ report: Report) {
    tables = report.tables
    anchors = Set(report.narrative.anchors.map(ExactText.init))
    let files =
      ["data.json", "datapackage.json", "tables.xlsx"]
      + report.formSet.forms.map { $0.id + ".csv" } + report.formSet.charts.map { $0.id + ".svg" }
      + report.narrative.pictures.map(\.file)
    self.files = Set(files.map(ExactText.init))
  }

  /// What is wrong with a link, in words for the clerk; `nil` if it leads somewhere.
  func fault(of target: OwnTarget) -> String? {
    let page = target.page
    if page == "index.html" { return faultOnNarrative(of: target.fragment) }
    if page == Report.reconciliationPage || files.contains(ExactText(page)) { return nil }
    guard page.hasSuffix(".html") else {
      return "“\(page.longExcerpt)”不会随报告公开，链接会打不开：报告文件夹里只有图片会公开。请核对地址；别的文件请放到网上，写完整网址。"
    }
    let id = page.dropLast(".html".count)
    guard let table = tables.first(where: { $0.form.id.utf8.elementsEqual(id.utf8) }) else {
      return "公开的报告里没有“\(page.longExcerpt)”这一页，链接会打不开。表格的网页以表样里的 id 命名，如 "
        + "\(tables.first?.form.id ?? "revenue").html；请核对。"
    }
    return fault(of: target.fragment, on: table)
  }

  private func faultOnNarrative(of fragment: String) -> String? {
    if fragment.isEmpty || PageIDs.isOwn(fragment) { return nil }
    if anchors.contains(ExactText(fragment)) { return nil }
    return "正文没有标题“\(fragment.longExcerpt)”，链接不会跳到那里。“#”后面写标题的全文，不带空格。"
  }

  private func fault(of fragment: String, on table: Table) -> String? {
    if fragment.isEmpty || PageIDs.isOwn(fragment) { return nil }
    if let dot = fragment.utf8.lastIndex(of: UInt8(ascii: ".")) {
      let row = String(fragment[..<dot])
      let column = String(fragment[fragment.utf8.index(after: dot)...])
      let hasColumn = table.form.columns.contains { $0.id.hasSameBytes(as: column) }
      let hasRow = row == "col" || table.listings.contains { $0.index(ofKey: row) != nil }
      if hasColumn, hasRow { return nil }
    }
    return "\(table.form.title)没有“\(fragment.longExcerpt)”这个单元格，链接只会打开表的开头。"
      + "在网页上点这个数，地址栏里“#”后面的就是它的名称。"
  }
}

/// A place that a link names in its own report.
private struct OwnTarget {
  /// The page or file, within the report's folder.
  let page: String
  /// What stands behind `#`.
  let fragment: String

  /// Nothing if the link leads out of the report's folder.
  init?(_ link: NarrativeLink) {
    guard let address = link.address else { return nil }
    var path = address[...]
    while path.hasPrefix("./") { path = path.dropFirst(2) }
    guard !path.split(separator: "/").contains("..") else { return nil }
    page = path.isEmpty ? "index.html" : String(path)
    let behind = link.destination.unicodeScalars.drop { $0 != "#" }.dropFirst()
    fragment = PercentEncoding.decoded(String(behind))
  }
}
