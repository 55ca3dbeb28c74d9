import Budget

/// The findings of one file, at most so many: a file in a wrong format would give thousands.
struct CappedFindings {
  /// The file that they are about.
  let file: String
  private let limit: Int
  private var kept: [Finding] = []
  private var hiddenErrors = 0
  private var hiddenWarnings = 0

  /// No findings yet about `file`.
  init(file: String, limit: Int) {
    self.file = file
    self.limit = limit
  }

  /// Whether nothing was found.
  var isEmpty: Bool { kept.isEmpty }

  /// Adds a finding; beyond the limit it is only counted, and its message never made.
  mutating func add(
    _ rule: Rule, line: Int, column: Int, length: Int = 1, severity: Finding.Severity = .error,
    _ message: @autoclosure () -> String
  ) {
    add(severity) { [file] in
      Finding(
        rule, at: SourcePosition(file: file, line: line, column: column), length: length,
        severity: severity, message())
    }
  }

  /// Adds a finding that is made already.
  mutating func add(_ finding: Finding) {
    add(finding.severity) { finding }
  }

  private mutating func add(_ severity: Finding.Severity, _ make: () -> Finding) {
    guard kept.count < limit else {
      if severity == .error { hiddenErrors += 1 } else { hiddenWarnings += 1 }
      return
    }
    kept.append(make())
  }

  /// Adds a finding about a cell.
  mutating func add(
    _ rule: Rule, at cell: Cell, severity: Finding.Severity = .error,
    _ message: @autoclosure () -> String
  ) {
    add(
      rule, line: Int(cell.line), column: Int(cell.column),
      length: min(80, cell.text.unicodeScalars.count), severity: severity, message())
  }

  /// The findings in reading order, the last saying how many more there are.
  func all() -> [Finding] {
    var sorted = kept.inReadingOrder()
    guard hiddenErrors + hiddenWarnings > 0, let last = sorted.last else { return sorted }
    sorted.append(.more(errors: hiddenErrors, others: hiddenWarnings, behind: last))
    return sorted
  }
}
