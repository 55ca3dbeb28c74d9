import Budget

/// Writes ids as link fragments.
package enum LinkFragment {
  /// The id with what a URL cannot hold percent-encoded. Chinese stays readable: HTML allows it in
  /// links, and a reviewer sees which cell is meant.
  package static func encoded(_ id: String) -> String {
    guard id.withBytes(isNeeded) else { return id }
    var encoded: [UInt8] = []
    for byte in id.utf8 {
      if isReserved(byte) {
        encoded.append(UInt8(ascii: "%"))
        encoded.append(contentsOf: String(byte, radix: 16, uppercase: true).utf8)
      } else {
        encoded.append(byte)
      }
    }
    return String(decoding: encoded, as: UTF8.self)
  }

  /// Whether any byte of an id cannot stand in a link as it is.
  static func isNeeded(_ id: UnsafeBufferPointer<UInt8>) -> Bool { id.contains(where: isReserved) }

  /// A link whose part behind the first `#` is an id as it is.
  static func encodedLink(_ link: String) -> String {
    guard let sharp = link.utf8.firstIndex(of: UInt8(ascii: "#")) else { return link }
    let id = link.utf8.index(after: sharp)
    guard link.utf8[id...].contains(where: isReserved) else { return link }
    return String(link[..<id]) + encoded(String(link[id...]))
  }

  /// Whether it is ASCII that cannot stand in a fragment; each is two hexadecimal digits long.
  private static func isReserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "%"), UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "`"), UInt8(ascii: " "), UInt8(ascii: "\\"), UInt8(ascii: "^"),
      UInt8(ascii: "{"), UInt8(ascii: "|"), UInt8(ascii: "}"), UInt8(ascii: "["),
      UInt8(ascii: "]"), UInt8(ascii: "#"):
      true
    default: false
    }
  }
}
