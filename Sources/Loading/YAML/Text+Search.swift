import Budget

extension String {
  /// How many Unicode scalars stand before the first occurrence of `part`.
  func scalarOffset(of part: String) -> Int? {
    var text = self
    var part = part
    return text.withUTF8 { text in
      part.withUTF8 { wanted in
        guard let first = wanted.first, wanted.count <= text.count else { return nil }
        var scalars = 0
        for start in 0...(text.count - wanted.count) {
          if text[start] == first, text[start...].starts(with: wanted) { return scalars }
          if text[start] & 0xC0 != 0x80 { scalars += 1 }
        }
        return nil
      }
    }
  }

  /// The text with every occurrence of `part` replaced.
  func replacing(_ part: String, with text: String) -> String {
    var result: [UInt8] = []
    let bytes = Array(utf8)
    let wanted = Array(part.utf8)
    var index = 0
    while index < bytes.count {
      if bytes[index] == wanted.first, bytes[index...].starts(with: wanted) {
        result += text.utf8
        index += wanted.count
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The text without white space at its ends.
  var trimmed: String {
    let scalars = unicodeScalars
    guard let first = scalars.first, let last = scalars.last, first.isSpace || last.isSpace else {
      return self
    }
    guard let start = scalars.firstIndex(where: { !$0.isSpace }),
      let end = scalars.lastIndex(where: { !$0.isSpace })
    else { return "" }
    return String(scalars[start...end])
  }
}
