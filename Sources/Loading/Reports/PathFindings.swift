import Budget

/// What is wrong with the names of a report's files, of which there may be any number.
struct PathFindings {
  private static let limit = 50
  private var kept: [Finding] = []
  private var hidden: (errors: Int, others: Int) = (0, 0)

  /// Adds a finding; beyond the limit it is only counted, and never made.
  mutating func append(
    severity: Finding.Severity = .error, _ finding: @autoclosure () -> Finding
  ) {
    if kept.count < Self.limit {
      kept.append(finding())
    } else if severity == .error {
      hidden.errors += 1
    } else {
      hidden.others += 1
    }
  }

  /// The findings, the last saying how many more there are.
  func all() -> [Finding] {
    guard hidden.errors + hidden.others > 0, let last = kept.last else { return kept }
    let more = "这个文件夹里还有 \(hidden.errors + hidden.others) 个文件也是这样，没有列出。"
    return kept + [
      Finding(
        .tooManyFindings, at: last.position, severity: hidden.errors > 0 ? .error : .warning, more)
    ]
  }
}
