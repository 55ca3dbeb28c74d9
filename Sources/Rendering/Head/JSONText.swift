/// Writes JSON that may stand within a page's `<script>`.
enum JSONText {
  /// The text in quotes. Whatever could end the script or begin a comment in it is written as an
  /// escape, so that no content can leave its string.
  static func quoted(_ text: String) -> String {
    guard text.utf8.contains(where: mayNeedEscape) else { return "\"" + text + "\"" }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "<", ">", "&", "\u{2028}", "\u{2029}", "\u{7F}": quoted += escape(scalar)
      case _ where scalar.value < 0x20: quoted += escape(scalar)
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  private static func mayNeedEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0xE2 || special.contains(byte)
  }

  private static let special = ASCIISet("\"\\<>&\u{7F}")

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }
}

/// A JSON object that is written with one member a line, in the order given.
struct JSONObject {
  private var lines: [String] = []

  /// Adds a text; an empty one is left out.
  mutating func add(_ name: String, _ text: String?) {
    guard let text, !text.isEmpty else { return }
    lines.append(JSONText.quoted(name) + ": " + JSONText.quoted(text))
  }

  /// Adds a value that is JSON already.
  mutating func add(_ name: String, json: String) {
    lines.append(JSONText.quoted(name) + ": " + json)
  }

  /// Adds a list of values that are JSON already, each on a line; an empty one is left out.
  mutating func add(_ name: String, list: [String]) {
    guard !list.isEmpty else { return }
    lines.append(JSONText.quoted(name) + ": [\n" + list.joined(separator: ",\n") + "\n]")
  }

  /// The object over several lines.
  var text: String { "{\n" + lines.joined(separator: ",\n") + "\n}" }
  /// The object on one line.
  var line: String { "{" + lines.joined(separator: ", ") + "}" }
}
