import Budget

/// Amounts as tables print them.
enum AmountText {
  /// Whether a text is a number with a point or thousands separators, as no header cell is.
  static func isAmount(_ text: String) -> Bool {
    let plain = text.trimmedText
    guard plain.utf8.contains(UInt8(ascii: ".")) || plain.utf8.contains(UInt8(ascii: ",")) else {
      return false
    }
    return ExactDecimal(withoutSeparators(plain)) != nil
  }

  /// The amount without thousands separators; anything else stays as it is.
  static func plain(_ text: String) -> String {
    let trimmed = text.trimmedText
    let bare = withoutSeparators(trimmed)
    guard bare != trimmed, ExactDecimal(bare) != nil else { return trimmed }
    return bare
  }

  /// The text without commas, if they stand where thousands separators do.
  private static func withoutSeparators(_ text: String) -> String {
    let groups = text.split(separator: ",", omittingEmptySubsequences: false)
    guard groups.count > 1, let first = groups.first else { return text }
    let lead = first.drop { $0 == "-" || $0 == "+" }
    let last = groups.last?.prefix { $0 != "." } ?? ""
    let isGrouped =
      (1...3).contains(lead.count) && last.count == 3
      && groups.dropFirst().dropLast().allSatisfy { $0.count == 3 }
    return isGrouped ? groups.joined() : text
  }
}
