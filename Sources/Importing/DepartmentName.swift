/// Finds the department's name in what was read.
enum DepartmentName {
  private static let labels = ["部门(单位)名称", "部门名称", "单位名称", "预算单位", "编制单位", "部门"]

  /// The longest name that a cell gives, of those that say the same; empty if there is none.
  static func find(_ tables: RecognisedTables, title: String) -> String {
    var names: [String] = []
    for formality in tables.formalities {
      let parts = formality.trimmedText.split { $0 == "：" || $0 == ":" }
      let isName = parts[0].hasSuffix("单位") || parts[0].hasSuffix("部门") || parts[0].hasSuffix("名称")
      if parts.count == 2, isName { names.append(String(parts[1]).trimmedText) }
    }
    for (_, table) in tables.tables.sorted(by: { $0.key < $1.key }) {
      for row in table.rows {
        let filled = row.filter { !$0.isEmpty }
        guard filled.count >= 2 else { continue }
        let first = filled[0].folded
        let second = filled[1].trimmedText
        let isUnitCode = first.count == 6 && first.unicodeScalars.allSatisfy(\.isDigit)
        if labels.contains(first) || isUnitCode, Self.isName(second) { names.append(second) }
      }
    }
    if let year = title.firstRange(of: "20"), year.lowerBound > title.startIndex {
      names.append(String(title[..<year.lowerBound]))
    }
    guard let shortest = names.filter(isName).min(by: { $0.count < $1.count }) else { return "" }
    return names.filter { $0.hasSuffix(shortest) }.max { $0.count < $1.count } ?? shortest
  }

  private static func isName(_ text: String) -> Bool {
    (3...40).contains(text.count) && !text.contains { "，。；：".contains($0) }
      && text.unicodeScalars.contains(where: \.isChinese) && AmountText.isAmount(text) == false
  }
}
