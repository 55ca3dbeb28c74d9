/// What separates the cells of a file, judged by its first line that is not blank.
enum CSVSeparator: Equatable {
  /// A separator that is read.
  case readable(UInt8)
  /// A separator that people type but that is not CSV.
  case unusable(Character)

  /// Counts the candidates in the header outside quotes. A comma or a tab decides, the more
  /// frequent of both; only without either do the unusable ones.
  init(headerOf bytes: [UInt8]) {
    var commas = 0
    var tabs = 0
    var other: Character?
    var inQuotes = false
    var isBlank = true
    scan: for (offset, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "\""): inQuotes.toggle()
      case 0x0A, 0x0D:
        if !isBlank, !inQuotes { break scan }
      case UInt8(ascii: ","): commas += inQuotes ? 0 : 1
      case UInt8(ascii: "\t"): tabs += inQuotes ? 0 : 1
      case UInt8(ascii: ";"): other = inQuotes ? other : other ?? ";"
      case 0xEF where !inQuotes && other == nil && offset + 2 < bytes.count:
        if bytes[offset + 1] == 0xBC, bytes[offset + 2] == 0x8C { other = "，" }
        if bytes[offset + 1] == 0xBC, bytes[offset + 2] == 0x9B { other = "；" }
      default: break
      }
      if byte > 0x20 && byte != UInt8(ascii: ",") { isBlank = false }
      if byte == 0x0A || byte == 0x0D, isBlank { (commas, tabs) = (0, 0) }
    }
    if tabs > commas {
      self = .readable(UInt8(ascii: "\t"))
    } else if commas == 0, let other {
      self = .unusable(other)
    } else {
      self = .readable(UInt8(ascii: ","))
    }
  }
}
