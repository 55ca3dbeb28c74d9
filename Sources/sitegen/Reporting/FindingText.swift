import Budget

/// Findings for people: place, weight, rule, message, and the line that is meant.
struct FindingText {
  /// The findings in reading order.
  let findings: [Finding]
  /// Where the lines come from.
  let excerpts: Excerpts

  /// One paragraph for each finding.
  var text: String {
    var text = ""
    for finding in findings { append(finding, to: &text) }
    return text
  }

  private func append(_ finding: Finding, to text: inout String) {
    append(finding.position, to: &text)
    text += ": \(finding.severity.title) [\(finding.rule)] "
    Self.append(harmless: finding.message, to: &text)
    text += "\n"
    if let line = excerpts.line(at: finding.position) { append(line, finding, to: &text) }
    for contributor in finding.contributors { append(contributor, to: &text) }
    text += "\n"
  }

  /// The line with a caret under what is meant. Long lines are cut around it.
  private func append(_ line: Excerpts.Line, _ finding: Finding, to text: inout String) {
    let number = String(finding.position.line)
    text += "  \(number) | "
    if line.isCutBefore { text += "…" }
    Self.append(harmless: line.before, tab: " ", to: &text)
    Self.append(harmless: line.after, tab: " ", to: &text)
    text += line.isCutAfter ? "…\n" : "\n"

    text += "  "
    var marks = Array(repeating: UInt8(ascii: " "), count: number.utf8.count)
    marks += line.isCutBefore ? " |  ".utf8 : " | ".utf8
    for scalar in line.before.unicodeScalars {
      marks += (Self.isWide(scalar) ? "\u{3000}" : " ").utf8
    }
    if line.after.isEmpty { marks += "^".utf8 }
    for scalar in line.after.unicodeScalars.prefix(max(1, finding.length)) {
      marks += (Self.isWide(scalar) ? "＾" : "^").utf8
    }
    text += String(decoding: marks, as: UTF8.self)
    text += "\n"
  }

  private func append(_ contributor: Contributor, to text: inout String) {
    text += contributor.side == .left ? "      左 " : "      右 "
    text += contributor.isSubtracted ? "− " : "＋ "
    Self.append(harmless: contributor.text.isEmpty ? "（空）" : contributor.text, to: &text)
    text += "  "
    Self.append(harmless: contributor.name, to: &text)
    text += "（"
    append(contributor.position, to: &text)
    text += "）\n"
  }

  private func append(_ position: SourcePosition, to text: inout String) {
    Self.append(harmless: position.file, to: &text)
    text += ":\(position.line):\(position.column)"
  }

  /// Appends a text with control characters made visible, line ends too: neither content nor the name
  /// of a file may steer the terminal, turn the direction of writing, or begin a line that looks like
  /// a message.
  private static func append(
    harmless part: String, tab: Unicode.Scalar = "␉", to text: inout String
  ) {
    guard part.unicodeScalars.contains(where: { visible($0, tab: tab) != $0 }) else {
      text += part
      return
    }
    for scalar in part.unicodeScalars { text.unicodeScalars.append(visible(scalar, tab: tab)) }
  }

  /// The character, or what stands for it if it would not be seen.
  private static func visible(_ scalar: Unicode.Scalar, tab: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x09: tab
    case 0...0x1F: Unicode.Scalar(0x2400 + scalar.value) ?? "?"
    case 0x7F...0x9F: "␡"
    case 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF: "\u{FFFD}"
    default: scalar
    }
  }

  /// Whether a character is two columns wide in a terminal, as Chinese ones are, and the ideographic
  /// space.
  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}

extension Finding.Severity {
  /// What people call it.
  var title: String {
    switch self {
    case .error: "错误"
    case .warning: "警告"
    case .acknowledged: "已注明"
    }
  }
}
