// What kinds of characters there are, told without the lookups that Unicode's properties take.

extension Unicode.Scalar {
  /// Whether it is white space, as the Unicode property says.
  public var isSpace: Bool {
    switch value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F,
      0x3000:
      true
    default: false
    }
  }

  /// What a digit is worth, 0 to 9, be it of ASCII's or of full width; `nil` for anything else.
  @inlinable
  public var digit: UInt32? {
    switch value {
    case 0x30...0x39: value - 0x30
    case 0xFF10...0xFF19: value - 0xFF10
    default: nil
    }
  }

  /// 0…9
  var isASCIIDigit: Bool { ("0"..."9").contains(self) }
  /// a…z or A…Z
  var isLatinLetter: Bool { ("a"..."z").contains(self) || ("A"..."Z").contains(self) }
  /// 0…9, a…z or A…Z
  public var isLatinOrDigit: Bool { isASCIIDigit || isLatinLetter }
}
