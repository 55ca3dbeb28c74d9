/// A number in words, as sentences write amounts: 五十六万, 一千二百, 十二点五, 叁拾万; also where digits
/// stand among the words: 3万5千.
///
/// Read only where nothing else can be meant. Years (二〇二一), guesses (两三), shortened numbers
/// (三万五) and multipliers without a digit (百, 万) are none.
struct ChineseNumeral {
  /// The number, in ``unit``.
  let number: ExactDecimal
  /// 万元 or 亿元 where 万 or 亿 is the last word, 千元 where nothing but a digit stands before 千, so
  /// that 三万元 is as exact as 3万元.
  let unit: Unit
  /// Whether the number has more than one word or is zero. A digit alone with 元 may be part of
  /// another word: 一元化, 三元桥.
  let isUnmistakable: Bool

  /// Reads words that are a number and nothing else.
  init?(_ words: ArraySlice<Unicode.Scalar>) {
    // No exact amount has more, and sums cannot overflow.
    guard !words.isEmpty, words.count <= 40 else { return nil }
    isUnmistakable = words.count > 1 || Word(words[words.startIndex]) == .digit(0)
    if let point = words.firstIndex(where: { Word($0) == .point }) {
      guard let decimals = Decimals(words[..<point], words[(point + 1)...]) else { return nil }
      (number, unit) = (decimals.number, decimals.unit)
    } else {
      guard let whole = WholeNumber(words) else { return nil }
      unit = Self.isThousands(words) ? .thousandYuan : Unit(endingWith: words.last)
      let one = ExactDecimal.powerOfTen(unit.exponent) ?? 1
      number = ExactDecimal(coefficient: whole.value / one, scale: 0)
    }
  }

  /// 五千
  private static func isThousands(_ words: ArraySlice<Unicode.Scalar>) -> Bool {
    words.count == 2 && words.last.flatMap(Word.init) == .multiplier(1000)
  }

  /// The number in yuan; `nil` if it has decimals.
  var wholeYuan: Int128? {
    guard number.scale == 0, let one = ExactDecimal.powerOfTen(unit.exponent) else { return nil }
    return number.coefficient * one
  }

  /// What a digit of either kind is worth: 7, 七, 柒.
  static func digit(_ scalar: Unicode.Scalar) -> Int128? {
    if let digit = scalar.digit { return Int128(digit) }
    guard case .digit(let digit) = Word(scalar) else { return nil }
    return Int128(digit)
  }

  /// 十, 百, 千, 万, 亿
  static func isMultiplier(_ scalar: Unicode.Scalar) -> Bool {
    switch Word(scalar) {
    case .multiplier, .myriad: true
    case .digit, .point, nil: false
    }
  }

  /// Whether a number in words may have the scalar.
  static func isWord(_ scalar: Unicode.Scalar) -> Bool { Word(scalar) != nil }

  /// What one of the words says.
  fileprivate enum Word: Equatable {
    case digit(Int)
    /// 十, 百, 千
    case multiplier(Int)
    /// 万, 亿
    case myriad(Int)
    /// 点
    case point

    init?(_ scalar: Unicode.Scalar) {
      switch scalar {
      case "零", "〇": self = .digit(0)
      case "一", "壹": self = .digit(1)
      case "二", "两", "贰": self = .digit(2)
      case "三", "叁": self = .digit(3)
      case "四", "肆": self = .digit(4)
      case "五", "伍": self = .digit(5)
      case "六", "陆": self = .digit(6)
      case "七", "柒": self = .digit(7)
      case "八", "捌": self = .digit(8)
      case "九", "玖": self = .digit(9)
      case "十", "拾": self = .multiplier(10)
      case "百", "佰": self = .multiplier(100)
      case "千", "仟": self = .multiplier(1000)
      case "万": self = .myriad(10_000)
      case "亿": self = .myriad(100_000_000)
      case "点": self = .point
      default: return nil
      }
    }
  }

  /// 十二点五, 三点五万.
  private struct Decimals {
    let number: ExactDecimal
    let unit: Unit

    init?(_ before: ArraySlice<Unicode.Scalar>, _ after: ArraySlice<Unicode.Scalar>) {
      guard !before.isEmpty, Unit(endingWith: before.last) == .yuan,
        var coefficient = WholeNumber(before)?.value
      else { return nil }
      var rest = after
      while let first = rest.first, case .digit(let digit) = Word(first) {
        coefficient = coefficient * 10 + Int128(digit)
        rest.removeFirst()
      }
      let scale = after.count - rest.count
      guard scale > 0, scale <= ExactDecimal.maximumScale else { return nil }
      guard rest.count <= 1 else { return nil }
      unit = rest.first == "千" ? .thousandYuan : Unit(endingWith: rest.first)
      guard rest.isEmpty || unit != .yuan else { return nil }
      number = ExactDecimal(coefficient: coefficient, scale: scale)
    }
  }
}

/// A whole number in words. Its multipliers descend, but for those before 万 and 亿.
private struct WholeNumber {
  var value: Int128 { total + Int128(section) }
  /// What stands before the last 万 or 亿, those included.
  private var total: Int128 = 0
  /// What stands behind it.
  private var section = 0
  /// The last multiplier of the section; 10,000 before there is one.
  private var multiplier = 10_000
  /// A digit that waits for its multiplier, or several digits such as 2000 that are a section.
  private var pending: Int?
  /// How many digits that is; 0 for one in words.
  private var pendingDigits = 0
  /// Whether 零 says that places are left out.
  private var hasGap = false
  private var hasTenThousands = false
  private var hasHundredMillions = false

  init?(_ words: ArraySlice<Unicode.Scalar>) {
    for scalar in words {
      if let digit = scalar.digit {
        guard add(asciiDigit: Int(digit)) else { return nil }
        continue
      }
      let isPlaced =
        switch ChineseNumeral.Word(scalar) {
        case .digit(let digit): add(digit, isAlone: words.count == 1)
        case .multiplier(let multiplier): multiply(by: multiplier)
        case .myriad(let myriad): close(with: myriad)
        case .point, nil: false
        }
      guard isPlaced else { return nil }
    }
    guard settlePending(), !hasGap || words.count == 1 else { return nil }
  }

  private mutating func add(_ digit: Int, isAlone: Bool) -> Bool {
    guard pending == nil else { return false }
    guard digit > 0 else {
      defer { hasGap = true }
      return isAlone || (value > 0 && !hasGap)
    }
    pending = digit
    return true
  }

  private mutating func add(asciiDigit digit: Int) -> Bool {
    guard pending == nil || pendingDigits > 0 else { return false }
    pendingDigits += 1
    pending = (pending ?? 0) * 10 + digit
    return pendingDigits <= 4
  }

  /// 十 may stand for 一十.
  private mutating func multiply(by factor: Int) -> Bool {
    guard factor < multiplier, pendingDigits <= 1, let digit = pending ?? (factor == 10 ? 1 : nil)
    else { return false }
    section += digit * factor
    multiplier = factor
    (pending, pendingDigits, hasGap) = (nil, 0, false)
    return true
  }

  /// A digit without a multiplier is one of ones: behind 十 or 零, or by itself. In 三万五 it is
  /// thousands, in 一百五 it is tens, or perhaps not.
  private mutating func settlePending() -> Bool {
    guard let digit = pending else { return true }
    let isFirst = total == 0 && section == 0
    let isSection = section == 0 && pendingDigits > 1
    guard multiplier == 10 || hasGap || isFirst || isSection else { return false }
    section += digit
    (pending, pendingDigits, hasGap) = (nil, 0, false)
    return true
  }

  private mutating func close(with myriad: Int) -> Bool {
    guard settlePending(), !hasGap else { return false }
    if myriad == 10_000 {
      guard section > 0, !hasTenThousands else { return false }
      total += Int128(section) * 10_000
      hasTenThousands = true
    } else {
      // 三万亿
      guard value > 0, !hasHundredMillions else { return false }
      total = value * 100_000_000
      (hasHundredMillions, hasTenThousands) = (true, false)
    }
    (section, multiplier) = (0, 10_000)
    return true
  }
}

extension Unit {
  /// The unit of a number in words whose last word this is.
  fileprivate init(endingWith word: Unicode.Scalar?) {
    switch word {
    case "万": self = .tenThousandYuan
    case "亿": self = .hundredMillionYuan
    default: self = .yuan
    }
  }
}
