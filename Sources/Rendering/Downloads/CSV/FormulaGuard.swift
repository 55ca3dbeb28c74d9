import Budget

/// Keeps words from being taken for formulas when a spreadsheet program opens a CSV file.
enum FormulaGuard {
  /// The words, with an apostrophe before them if they begin like a formula.
  ///
  /// A dash alone means nil and stays; it is no formula. Characters of full width count as well,
  /// since programs in Chinese and Japanese read them like the narrow ones.
  static func harmless(_ words: String) -> String {
    beginsLikeFormula(words) ? "'" + words : words
  }

  /// Whether a spreadsheet program may take the words for a formula.
  static func beginsLikeFormula(_ words: String) -> Bool {
    guard words.withBytes(mayBeginLikeFormula), let first = words.unicodeScalars.first else {
      return false
    }
    switch first {
    case "-", "－": return !words.unicodeScalars.allSatisfy { $0 == "-" || $0 == "－" }
    case "=", "+", "@", "\t", "\r", "\n", "＝", "＋", "＠": return true
    default: return false
    }
  }

  /// Whether the first byte leaves it open: it tells Chinese characters and letters, with which
  /// nearly all words begin.
  static func mayBeginLikeFormula(_ words: UnsafeBufferPointer<UInt8>) -> Bool {
    guard !words.isEmpty else { return false }
    return words[0] < 0x41 || words[0] == 0xEF
  }
}
