import Budget

/// Findings as workflow commands, which show them beside the changed lines of a pull request.
struct FindingAnnotations {
  /// The findings in reading order.
  let findings: [Finding]

  /// One command a line.
  var text: String {
    findings.map { finding in
      let place =
        "file=\(property(finding.position.file)),line=\(finding.position.line),"
        + "col=\(finding.position.column),title=\(property(finding.rule))"
      return "::\(command(finding.severity)) \(place)::\(escaped(finding.message))\n"
    }.joined()
  }

  private func command(_ severity: Finding.Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .acknowledged: "notice"
    }
  }

  private func escaped(_ text: String) -> String {
    // By scalars: with a combining mark behind it, a character would be another.
    text.unicodeScalars.map { scalar in
      switch scalar {
      case "%": "%25"
      case "\r": "%0D"
      case "\n": "%0A"
      default: String(scalar)
      }
    }.joined()
  }

  private func property(_ text: String) -> String {
    escaped(text).unicodeScalars.map { $0 == ":" ? "%3A" : $0 == "," ? "%2C" : String($0) }.joined()
  }
}
