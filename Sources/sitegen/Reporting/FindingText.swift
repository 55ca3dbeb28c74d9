import Budget

/// Findings for people: place, weight, rule, message, and the line that is meant. As bytes, which is
/// how a build keeps them for the next one.
struct FindingText {
  /// One paragraph for each finding.
  private(set) var bytes: [UInt8] = []

  /// The text of findings in reading order, with lines out of `excerpts`.
  init(_ findings: [Finding], _ excerpts: Excerpts) {
    for finding in findings { append(finding, excerpts.line(at: finding.position)) }
  }

  private mutating func append(_ finding: Finding, _ line: Excerpts.Line?) {
    append(finding.position)
    append(": \(finding.severity.title) [\(finding.rule)] ")
    append(harmless: finding.message)
    append("\n")
    if let line { append(line, finding) }
    for contributor in finding.contributors { append(contributor) }
    append("\n")
  }

  /// The line with a caret under what is meant. Long lines are cut around it.
  private mutating func append(_ line: Excerpts.Line, _ finding: Finding) {
    let number = String(finding.position.line)
    append("  \(number) | ")
    if line.isCutBefore { append("…") }
    append(harmless: line.before, tab: " ")
    append(harmless: line.after, tab: " ")
    append(line.isCutAfter ? "…\n" : "\n")

    append("  ")
    for _ in number.utf8 { append(" ") }
    append(line.isCutBefore ? " |  " : " | ")
    for scalar in line.before.unicodeScalars { append(Self.isWide(scalar) ? "\u{3000}" : " ") }
    if line.after.isEmpty { append("^") }
    for scalar in line.after.unicodeScalars.prefix(max(1, finding.length)) {
      append(Self.isWide(scalar) ? "＾" : "^")
    }
    append("\n")
  }

  private mutating func append(_ contributor: Contributor) {
    append(contributor.side == .left ? "      左 " : "      右 ")
    append(contributor.isSubtracted ? "− " : "＋ ")
    append(harmless: contributor.text.isEmpty ? "（空）" : contributor.text)
    append("  ")
    append(harmless: contributor.name)
    append("（")
    append(contributor.position)
    append("）\n")
  }

  private mutating func append(_ position: SourcePosition) {
    append(harmless: position.file)
    append(":\(position.line):\(position.column)")
  }

  private mutating func append(_ part: String) {
    bytes.append(contentsOf: part.utf8)
  }

  /// Appends a text with control characters made visible, line ends too: neither content nor the name
  /// of a file may steer the terminal, turn the direction of writing, or begin a line that looks like
  /// a message.
  private mutating func append(harmless part: String, tab: Unicode.Scalar = "␉") {
    guard part.unicodeScalars.contains(where: { Self.visible($0, tab: tab) != $0 }) else {
      return append(part)
    }
    for scalar in part.unicodeScalars { append(String(Self.visible(scalar, tab: tab))) }
  }

  /// The character, or what stands for it if it would not be seen.
  private static func visible(_ scalar: Unicode.Scalar, tab: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x09: tab
    case 0...0x1F: Unicode.Scalar(0x2400 + scalar.value) ?? "?"
    case 0x7F...0x9F: "␡"
    case 0x200C, 0x200D: "\u{FFFD}"
    default: scalar.isInvisible ? "\u{FFFD}" : scalar
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
