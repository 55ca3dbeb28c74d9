/// Resolves `&amp;` and its like.
enum CharacterReferences {
  private static let named: [String: Unicode.Scalar] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}",
  ]
  /// The longest reference that is looked for.
  private static let longest = 12

  /// The text with its references resolved; unknown ones stay as they are.
  static func resolved(_ bytes: ArraySlice<UInt8>) -> String {
    guard bytes.contains(UInt8(ascii: "&")) else { return String(decoding: bytes, as: UTF8.self) }
    var text: [UInt8] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let rest = bytes[index...].prefix(longest)
      if bytes[index] == UInt8(ascii: "&"), let end = rest.firstIndex(of: UInt8(ascii: ";")),
        let scalar = scalar(String(decoding: bytes[(index + 1)..<end], as: UTF8.self))
      {
        text += Array(String(Character(scalar)).utf8)
        index = end + 1
      } else {
        text.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static func scalar(_ name: String) -> Unicode.Scalar? {
    guard name.hasPrefix("#") else { return named[name] }
    let digits = name.dropFirst()
    let isHexadecimal = digits.hasPrefix("x") || digits.hasPrefix("X")
    let value = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return value.flatMap(Unicode.Scalar.init)
  }
}
