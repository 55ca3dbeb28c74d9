/// Writes paths where only ASCII is allowed.
package enum URLPath {
  /// The path with everything percent-encoded that a URL cannot hold as it is.
  package static func encoded(_ path: String) -> String {
    guard !path.utf8.allSatisfy(isAllowed) else { return path }
    let digits = Array("0123456789ABCDEF".utf8)
    var encoded: [UInt8] = []
    for byte in path.utf8 {
      if isAllowed(byte) {
        encoded.append(byte)
      } else {
        encoded += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: encoded, as: UTF8.self)
  }

  private static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "-._~:/?@!$&'()*+,;=".utf8.contains(byte)
    }
  }
}
