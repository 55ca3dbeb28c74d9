/// Writes scalars of YAML.
enum YAMLText {
  /// The text as a scalar: plain where that means the same, else in double quotes.
  static func scalar(_ text: String) -> String {
    isPlain(text) ? text : quoted(text)
  }

  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else {
      return false
    }
    let isWord =
      first.isChinese || ("A"..."z").contains(first) && first.properties.isAlphabetic
      || first.isDigit && text.unicodeScalars.contains(where: \.isChinese)
    let reserved = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"]
    return (isWord || first == "“" || first == "（") && !last.isBlankInTables && last != ":"
      && !reserved.contains(text.lowercased())
      && !text.contains(": ") && !text.contains(" #")
      && text.unicodeScalars.allSatisfy {
        $0.value >= 0x20 && !"{}[],\"\\".unicodeScalars.contains($0) && $0.value != 0x7F
          && !(0x80...0x9F).contains($0.value) && $0.value != 0xFEFF
      }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      // Line breaks, too, by their number: a check takes `\n` for a part of a path.
      default:
        if scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar.value == 0xFEFF {
          let hex = String(scalar.value, radix: 16)
          result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }
}
