import Budget

/// A text as the search compares it: letters and digits only, without regard to width and case.
///
/// Punctuation and white space are left out, so that 三公经费 is found in “三公”经费. Numbers keep
/// their decimal point and a percent sign, and lose their thousands separators; a blank stands
/// between two numbers that only punctuation divides. `search.js` folds queries by the same rules.
struct FoldedText {
  static let percent = UInt32(0x25)
  static let point = UInt32(0x2E)
  static let blank = UInt32(0x20)

  /// The Unicode scalars that are left.
  private(set) var scalars: [UInt32] = []

  /// Folds `text`, reusing the memory of the text before it.
  mutating func fold(_ text: String) {
    scalars.removeAll(keepingCapacity: true)
    var text = text
    text.withUTF8 { utf8 in
      scalars.reserveCapacity(utf8.count)
      var hasPoint = false
      var isDivided = false
      var index = 0
      while index < utf8.count {
        let scalar = Self.next(in: utf8, &index)
        let kept = Self.folded(scalar)
        guard kept == 0 else {
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
          continue
        }
        if !isDivided, let last = scalars.last, Self.isDigit(last) {
          switch scalar {
          case 0x25, 0xFF05:
            scalars.append(Self.percent)
            hasPoint = false
            continue
          case 0x2E, 0xFF0E:
            if !hasPoint, Self.digits(in: utf8, from: index) > 0 {
              scalars.append(Self.point)
              hasPoint = true
              continue
            }
          case 0x2C, 0xFF0C:
            // A thousands separator has exactly three digits behind it.
            if !hasPoint, Self.digits(in: utf8, from: index) == 3 { continue }
          default: break
          }
        }
        isDivided = true
      }
    }
  }

  static func isDigit(_ scalar: UInt32) -> Bool { scalar &- 0x30 < 10 }

  /// Whether a figure's unit stands at `index`: 元, 千元, 万元, 亿元 or %.
  func isUnit(at index: Int) -> Bool {
    guard index < scalars.count else { return false }
    switch scalars[index] {
    case 0x5143, Self.percent: return true
    case 0x5343, 0x4E07, 0x4EBF: return index + 1 < scalars.count && scalars[index + 1] == 0x5143
    default: return false
    }
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

  /// The scalar that begins at `index`, which moves behind it. The text is a `String`'s, so valid.
  private static func next(in utf8: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> UInt32 {
    let lead = UInt32(utf8[index])
    let count = utf8[index].lengthOfScalar
    defer { index += count }
    switch count {
    case 1: return lead
    case 2: return (lead & 0x1F) << 6 | UInt32(utf8[index + 1] & 0x3F)
    case 3:
      return (lead & 0x0F) << 12 | UInt32(utf8[index + 1] & 0x3F) << 6
        | UInt32(utf8[index + 2] & 0x3F)
    default:
      return (lead & 0x07) << 18 | UInt32(utf8[index + 1] & 0x3F) << 12
        | UInt32(utf8[index + 2] & 0x3F) << 6 | UInt32(utf8[index + 3] & 0x3F)
    }
  }

  /// How many digits stand from `index` on, counted up to four.
  private static func digits(in utf8: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    var count = 0
    while count < 4, index < utf8.count, isDigit(folded(next(in: utf8, &index))) { count += 1 }
    return count
  }
}
