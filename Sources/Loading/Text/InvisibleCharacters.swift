import Budget

/// Invisible characters that a notation's escapes bring in (`"\u202E"`, `&#8238;`), where the file's
/// own characters are harmless.
enum InvisibleCharacters {
  /// The finding for a text with such a character; `nil` for any other.
  static func finding(in text: String, at position: SourcePosition) -> Finding? {
    var text = text
    guard let offset = text.withUTF8({ UTF8Scan($0).firstControl }) else { return nil }
    let code = code(of: Array(text.utf8)[offset...])
    return Finding(
      .controlCharacter, at: position, "这里用转义写了看不见的字符 \(code)。请删去它，或把内容重新录入")
  }

  /// The character at the beginning of `bytes` by its number: U+202E.
  static func code(of bytes: ArraySlice<UInt8>) -> String {
    let scalar = String(decoding: bytes.prefix(4), as: UTF8.self).unicodeScalars.first
    let digits = String(scalar?.value ?? 0, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
