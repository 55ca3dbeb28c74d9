import Budget

extension StringProtocol {
  /// Whether there is nothing but white space and invisible characters.
  var isBlankText: Bool { unicodeScalars.allSatisfy { $0.isBlankInTables } }

  /// The words without white space at their ends.
  var trimmedText: String {
    var scalars = Substring(self).unicodeScalars
    while let first = scalars.first, first.isBlankInTables { scalars.removeFirst() }
    while let last = scalars.last, last.isBlankInTables { scalars.removeLast() }
    return String(scalars)
  }

  /// The words without what cannot be seen, and with plain spaces for the no-break spaces that
  /// programs put where people typed spaces, and for the breaks that Word has within a paragraph.
  var visible: String {
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0x0B, 0x0C, 0xA0, 0x2028, 0x2029, 0x202F: result.append(" ")
      case 0x200C, 0x200D: break
      default: if !scalar.isInvisible { result.append(scalar) }
      }
    }
    return String(result)
  }

  /// The words as titles and header cells are compared: without white space, full-width ASCII as
  /// half-width, one form of quotation mark and of dash.
  var folded: String {
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars where !scalar.isBlankInTables {
      switch scalar.value {
      case 0xFF01...0xFF5E:
        result.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
      case 0x201C, 0x201D, 0x300C, 0x300D: result.append("\"")
      case 0x2018, 0x2019: result.append("'")
      case 0x2013, 0x2014, 0x2015, 0x2500: result.append("-")
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// The width of the white space in front, in half-width characters.
  var leadingWidth: Int {
    var width = 0
    for scalar in unicodeScalars {
      guard scalar.isBlankInTables else { break }
      switch scalar.value {
      case 0x3000: width += 2
      case 0x09: width += 4
      case 0x200B, 0xFEFF, 0x0A, 0x0D: break
      default: width += 1
      }
    }
    return width
  }
}

extension Unicode.Scalar {
  /// Whether tables use it as white space, or it shows nothing at all.
  var isBlankInTables: Bool {
    switch value {
    case 0x09...0x0D, 0x20, 0xA0, 0x2000...0x200F, 0x2028, 0x2029, 0x202F, 0x205F, 0x2060, 0x3000,
      0xFEFF:
      true
    default: false
    }
  }

  /// Whether it is a Chinese character.
  var isChinese: Bool {
    switch value {
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
    default: false
    }
  }

  /// Whether it is an ASCII digit.
  var isDigit: Bool { (0x30...0x39).contains(value) }
}

/// How alike two folded texts are, from 0 to 1: the share of pairs of neighbouring characters that
/// both have (Dice's coefficient).
func similarity(_ left: String, _ right: String) -> Double {
  if left == right { return 1 }
  func pairs(_ text: String) -> [String: Int] {
    let scalars = Array(text.unicodeScalars.prefix(120))
    var counts: [String: Int] = [:]
    for index in scalars.indices.dropLast() {
      counts[String(scalars[index]) + String(scalars[index + 1]), default: 0] += 1
    }
    return counts
  }
  let (first, second) = (pairs(left), pairs(right))
  let total = first.values.reduce(0, +) + second.values.reduce(0, +)
  guard total > 0 else { return 0 }
  let shared = first.reduce(0) { $0 + min($1.value, second[$1.key] ?? 0) }
  return 2 * Double(shared) / Double(total)
}
