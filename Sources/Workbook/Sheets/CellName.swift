/// Names of cells as the format writes them.
enum CellName {
  /// The letters of a column counted from 0: A…Z, AA…
  static func letters(_ column: Int) -> [UInt8] {
    var letters: [UInt8] = []
    var rest = column
    repeat {
      letters.append(UInt8(ascii: "A") + UInt8(rest % 26))
      rest = rest / 26 - 1
    } while rest >= 0
    return letters.reversed()
  }
}

/// Names of sheets.
enum SheetName {
  /// The most characters that a name may have, in UTF-16.
  static let longest = 31

  /// Names that a workbook may have, as near to the wished ones as the format allows: no more than
  /// ``longest`` characters, none of `[]:*?/\`, no apostrophe at the ends, none empty, none twice
  /// (letters of both cases count as the same).
  static func allowed(for wishes: [String]) -> [String] {
    var taken: Set<String> = ["history"]  // Excel keeps this name for itself.
    return wishes.map { wish in
      let clean = cleaned(wish)
      var name = shortened(clean, to: longest)
      var number = 2
      while !taken.insert(name.lowercased()).inserted {
        let suffix = " (\(number))"
        name = shortened(clean, to: longest - suffix.utf16.count) + suffix
        number += 1
      }
      return name
    }
  }

  private static func cleaned(_ wish: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in wish.unicodeScalars {
      switch scalar {
      case "[": scalars.append("（")
      case "]": scalars.append("）")
      case ":": scalars.append("：")
      case "*", "?", "/", "\\": scalars.append("-")
      case "'" where scalars.isEmpty: break
      default: scalars.append(scalar.value < 0x20 || scalar.value == 0xFFFE ? " " : scalar)
      }
    }
    while let last = scalars.last, last == "'" || last == " " { scalars.removeLast() }
    return scalars.isEmpty ? "Sheet" : String(scalars)
  }

  private static func shortened(_ text: String, to count: Int) -> String {
    var short = text
    while short.utf16.count > count { short.removeLast() }
    while short.last == "'" || short.last == " " { short.removeLast() }
    return short
  }
}
