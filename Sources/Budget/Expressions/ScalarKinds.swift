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

  /// Whether it has no place in a text because nobody sees it, though it makes words differ or turns
  /// the direction of writing: control characters but for tabs and line ends, line separators, what has
  /// no width, soft hyphens, fillers that look like spaces, marks of annotations and of what Word had
  /// embedded, tags, and what Unicode keeps free. Joiners and variation selectors are not among them,
  /// since they change what is seen, nor are the selectors of Mongolian.
  public var isInvisible: Bool {
    switch value {
    case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0x3000...0x3163, 0x3165...0x9FFF: false
    case 0...0x9F, 0xAD, 0x034F, 0x061C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x200B, 0x200E, 0x200F,
      0x2028...0x202E, 0x2060...0x206F, 0x2800, 0x3164, 0xFDD0...0xFDEF, 0xFEFF, 0xFFA0,
      0xFFF0...0xFFFC, 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A, 0xE0000...0xE00FF, 0xE01F0...0xE0FFF:
      true
    default: value & 0xFFFE == 0xFFFE
    }
  }

  /// Whether it joins characters, or selects a variant of the one before it, and is not seen itself.
  var isJoinerOrSelector: Bool {
    switch value {
    case 0x180B...0x180F, 0x200C, 0x200D, 0xFE00...0xFE0F, 0xE0100...0xE01EF: true
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
