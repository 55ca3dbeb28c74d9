import Budget

/// Findings for people: place, weight, rule, message, and the line that is meant.
struct FindingText {
  /// The findings in reading order.
  let findings: [Finding]
  /// Where the lines come from.
  let excerpts: Excerpts

  /// One paragraph for each finding.
  var text: String {
    findings.map(paragraph).joined()
  }

  /// The text with control characters made visible: neither content nor the name of a file may
  /// steer the terminal, turn the direction of writing, or begin a line that looks like a message.
  private static func harmless(_ text: String) -> String {
    guard text.utf8.contains(where: mayBeControl) else { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0...0x1F: scalars.append(Unicode.Scalar(0x2400 + scalar.value) ?? "?")
      case 0x7F...0x9F: scalars.append("␡")
      case 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF: scalars.append("\u{FFFD}")
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }

  /// Whether a control character may begin with the byte; line ends are none here.
  private static func mayBeControl(_ byte: UInt8) -> Bool {
    byte < 0x20 && byte != 0x0A || byte == 0x7F || byte == 0xC2
  }

  private func paragraph(_ finding: Finding) -> String {
    let position = finding.position
    var text =
      "\(Self.harmless(position.file)):\(position.line):\(position.column): "
      + "\(finding.severity.title) [\(finding.rule)] \(Self.harmless(finding.message))\n"
    if let line = excerpts.line(at: position) { text += excerpt(line, finding) }
    for contributor in finding.contributors { text += self.contributor(contributor) }
    return text + "\n"
  }

  /// The line with a caret under what is meant. Long lines are cut around it.
  private func excerpt(_ line: Excerpts.Line, _ finding: Finding) -> String {
    let after = Array(line.after.unicodeScalars)
    let number = String(finding.position.line)
    let margin = String(repeating: " ", count: number.count)
    let caretWidth = max(1, min(finding.length, after.count))
    let padding = line.before.unicodeScalars.map { Self.blank(for: $0) }.joined()
    let carets = (0..<caretWidth).map { index in
      index < after.count && Self.isWide(after[index]) ? "＾" : "^"
    }.joined()
    let visible = Self.harmless((line.before + line.after).replacing("\t", with: " "))
    return
      "  \(number) | \(line.isCutBefore ? "…" : "")\(visible)\(line.isCutAfter ? "…" : "")\n"
      + "  \(margin) | \(line.isCutBefore ? " " : "")\(padding)\(carets)\n"
  }

  private func contributor(_ contributor: Contributor) -> String {
    let side = contributor.side == .left ? "左" : "右"
    let sign = contributor.isSubtracted ? "−" : "＋"
    let value = contributor.text.isEmpty ? "（空）" : contributor.text
    let position = contributor.position
    return "      \(side) \(sign) \(Self.harmless(value))  \(Self.harmless(contributor.name))"
      + "（\(Self.harmless(position.file)):\(position.line):\(position.column)）\n"
  }

  /// Chinese characters are two columns wide in a terminal, and so is the ideographic space.
  private static func blank(for scalar: Unicode.Scalar) -> String {
    isWide(scalar) ? "\u{3000}" : " "
  }

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
