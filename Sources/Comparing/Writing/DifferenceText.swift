import Budget

/// The difference for a terminal.
public struct DifferenceText {
  private let difference: SiteDifference
  private let isColoured: Bool

  /// - Parameter isColoured: whether to use colours; otherwise what went stands in `[-…-]` and what
  ///   came in `{+…+}` within sentences.
  public init(_ difference: SiteDifference, isColoured: Bool) {
    self.difference = difference
    self.isColoured = isColoured
  }

  /// The changes by report and table, then how many there are.
  public var text: String {
    var text = ""
    for group in difference.byReport {
      text += strong(heading(group.place)) + "\n"
      var table: String?
      for change in group.changes {
        if !change.place.table.hasSameBytes(as: table) {
          table = change.place.table
          text += "\n" + strong("  " + clean(change.place.tableName ?? "情况说明及其他")) + "\n"
        }
        let words = ChangeText(change: change)
        text += "  " + words.headline.map { piece($0, inSentence: !change.words.isEmpty) }.joined()
        text += "\n"
        for line in words.consequences { text += "      ↳ " + clean(line) + "\n" }
      }
      text += "\n"
    }
    return text + DifferenceSummary(difference: difference).text + "\n"
  }

  private func heading(_ place: Place) -> String {
    clean(place.report.isEmpty ? place.reportTitle : "\(place.report)  \(place.reportTitle)")
  }

  private func piece(_ piece: ChangeText.Piece, inSentence: Bool) -> String {
    let text = clean(piece.text)
    switch piece.style {
    case .plain: return text
    case .removed:
      return isColoured ? "\u{1B}[31;9m\(text)\u{1B}[0m" : inSentence ? "[-\(text)-]" : text
    case .added:
      return isColoured ? "\u{1B}[32m\(text)\u{1B}[0m" : inSentence ? "{+\(text)+}" : text
    }
  }

  private func strong(_ text: String) -> String { isColoured ? "\u{1B}[1m\(text)\u{1B}[0m" : text }

  /// The text with control characters made visible: a page must not steer the terminal.
  private func clean(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0...0x1F: scalars.append(Unicode.Scalar(0x2400 + scalar.value) ?? "?")
      default: scalars.append(scalar.isInvisible ? "␡" : scalar)
      }
    }
    return String(scalars)
  }
}
