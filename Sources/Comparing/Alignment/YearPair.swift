import Budget

/// The fiscal years of two reports. Last year's report and this year's are compared by meaning: a
/// year named in one is the same as that many years later in the other (2020年预算数 is, a year on,
/// 2021年预算数).
struct YearPair {
  private let offset: Int

  init(_ old: Int?, _ new: Int?) {
    offset = old.flatMap { old in new.map { $0 - old } } ?? 0
  }

  /// Whether both reports are of the same year.
  var isOneYear: Bool { offset == 0 }

  /// The old report's words as keys to compare by.
  func oldKeys(_ words: [String]) -> [String] {
    guard offset != 0 else { return words }
    return words.enumerated().map { index, word in
      guard index + 1 < words.count, words[index + 1].hasSameBytes(as: "年") else { return word }
      // The number of an item may stand right before: 1.2021年支出预算
      let number = word.split(separator: ".").last ?? ""
      return Self.year(number).map { word.dropLast(number.count) + String($0 + offset) } ?? word
    }
  }

  /// The old report's text as a key to compare by.
  func oldKey(_ text: String) -> String {
    offset == 0 ? text : oldKeys(Words.split(text)).joined()
  }

  /// The year that a word is, among those that a report may have; other numbers are none.
  static func year(_ word: Substring) -> Int? {
    guard word.utf8.count == 4, let year = Int(word), (1949...2199).contains(year) else {
      return nil
    }
    return year
  }
}
