/// A text as the search compares it: letters and digits only, without regard to width and case.
///
/// Punctuation and white space are left out, so that 三公经费 is found in “三公”经费. Numbers keep
/// their decimal point and lose their thousands separators; a blank stands between two numbers
/// that only punctuation divides. `search.js` folds queries by the same rules.
struct FoldedText {
  /// Ends the words of a money figure: 元.
  static let yuan = UInt32(0x5143)
  /// 万
  static let tenThousand = UInt32(0x4E07)
  /// 亿
  static let hundredMillion = UInt32(0x4EBF)
  static let point = UInt32(0x2E)
  static let blank = UInt32(0x20)

  /// The Unicode scalars that are left.
  private(set) var scalars: [UInt32] = []
  private var source: [UInt32] = []

  /// Folds `text`, reusing the memory of the text before it.
  mutating func fold(_ text: String) {
    scalars.removeAll(keepingCapacity: true)
    source.removeAll(keepingCapacity: true)
    for scalar in text.unicodeScalars { source.append(scalar.value) }
    var hasPoint = false
    var isDivided = false
    for (index, scalar) in source.enumerated() {
      let kept = Self.folded(scalar)
      if kept == 0 {
        if let last = scalars.last, Self.isDigit(last), !isDivided {
          if !hasPoint, Self.isPoint(scalar), hasDigit(at: index + 1) {
            scalars.append(Self.point)
            hasPoint = true
            continue
          }
          if !hasPoint, Self.isComma(scalar), groups(at: index) { continue }
        }
        isDivided = true
        continue
      }
      if Self.isDigit(kept) {
        if isDivided, let last = scalars.last, Self.isDigit(last) {
          scalars.append(Self.blank)
          hasPoint = false
        }
      } else {
        hasPoint = false
      }
      isDivided = false
      scalars.append(kept)
    }
  }

  static func isDigit(_ scalar: UInt32) -> Bool { scalar &- 0x30 < 10 }

  /// Whether money is counted from `index` on: 元, 万元 or 亿元.
  func isMoneyUnit(at index: Int) -> Bool {
    guard index < scalars.count else { return false }
    if scalars[index] == Self.yuan { return true }
    return (scalars[index] == Self.tenThousand || scalars[index] == Self.hundredMillion)
      && index + 1 < scalars.count && scalars[index + 1] == Self.yuan
  }

  /// The letter or digit that is compared, or 0 for what is left out.
  static func folded(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x4E00...0x9FFF, 0x30...0x39, 0x61...0x7A: scalar
    case 0x41...0x5A: scalar + 32
    case 0xFF10...0xFF19, 0xFF41...0xFF5A: scalar - 0xFEE0
    case 0xFF21...0xFF3A: scalar - 0xFEE0 + 32
    case 0..<0xC0, 0xD7, 0xF7, 0x2000...0x2BFF, 0x2E00...0x2E7F, 0x3000...0x3004, 0x3008...0x3020,
      0x3030, 0x303D...0x303F, 0xD800...0xF8FF, 0xFE00...0xFE6F, 0xFEFF...0xFFFF, 0xE0000...:
      0
    default: scalar
    }
  }

  private static func isPoint(_ scalar: UInt32) -> Bool { scalar == 0x2E || scalar == 0xFF0E }
  private static func isComma(_ scalar: UInt32) -> Bool { scalar == 0x2C || scalar == 0xFF0C }

  private func hasDigit(at index: Int) -> Bool {
    index < source.count && Self.isDigit(Self.folded(source[index]))
  }

  /// A thousands separator has exactly three digits behind it.
  private func groups(at index: Int) -> Bool {
    hasDigit(at: index + 1) && hasDigit(at: index + 2) && hasDigit(at: index + 3)
      && !hasDigit(at: index + 4)
  }
}
