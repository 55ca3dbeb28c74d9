/// Writes ids as link fragments.
enum LinkFragment {
  /// The id with what a URL cannot hold percent-encoded. Chinese stays readable: HTML allows it in
  /// links, and a reviewer sees which cell is meant.
  static func encoded(_ id: String) -> String {
    var encoded = ""
    for scalar in id.unicodeScalars {
      switch scalar {
      case "%", "\"", "<", ">", "`", " ", "\\", "^", "{", "|", "}", "[", "]", "#":
        encoded += "%" + hexadecimal(UInt8(scalar.value))
      default:
        encoded.unicodeScalars.append(scalar)
      }
    }
    return encoded
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return digits.count == 1 ? "0" + digits : digits
  }
}
