import Budget

/// Reads amounts as people write them: `60,646,633.13`, `１２．５`, `(1,234.00)`, `￥5`, `—` for nil.
enum AmountNotation {
  /// What a text says.
  enum Reading: Equatable {
    /// An amount.
    case value(ExactDecimal)
    /// A dash: there is none.
    case none
    /// Not an amount.
    case fault(AmountFault)
  }

  /// The amount in plain notation with correct thousands separators, as nearly all are written;
  /// `nil` for everything that needs a closer look.
  static func quick(_ bytes: [UInt8], _ range: Range<Int>) -> ExactDecimal? {
    var offset = range.lowerBound
    let negative = offset < range.upperBound && bytes[offset] == UInt8(ascii: "-")
    if negative { offset += 1 }
    var coefficient: UInt64 = 0
    var digits = 0
    var scale = -1
    var sinceComma = -1
    while offset < range.upperBound {
      let byte = bytes[offset]
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        coefficient = coefficient &* 10 &+ UInt64(byte &- UInt8(ascii: "0"))
        digits += 1
        if scale >= 0 { scale += 1 } else if sinceComma >= 0 { sinceComma += 1 }
      case UInt8(ascii: ","):
        guard scale < 0, sinceComma < 0 ? (1...3).contains(digits) : sinceComma == 3
        else { return nil }
        sinceComma = 0
      case UInt8(ascii: "."):
        guard scale < 0, digits > 0, sinceComma < 0 || sinceComma == 3 else { return nil }
        scale = 0
      default:
        return nil
      }
      offset += 1
    }
    // 19 digits always fit into 64 bits.
    guard digits > 0, digits <= 19, scale != 0, scale <= ExactDecimal.maximumScale,
      scale > 0 || sinceComma < 0 || sinceComma == 3
    else { return nil }
    let magnitude = Int128(coefficient)
    return ExactDecimal(coefficient: negative ? -magnitude : magnitude, scale: max(0, scale))
  }

  /// Reads any text without spaces around it.
  static func read(_ text: String) -> Reading {
    let scalars = Array(text.unicodeScalars)
    if !scalars.isEmpty, scalars.count <= 4, scalars.allSatisfy(\.isNilDash) { return .none }
    var parser = AmountParser(scalars)
    switch parser.parse() {
    case .success(let plain):
      if let value = ExactDecimal(plain) { return .value(value) }
      return .fault(
        AmountFault(
          .amountTooLong, at: 0, length: scalars.count,
          "位数太多：最多 \(ExactDecimal.maximumDigits) 位数字，其中小数最多"
            + " \(ExactDecimal.maximumScale) 位。请检查是不是两个数连在了一起"))
    case .failure(let fault):
      return .fault(fault)
    }
  }
}

/// Why a text is not an amount.
struct AmountFault: Error, Equatable {
  /// The rule that it breaks.
  let rule: Rule
  /// How many characters of the text stand before the mistake.
  let offset: Int
  /// How many characters are wrong.
  let length: Int
  /// What is wrong and what to write, in Chinese.
  let message: String

  /// A mistake behind `offset` characters.
  init(_ rule: Rule, at offset: Int, length: Int = 1, _ message: String) {
    self.rule = rule
    self.offset = offset
    self.length = max(1, length)
    self.message = message
  }
}
