import Budget

/// The closer look at an amount: one pass over its characters that ends in plain ASCII notation, or
/// at the first mistake.
struct AmountParser {
  private let scalars: [Unicode.Scalar]
  private var offset = 0
  private var plain = ""

  /// A parser of a text without spaces around it.
  init(_ scalars: [Unicode.Scalar]) {
    self.scalars = scalars
  }

  /// The amount in plain notation: `-1234.50`.
  mutating func parse() -> Result<String, AmountFault> {
    do throws(AmountFault) {
      let bracket = try readPrefix()
      try readNumber()
      try readSuffix(bracket: bracket)
      return .success(plain)
    } catch {
      return .failure(error)
    }
  }

  /// Reads signs, the currency sign and an opening parenthesis; returns where the latter stands.
  private mutating func readPrefix() throws(AmountFault) -> Int? {
    var bracket: Int?
    var hasSign = false
    var hasCurrency = false
    while let scalar = current {
      switch Self.canonical(scalar) {
      case "-" where !hasSign && bracket == nil: hasSign = true
      case "(" where !hasSign && bracket == nil: bracket = offset
      case "¥" where !hasCurrency: hasCurrency = true
      case " " where offset > 0: break
      case "-", "(", "¥":
        throw AmountFault(
          .amountFormat, at: offset, "“\(scalar)”重复或位置不对。负数写成 -1234.00 或 (1234.00)")
      default:
        if hasSign || bracket != nil { plain = "-" }
        return bracket
      }
      offset += 1
    }
    throw AmountFault(
      .amountFormat, at: 0, length: scalars.count, "这里没有数字。没有金额请留空或写“-”")
  }

  private mutating func readNumber() throws(AmountFault) {
    var digits = 0
    var groupStart: Int?
    var group = 0
    var hasPoint = false
    while let scalar = current {
      let character = Self.canonical(scalar)
      if ("0"..."9").contains(character) {
        plain.unicodeScalars.append(character)
        digits += 1
        group += 1
      } else if character == "," {
        if hasPoint || (groupStart == nil ? !(1...3).contains(group) : group != 3) {
          throw grouping(groupStart ?? offset)
        }
        groupStart = offset
        group = 0
      } else if character == ".", !hasPoint {
        if let groupStart, group != 3 { throw grouping(groupStart) }
        if digits == 0 {
          throw AmountFault(.amountFormat, at: offset, "小数点前面缺数字，例如 0.50")
        }
        hasPoint = true
        groupStart = nil
        group = 0
        plain += "."
      } else {
        break
      }
      offset += 1
    }
    if digits == 0 { throw unexpected(at: offset) }
    let isWhole = current.map { Self.canonical($0) == ")" } ?? true
    if hasPoint, group == 0, isWhole {
      throw AmountFault(.amountFormat, at: offset - 1, "小数点后面缺数字，例如 5.00；整数不写小数点")
    }
    if let groupStart, group != 3, isWhole { throw grouping(groupStart) }
  }

  private mutating func readSuffix(bracket: Int?) throws(AmountFault) {
    if bracket != nil, let scalar = current, Self.canonical(scalar) == ")" {
      offset += 1
      if current == nil { return }
    }
    if current != nil { throw unexpected(at: offset) }
    if let bracket {
      throw AmountFault(.amountFormat, at: bracket, "括号没有配对。负数写成 -1234.00 或 (1234.00)")
    }
  }

  private var current: Unicode.Scalar? { offset < scalars.count ? scalars[offset] : nil }

  private func grouping(_ comma: Int) -> AmountFault {
    AmountFault(
      .amountGrouping, at: comma,
      "千分位逗号后面应当恰好是三位数字，例如 1,234,567.00。请检查是否漏了数字，或把逗号当成了小数点")
  }

  /// Says what the character at `offset` is and what to write instead.
  private func unexpected(at offset: Int) -> AmountFault {
    guard offset < scalars.count else {
      return AmountFault(
        .amountFormat, at: 0, length: scalars.count, "这里没有数字。没有金额请留空或写“-”")
    }
    let scalar = scalars[offset]
    let rest = scalars[offset...]
    if let unit = AmountMistake.unit(beginning: rest) {
      return AmountFault(
        .amountUnit, at: offset, length: unit.unicodeScalars.count,
        "金额单元格里只写数字，不写“\(unit)”。单位由表样统一规定，数字要按表样的单位填写")
    }
    if AmountMistake.isExponent(rest), offset > 0 {
      return AmountFault(
        .amountScientific, at: offset, length: rest.count,
        "这是科学记数法，后面的位数可能已经丢失。请在 Excel 中把单元格格式改成“数值”，核对原数后重新保存")
    }
    if let advice = AmountMistake.formatAdvice(Self.canonical(scalar)) {
      return AmountFault(.amountFormat, at: offset, advice)
    }
    return AmountFault(.amountCharacter, at: offset, AmountMistake.characterAdvice(scalar))
  }

  /// The ASCII form of a character that stands for the same; `¥` for both widths, and one space.
  private static func canonical(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF10...0xFF19: return Unicode.Scalar(UInt8(scalar.value - 0xFF10 + 0x30))
    case 0xFF0E: return "."
    case 0xFF0C: return ","
    case 0x2212, 0xFF0D: return "-"
    case 0xFF08: return "("
    case 0xFF09: return ")"
    case 0xFFE5: return "¥"
    default: return WhiteSpace.contains(scalar) ? " " : scalar
    }
  }
}
