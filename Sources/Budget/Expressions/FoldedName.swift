/// A name as it is compared with another that may be what was meant: without regard to width and
/// case, and with numbers in digits, so that 表3 and 表３ are 表三.
struct FoldedName {
  /// The characters to compare.
  let scalars: [Unicode.Scalar]
  /// Those of them that are no digits.
  private let words: [Unicode.Scalar]

  /// Folds the beginning of a name, up to so many characters.
  init(_ name: String, atMost length: Int) {
    var folded: [Unicode.Scalar] = []
    var numeral: [Unicode.Scalar] = []
    for scalar in name.unicodeScalars.prefix(length) {
      let narrow = scalar.narrow
      if ChineseNumeral.isWord(narrow) {
        numeral.append(narrow)
        continue
      }
      Self.append(&numeral, to: &folded)
      folded.append(narrow)
    }
    Self.append(&numeral, to: &folded)
    scalars = folded
    words = folded.filter { $0.digit == nil }
  }

  /// Whether both are numbers of tables, and not the same: 表14 is no slip of 表四 or 表15.
  func isAnotherTable(than other: FoldedName) -> Bool {
    words == other.words && words.count <= 2 && words.last == "表" && scalars != other.scalars
  }

  /// Numbers in words as digits; what is no number stays.
  private static func append(_ numeral: inout [Unicode.Scalar], to folded: inout [Unicode.Scalar]) {
    guard !numeral.isEmpty else { return }
    defer { numeral = [] }
    if let number = ChineseNumeral(numeral[...]), number.unit == .yuan, number.number.scale == 0 {
      folded += Array(number.number.description.unicodeScalars)
    } else {
      folded += numeral
    }
  }
}

extension Unicode.Scalar {
  /// The narrow small letter, digit or mark.
  var narrow: Unicode.Scalar {
    switch value {
    case 0x41...0x5A: Unicode.Scalar(value + 32) ?? self
    case 0xFF21...0xFF3A: Unicode.Scalar(value - 0xFEE0 + 32) ?? self
    case 0xFF01...0xFF5E: Unicode.Scalar(value - 0xFEE0) ?? self
    default: self
    }
  }
}
