import Budget

/// What a report is about, as far as its own words say.
struct ReportFacts {
  /// The year of the budget; `nil` if no year stands in the text.
  let fiscalYear: Int?
  /// Budget or final accounts.
  let kind: Report.Kind

  /// Looks through the words of documents.
  init(_ documents: [ImportedDocument]) {
    var texts: [String] = []
    for document in documents {
      for block in document.blocks {
        switch block {
        case .paragraph(let paragraph): texts.append(paragraph.text)
        case .table(let grid):
          texts += grid.cells.lazy.filter { !$0.isNumber && $0.text.utf8.count < 200 }.map(\.text)
            .prefix(200)
        }
      }
      texts.append(document.file)
    }
    let folded = texts.map(\.folded)
    let titled = folded.lazy.compactMap { Self.year(in: $0, before: ["部门预算", "部门决算", "预算", "决算"]) }
    fiscalYear = titled.first ?? Self.commonest(folded.flatMap(Self.years))
    let accounts = folded.count { $0.contains("决算") }
    kind = accounts > folded.count { $0.contains("预算") } ? .finalAccounts : .budget
  }

  /// The year that stands right before one of the words: 2021年度部门预算.
  private static func year(in text: String, before words: [String]) -> Int? {
    for (year, rest) in positions(text) {
      let after = rest.drop { "年度".contains($0) }
      if words.contains(where: { after.hasPrefix($0) }) { return year }
    }
    return nil
  }

  private static func years(_ text: String) -> [Int] { positions(text).map(\.year) }

  /// The latest of the years that are named most often.
  private static func commonest(_ years: [Int]) -> Int? {
    let counts = Dictionary(grouping: years, by: { $0 }).mapValues(\.count)
    return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
  }

  /// The years with 年 behind them, and what follows.
  private static func positions(_ text: String) -> [(year: Int, rest: Substring)] {
    var found: [(Int, Substring)] = []
    var rest = text[...]
    while let mark = rest.firstIndex(of: "年") {
      let digits = rest[..<mark].suffix(4)
      if digits.count == 4, digits.allSatisfy({ $0.isASCII && $0.isNumber }),
        let year = Int(digits), (1990...2100).contains(year)
      {
        found.append((year, rest[mark...]))
      }
      rest = rest[rest.index(after: mark)...]
    }
    return found
  }
}

/// Finds the department's name in what was read.
enum DepartmentName {
  private static let labels = ["部门(单位)名称", "部门名称", "单位名称", "预算单位", "编制单位", "部门"]

  /// The longest name that a cell gives, of those that say the same; empty if there is none.
  static func find(_ tables: RecognisedTables, title: String, forms: [Form]) -> String {
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
