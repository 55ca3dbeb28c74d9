import Budget
import Foundation

/// The result of a check for programs; docs/check.md describes the fields.
struct CheckJSON {
  private let result: ContentCheck.Result

  init(_ result: ContentCheck.Result) {
    self.result = result
  }

  /// The object as text.
  func text() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(Document(result)), as: UTF8.self)
  }

  private struct Document: Encodable {
    let reports: Int
    let checks: Checks
    let figures: Figures
    let findings: [Entry]

    init(_ result: ContentCheck.Result) {
      reports = result.reports
      checks = Checks(
        passed: result.counts.passed, failed: result.counts.failed,
        unchecked: result.counts.unchecked)
      figures = Figures(result.counts)
      findings = result.findings.map(Entry.init)
    }
  }

  private struct Checks: Encodable {
    let passed, failed, unchecked: Int
  }

  private struct Figures: Encodable {
    let total, verified, external, acknowledged, failed, unchecked, unbound: Int

    init(_ counts: Verification.Counts) {
      total = counts.totalFigures
      verified = counts.figures[.verified] ?? 0
      external = counts.figures[.external] ?? 0
      acknowledged = counts.figures[.acknowledged] ?? 0
      failed = counts.figures[.failed] ?? 0
      unchecked = counts.figures[.unchecked] ?? 0
      unbound = counts.figures[.unbound] ?? 0
    }
  }

  private struct Entry: Encodable {
    let rule, severity, file: String
    let line, column: Int
    let message: String
    let stated, expected, difference: String?
    let contributors: [Value]

    init(_ finding: Finding) {
      rule = finding.rule
      severity = finding.severity.rawValue
      file = finding.position.file
      line = finding.position.line
      column = finding.position.column
      message = finding.message
      stated = finding.stated
      expected = finding.expected
      difference = finding.difference
      contributors = finding.contributors.map(Value.init)
    }
  }

  private struct Value: Encodable {
    let side, sign, name, text, file: String
    let line, column: Int

    init(_ contributor: Contributor) {
      side = contributor.side.rawValue
      sign = contributor.isSubtracted ? "-" : "+"
      name = contributor.name
      text = contributor.text
      file = contributor.position.file
      line = contributor.position.line
      column = contributor.position.column
    }
  }
}
