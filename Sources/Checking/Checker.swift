import Budget

/// Proves that a report's tables agree with each other, and its narrative with the tables.
public enum Checker {
  /// Makes every check of `report`.
  ///
  /// Under `strict` a figure without a binding stops publication. The result depends on nothing
  /// but the arguments; reports can be verified in parallel.
  public static func verify(_ report: Report, strict: Bool = false) -> Verification {
    verify(ReportIndex(report), strict: strict)
  }

  /// Makes every check of the report of `index`, whose lookups others can use afterwards.
  public static func verify(_ index: ReportIndex, strict: Bool = false) -> Verification {
    var run = CheckRun(index, strict: strict)
    let totals = run.largestTotals()
    run.checkTableSums()
    run.checkRelations()
    run.checkOverview()
    run.checkTableWriting(totals)
    run.checkNarrative(totals)
    return Verification(
      rules: run.rules, checks: run.checks, figures: run.figures,
      findings: run.findings.readable(), terms: run.bench.terms)
  }
}

/// What is known and found while one report is verified.
struct CheckRun {
  let report: Report
  let index: ReportIndex
  let strict: Bool
  var bench: Workbench
  var rules: [CheckRule] = []
  var checks: [CheckResult] = []
  var figures: [FigureResult] = []
  var findings: [Finding] = []

  init(_ index: ReportIndex, strict: Bool) {
    self.index = index
    self.strict = strict
    report = index.report
    bench = Workbench(index)
    rules.reserveCapacity(64)
    checks.reserveCapacity(512)
    figures.reserveCapacity(128)
  }
}
