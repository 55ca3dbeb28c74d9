/// The year of the budget, weighed from all that says something about it.
///
/// What stands first in a file says nothing: tables that compare with last year name last year first.
/// So titles and names count most, then the lines over tables, then the words; columns that compare
/// years count least. The order of the files does not matter.
struct FiscalYear {
  /// The year.
  let year: Int
  /// What names another year, for a person to look at.
  let remarks: [Remark]

  /// Weighs the evidence, or takes the year that the user gave. Throws ``ImportFailure`` where nothing
  /// names a year, or the evidence is at odds with itself: a wrong guess would put last year's
  /// figures in this year's columns.
  init(_ evidence: YearEvidence, given: Int?) throws(ImportFailure) {
    let year = if let given { given } else { try Self.agreed(evidence) }
    self.year = year
    remarks = evidence.statements(besides: year).summaries.map { place, text in
      Remark(place: place, message: "\(text)，报告按 \(year) 年导入；请核对。")
    }
  }

  /// The year that the evidence names and nothing of weight contradicts.
  private static func agreed(_ evidence: YearEvidence) throws(ImportFailure) -> Int {
    let statements = evidence.titles + evidence.names + evidence.tables
    guard let year = weighed(evidence) else {
      guard !statements.isEmpty else {
        throw ImportFailure(
          .content, file: "", "从文件里看不出是哪一年的预算，请用 --year 指明，例如 --year 2021。")
      }
      throw doubt(statements)
    }
    // A column of one earlier year is there in any budget; one of a later year in none.
    let columns = evidence.columns.years
    let latest = columns.max() ?? year
    let saysYears = !evidence.tables.isEmpty || columns.count > 1
    let isOfOtherYears = saysYears && !evidence.tables.years.union(columns).contains(year)
    guard latest <= year, !isOfOtherYears else {
      let sentences = statements.isEmpty ? evidence.sentences.filter { $0.year == year } : []
      throw doubt(statements + sentences + evidence.columns.filter { $0.year == latest })
    }
    return year
  }

  /// The year that the weightiest evidence names; `nil` if it names several, or there is none.
  private static func weighed(_ evidence: YearEvidence) -> Int? {
    let strong = (evidence.titles + evidence.names).years
    if !strong.isEmpty { return strong.count == 1 ? strong.first : nil }
    // A line over one table that was not changed is outvoted by those over the others.
    if !evidence.tables.isEmpty { return majority(evidence.tables.map(\.year)) }
    // Both look back, and none looks ahead.
    let named = [commonest(evidence.sentences.map(\.year)), evidence.columns.years.max()]
      .compactMap(\.self)
    return named.max() ?? commonest(evidence.others)
  }

  private static func doubt(_ statements: [YearStatement]) -> ImportFailure {
    let lines = statements.summaries.map { place, text in "  \(place)：\(text)" }
    let options = statements.years.sorted().map { "--year \($0)" }.joined(separator: " 或 ")
    return ImportFailure(
      .content, file: "",
      "年度前后不一致，没有导入：\n" + lines.joined(separator: "\n")
        + "\n请核对是不是拿错了文件，或写错了 --output；都没有错，就加上 \(options)，指明年度。")
  }

  /// The year that more than half of all names are.
  private static func majority(_ years: [Int]) -> Int? {
    commonest(years).flatMap { year in
      2 * years.count { $0 == year } > years.count ? year : nil
    }
  }

  /// The latest of the years that are named most often.
  private static func commonest(_ years: [Int]) -> Int? {
    let counts = Dictionary(grouping: years, by: { $0 }).mapValues(\.count)
    return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
  }
}
