/// Writes paths where only ASCII is allowed.
package enum URLPath {
  /// The path with everything percent-encoded that a URL cannot hold as it is.
  package static func encoded(_ path: String) -> String {
    var encoded = ""
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        encoded.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        if "-._~:/?@!$&'()*+,;=".utf8.contains(byte) {
          encoded.unicodeScalars.append(Unicode.Scalar(byte))
        } else {
          let digits = String(byte, radix: 16, uppercase: true)
          encoded += "%" + (digits.count == 1 ? "0" + digits : digits)
        }
      }
    }
    return encoded
  }
}
