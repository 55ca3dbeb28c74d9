/// The line under a report's title: 北京市西城区全响应服务中心 · 2021年度 · 2021-02-03 发布
struct ReportHeader {
  let department: String
  let fiscalYear: Int?
  let published: String?

  init(_ page: Element) {
    var parts = (page.first("p", "report-meta")?.text ?? "")
      .split(separator: " · ", omittingEmptySubsequences: false).map(String.init)
    published = parts.last { $0.hasSuffix(" 发布") }.map { String($0.dropLast(3)) }
    let year = parts.lastIndex { Self.year($0) != nil }
    fiscalYear = year.flatMap { Self.year(parts[$0]) }
    if let year { parts.removeSubrange(year...) }
    department = parts.joined(separator: " · ")
  }

  private static func year(_ part: String) -> Int? {
    part.hasSuffix("年度") ? YearPair.year(part.dropLast(2)) : nil
  }
}
