import Budget
@testable import Comparing

/// A report as few pages as can be compared, with what a test wants to say on them.
struct SmallReport {
  /// The line under the title.
  var meta = "某某局 · 2021年度 · 2021-02-03 发布"
  /// The narrative's markup.
  var narrative = "<p>收入增加。</p>"
  /// The label of the table's row.
  var label = "合计"
  /// The amount of the table's row.
  var amount = "1.00"

  /// The pages by their names.
  var pages: [String: String] {
    [
      "index.html": """
      <html><h1>预算</h1><p class="report-meta">\(meta)</p>
      <article class="narrative">\(narrative)</article></html>
      """,
      "reconciliation.html": "<html><h1>勾稽核对</h1></html>",
      "revenue.html": """
      <html><h1>收入表</h1><p class="table-meta"><span class="unit">单位：元</span></p>
      <table data-layout="list"><col data-column="item" data-title="项目">
      <col data-column="amount" data-title="金额">
      <tr><th scope="row" id="total.item">\(label)</th>
      <td class="amount" id="total.amount">\(amount)</td></tr></table></html>
      """,
    ]
  }
}

/// A site in memory: reports by their folders.
func site(_ reports: KeyValuePairs<String, SmallReport>) -> PublishedFolder {
  var files: [ExactText: [UInt8]] = [:]
  for (folder, report) in reports {
    for (name, page) in report.pages {
      files[ExactText(folder.isEmpty ? name : folder + "/" + name)] = Array(page.utf8)
    }
  }
  let paths = files.keys.map(\.text).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  return PublishedFolder(name: "public", paths: paths) { [files] in files[ExactText($0)] ?? [] }
}

/// What differs between two versions of one report.
func changes(
  from old: SmallReport, to new: SmallReport, in folder: String = "2021"
) throws -> [Change] {
  try SiteComparison(old: site([folder: old]), new: site([folder: new])).difference().changes
}
