/// Words as Markdown that shows exactly these words.
enum MarkdownText {
  /// The words of a heading, where no list or quotation can begin.
  static func heading(_ text: String) -> String {
    let escaped = inline(text)
    return escaped.hasSuffix("#") ? escaped.dropLast() + "\\#" : escaped
  }

  /// The words of a paragraph or of a list's item.
  static func paragraph(_ text: String) -> String {
    let escaped = inline(text)
    let scalars = Array(escaped.unicodeScalars.prefix(12))
    guard let first = scalars.first else { return escaped }
    switch first {
    case "#", ">", "+", "-", "=", "~":
      return "\\" + escaped
    case "0"..."9":
      let digits = scalars.prefix(while: \.isDigit).count
      let mark = digits < scalars.count ? scalars[digits] : nil
      let next = digits + 1 < scalars.count ? scalars[digits + 1] : nil
      guard digits <= 9, mark == "." || mark == ")", next == nil || next == " " || next == "\t"
      else { return escaped }
      let view = escaped.unicodeScalars
      let place = view.index(view.startIndex, offsetBy: digits)
      return String(view[..<place]) + "\\" + String(view[place...])
    default:
      return escaped
    }
  }

  private static func inline(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "<", "&":
        result.append("\\")
        result.append(scalar)
      case "\t", "\n", "\r": result.append(" ")
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
