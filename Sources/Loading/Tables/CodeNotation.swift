import Budget

/// Reads codes, which are text: spreadsheets take them for numbers and damage them.
enum CodeNotation {
  /// The code, and what damaged it if that cannot be undone: `2.01E+02` has lost digits.
  static func read(_ text: String) -> (code: String, damage: String?) {
    if text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { return (text, nil) }
    let code = unwrapped(text)
    let scalars = Array(code.unicodeScalars.prefix(LabelText.longest))
    let digits = scalars.prefix { ("0"..."9").contains($0) }.count
    guard digits > 0 else { return (code, nil) }
    var rest = scalars[digits...]
    let hasPoint = rest.first == "."
    if hasPoint { rest = rest.dropFirst().drop { ("0"..."9").contains($0) } }
    if AmountMistake.isExponent(rest), hasPoint || rest.dropFirst().first.map(isSign) == true {
      return (
        code,
        "被 Excel 变成了科学记数法，后面的数字可能已经丢失。请把整列的格式设为“文本”，照原表重新填写"
      )
    }
    if hasPoint, rest.isEmpty {
      return (
        code,
        "被 Excel 当成数值，多了小数点。请把整列的格式设为“文本”，写成"
          + " \(scalars[..<digits].text)"
      )
    }
    return (code, nil)
  }

  /// The code out of `="201"` or `'201`, with ASCII for full-width letters and digits.
  private static func unwrapped(_ text: String) -> String {
    var scalars = Substring(text).unicodeScalars
    if text.hasPrefix("=\""), text.hasSuffix("\""), text.utf8.count > 3 {
      scalars = scalars.dropFirst(2).dropLast()
    } else if scalars.first == "'" {
      scalars = scalars.dropFirst()
    }
    var view = String.UnicodeScalarView()
    for scalar in scalars {
      switch scalar.value {
      case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A:
        view.append(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
      default: view.append(scalar)
      }
    }
    return String(view)
  }

  private static func isSign(_ scalar: Unicode.Scalar) -> Bool { scalar == "+" || scalar == "-" }
}
