/// Writes paths as URLs.
package enum URLPath {
  /// The path where only ASCII is allowed, with everything percent-encoded that a URL cannot hold as
  /// it is.
  package static func encoded(_ path: String) -> String {
    encoded(path, except: isAllowed)
  }

  /// A file's path as a link on a page beside it, with those characters percent-encoded that mean
  /// something in a URL; Chinese stays readable.
  static func relative(_ path: String) -> String {
    encoded(path) { $0 > 0x20 && $0 != 0x7F && !"%#?:\\".utf8.contains($0) }
  }

  private static func encoded(_ path: String, except isAllowed: (UInt8) -> Bool) -> String {
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
