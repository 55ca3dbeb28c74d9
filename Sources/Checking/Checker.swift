import Budget

/// Proves that a report's tables agree with each other, and its narrative with the tables.
public enum Checker {
  /// Makes every check of `report`.
  ///
  /// Under `strict` a figure without a binding stops publication. The result depends on nothing
  /// but the arguments; reports can be verified in parallel.
  public static func verify(_ report: Report, strict: Bool = false) -> Verification {
    var run = CheckRun(report: report, strict: strict)
    run.checkTableSums()
    run.checkRelations()
    run.checkOverview()
    run.checkTableWriting()
    run.checkNarrative()
    return Verification(
      checks: run.checks, figures: run.figures, findings: run.findings.readable())
  }
}

/// What is known and found while one report is verified.
struct CheckRun {
  let report: Report
  let bench: Workbench
  let strict: Bool
  var checks: [CheckResult] = []
  var figures: [FigureResult] = []
  var findings: [Finding] = []

  init(report: Report, strict: Bool) {
    self.report = report
    self.strict = strict
    bench = Workbench(report)
    checks.reserveCapacity(512)
  }
}
