/// Writes ids as link fragments.
enum LinkFragment {
  /// The id with what a URL cannot hold percent-encoded. Chinese stays readable: HTML allows it in
  /// links, and a reviewer sees which cell is meant.
  static func encoded(_ id: String) -> String {
    var encoded = ""
    for scalar in id.unicodeScalars {
      switch scalar {
      case "%", "\"", "<", ">", "`", " ", "\\", "^", "{", "|", "}", "[", "]", "#":
        let digits = String(scalar.value, radix: 16, uppercase: true)
        encoded += "%" + digits
      default:
        encoded.unicodeScalars.append(scalar)
      }
    }
    return encoded
  }

  /// A link whose part behind the first `#` is an id as it is.
  static func encodedLink(_ link: String) -> String {
    guard let sharp = link.firstIndex(of: "#") else { return link }
    return String(link[...sharp]) + encoded(String(link[link.index(after: sharp)...]))
  }
}
