/// How a cell looks. Every cell is centred vertically.
public struct CellStyle: Sendable, Hashable {
  /// The type of the letters.
  public enum Font: UInt8, Sendable {
    /// 11 points.
    case regular
    /// 11 points, bold.
    case bold
    /// 16 points, bold.
    case title
  }

  /// Where the contents stand in the width of the cell.
  public enum Alignment: UInt8, Sendable {
    /// Words at the left, numbers at the right.
    case general
    /// At the left.
    case left
    /// In the middle.
    case center
    /// At the right.
    case right
  }

  /// The type of the letters.
  public var font = Font.regular
  /// Where the contents stand.
  public var alignment = Alignment.general
  /// How many steps the words are moved from the left; at most 15 count.
  public var indent = 0
  /// The decimals of a number with thousands separators, at most 15; `nil` for words.
  public var decimals: Int?
  /// Whether words continue on a new line.
  public var wraps = false
  /// Whether lines are drawn around it.
  public var hasBorder = false
  /// Whether it is light grey, as headers are.
  public var isShaded = false
  /// Whether the program treats the contents as words even when someone edits the cell, as if an
  /// apostrophe stood before them.
  public var isQuoted = false

  /// Words in regular type.
  public init(
    font: Font = .regular, alignment: Alignment = .general, indent: Int = 0, decimals: Int? = nil,
    wraps: Bool = false, hasBorder: Bool = false, isShaded: Bool = false, isQuoted: Bool = false
  ) {
    self.font = font
    self.alignment = alignment
    self.indent = indent
    self.decimals = decimals
    self.wraps = wraps
    self.hasBorder = hasBorder
    self.isShaded = isShaded
    self.isQuoted = isQuoted
  }

  /// All of it as one number, which is compared faster than its parts.
  var packed: UInt32 {
    var bits = UInt32(font.rawValue) | UInt32(alignment.rawValue) << 2
    bits |= UInt32(min(max(indent, 0), 15)) << 4
    bits |= (decimals.map { UInt32(min(max($0, 0), 15)) } ?? 31) << 8
    bits |= (wraps ? 1 << 13 : 0) | (hasBorder ? 1 << 14 : 0)
    return bits | (isShaded ? 1 << 15 : 0) | (isQuoted ? 1 << 16 : 0)
  }
}

/// A style's place in a workbook.
public struct StyleID: Sendable, Hashable {
  let index: Int
}
