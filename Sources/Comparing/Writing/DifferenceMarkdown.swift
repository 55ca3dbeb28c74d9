import Budget

/// The difference as Markdown for a pull request.
public struct DifferenceMarkdown {
  private let difference: SiteDifference

  /// The writer of a difference.
  public init(_ difference: SiteDifference) {
    self.difference = difference
  }

  /// A summary, then a section for each report with a list for each table.
  public var text: String {
    var text = "**\(DifferenceSummary(difference: difference).text)**\n"
    for group in difference.byReport {
      let title = Self.escaped(group.place.reportTitle)
      text += "\n### \(title)"
      text += group.place.report.isEmpty ? "\n" : "（\(Self.escaped(group.place.report))）\n"
      var table: ExactText??
      for change in group.changes {
        if table != .some(change.place.table?.exact) {
          table = .some(change.place.table?.exact)
          text += "\n#### \(Self.escaped(change.place.tableName ?? "情况说明及其他"))\n\n"
        }
        let words = ChangeText(change: change)
        text += "- " + words.headline.map(Self.piece).joined() + "\n"
        for line in words.consequences { text += "  - " + Self.escaped(line) + "\n" }
      }
    }
    return text
  }

  private static func piece(_ piece: ChangeText.Piece) -> String {
    let text = escaped(piece.text)
    // HTML elements, because Markdown's own marks do not work beside Chinese punctuation.
    return switch piece.style {
    case .plain: text
    case .removed: "<del>\(text)</del>"
    case .added: "<ins>\(text)</ins>"
    }
  }

  /// Words of a page as words of Markdown: nothing in them is markup, a mention or a link.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "@": result += "&#64;"
      case "#": result += "&#35;"
      case "\\", "`", "*", "_", "[", "]", "|", "~", "!": result += "\\" + String(character)
      case _ where character.isNewline: result += " "
      default: result.append(character)
      }
    }
    return result
  }
}
