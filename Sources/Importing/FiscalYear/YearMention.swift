/// A year that words name: 2021年, and in names of files 2021. Dates (2021年2月3日) name a day, which may
/// lie in the year before or after that of the budget, and are none.
struct YearMention: Equatable {
  /// The year.
  let year: Int
  /// Whether 年 follows.
  let isMarked: Bool
  /// What follows the year and 年度.
  let rest: String

  /// What may be reported for a year.
  private static let years = 1990...2100
  /// What a budget is called by the words right behind its year.
  private static let budgets = ["", "部门", "单位", "收入", "支出", "收支"].flatMap { kind in
    ["预算", "决算"].map { kind + $0 }
  }
  /// What the header of a column ends with that compares a year with another.
  private static let comparisons = ["预算", "决算", "预算数", "决算数", "执行数", "预算额", "决算额"]

  /// Whether the budget or the accounts follow: 2021年度部门预算.
  var isOfBudget: Bool { Self.budgets.contains { rest.hasPrefix($0) } }

  /// Whether it begins the header of a column that compares a year with another: 2020年预算数, 2020年.
  var isComparison: Bool {
    guard isMarked else { return false }
    let words = rest.prefix { $0 != "(" }
    return words.isEmpty || words.count <= 16 && Self.comparisons.contains { words.hasSuffix($0) }
  }

  /// The years in folded words, from left to right.
  static func all(in folded: String) -> [YearMention] {
    let characters = Array(folded)
    var mentions: [YearMention] = []
    var index = 0
    while index < characters.count {
      let digits = characters[index...].prefix { $0.isASCII && $0.isNumber }
      index += max(1, digits.count)
      guard digits.count == 4, let year = Int(String(digits)), years.contains(year) else {
        continue
      }
      if let mention = mention(of: year, before: characters[index...]) { mentions.append(mention) }
    }
    return mentions
  }

  /// The years with 年 behind them.
  static func marked(in words: String) -> [YearMention] {
    // Most cells are amounts, and there may be a million of them.
    guard words.unicodeScalars.contains("年") else { return [] }
    return all(in: words.folded).filter(\.isMarked)
  }

  /// The year, unless it is part of a date.
  private static func mention(of year: Int, before rest: ArraySlice<Character>) -> YearMention? {
    guard rest.first == "年" else {
      let isDate = rest.first.map { "-./_".contains($0) } ?? false
      if isDate, rest.dropFirst().first?.isNumber ?? false { return nil }
      return YearMention(year: year, isMarked: false, rest: String(rest))
    }
    let month = rest.dropFirst().drop { $0.isNumber || "一二三四五六七八九十-至".contains($0) }
    if month.first == "月" { return nil }
    return YearMention(
      year: year, isMarked: true, rest: String(rest.drop { "年度".contains($0) }))
  }

  /// The year that a title speaks of: that of the budget where it says so, and of two the later, for
  /// one looks back (2020年预算执行情况和2021年预算).
  static func year(ofTitle words: String) -> Int? {
    let mentions = all(in: words.folded)
    return mentions.filter(\.isOfBudget).map(\.year).max()
      ?? mentions.filter(\.isMarked).map(\.year).max()
  }

  /// The year that the name of a file or folder speaks of, where people leave out 年.
  static func year(ofName name: String) -> Int? {
    year(ofTitle: name) ?? all(in: name.folded).map(\.year).max()
  }
}
