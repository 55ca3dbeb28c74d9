/// How the text of a content file is written on disk.
public enum SourceEncoding: Sendable, Hashable, CaseIterable {
  /// UTF-8 without a byte-order mark.
  case utf8
  /// UTF-8 with one, as Windows' editors like to write it.
  case markedUTF8
  /// UTF-16 with a mark, the low byte of each unit first.
  case utf16LittleEndian
  /// UTF-16 with a mark, the high byte of each unit first.
  case utf16BigEndian
  /// GB18030, to which GBK and GB2312 belong.
  case gb18030

  /// What people and converters call it.
  public var name: String {
    switch self {
    case .utf8, .markedUTF8: "UTF-8"
    case .utf16LittleEndian: "UTF-16LE"
    case .utf16BigEndian: "UTF-16BE"
    case .gb18030: "GB18030"
    }
  }

  /// The byte-order mark at the file's beginning.
  var mark: [UInt8] {
    switch self {
    case .utf8, .gb18030: []
    case .markedUTF8: [0xEF, 0xBB, 0xBF]
    case .utf16LittleEndian: [0xFF, 0xFE]
    case .utf16BigEndian: [0xFE, 0xFF]
    }
  }

  /// The encoding whose mark a file begins with; `nil` if it has none.
  static func marked(_ bytes: [UInt8]) -> SourceEncoding? {
    [.utf16LittleEndian, .utf16BigEndian, .markedUTF8].first { bytes.starts(with: $0.mark) }
  }

  /// A file of this text, its mark included; `nil` if the encoding, as this machine knows it, does
  /// not have one of the characters.
  public func bytes(of text: String) -> [UInt8]? {
    switch self {
    case .utf8, .markedUTF8: return mark + text.utf8
    case .utf16LittleEndian, .utf16BigEndian, .gb18030:
      guard case .converted(let bytes) = Iconv.convert(Array(text.utf8)[...], to: name) else {
        return nil
      }
      return mark + bytes
    }
  }
}
