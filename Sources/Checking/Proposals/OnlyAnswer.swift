import Budget

/// Which candidate may be written without asking: what is written so counts as verified, and nobody
/// looks at it again.
extension Proposer {
  /// So many digits, zeros at the ends aside, agree with a cell by chance only once in a thousand
  /// reports or so. Shorter numbers (50万元, 3%) need words.
  private static let tellingDigits = 5

  /// The one value that the figure can only repeat; `nil` where a person has to decide.
  ///
  /// Never a computed one. Among several values only words decide: the figure has to be called just
  /// what one of the rows or facts is called, and none of the others.
  func onlyAnswer(among candidates: [Candidate]) -> Proposal? {
    guard let printed = figure.printed else { return nil }
    let start = place > 0 ? passage.figures[place - 1].range.upperBound : passage.scalars.startIndex
    let name = FigureName(
      ProjectName.before(
        figure.range.lowerBound, in: passage.scalars, from: min(start, figure.range.lowerBound)),
      fiscalYear: values.report.fiscalYear)
    let named = candidates.filter { candidate in candidate.value.map(name.calls) ?? false }
    let answer: Candidate
    if candidates.count == 1, printed.number.significantDigits >= Self.tellingDigits {
      answer = candidates[0]
    } else if named.count == 1 {
      answer = named[0]
    } else {
      return nil
    }
    guard let value = answer.value, name.mayBe(value) else { return nil }
    return answer.proposal
  }
}

/// What a sentence calls a figure: 2020年公务接待费 before 预算14784.24元.
private struct FigureName {
  private let words: ArraySlice<Unicode.Scalar>
  private let fiscalYear: Int
  /// The year that it says it is of.
  private var year: Int?

  private static let openings: [Word] = [
    "比", "较", "与", "同", "和", "其中", "本部门", "本单位", "本中心", "我部门", "我单位", "我中心", "安排",
  ]
  private static let lastYear: [Word] = ["上年度", "上年", "去年"]
  private static let thisYear: [Word] = ["本年度", "本年", "今年"]

  init(_ name: ArraySlice<Unicode.Scalar>, fiscalYear: Int) {
    self.fiscalYear = fiscalYear
    var rest = name
    while !rest.isEmpty {
      if let opening = rest.beginning(among: Self.openings) {
        rest = rest.dropFirst(opening.scalars.count)
      } else if let found = Years.year(at: rest.startIndex, in: rest) {
        year = found
        rest = rest.dropFirst(5)
        if rest.first == "度" { rest.removeFirst() }
      } else if let word = rest.beginning(among: Self.lastYear) {
        year = fiscalYear - 1
        rest = rest.dropFirst(word.scalars.count)
      } else if let word = rest.beginning(among: Self.thisYear) {
        year = fiscalYear
        rest = rest.dropFirst(word.scalars.count)
      } else {
        break
      }
    }
    words = rest
  }

  /// Whether it is what the row, if that is an item, or the fact is called.
  func calls(_ value: ReportValues.Value) -> Bool {
    guard value.isNamedByItself, !words.isEmpty, let own = value.words.first else { return false }
    let name = ProjectName.stripped(Array(own.unicodeScalars)[...])
    if name.elementsEqual(words) { return true }
    // A fact is mostly called with its year, and without the 年: 2020收入预算.
    guard let year else { return false }
    return name.filter { $0 != "年" }.elementsEqual(Array("\(year)".unicodeScalars) + words)
  }

  /// Whether the value can be one of the year that the sentence says.
  func mayBe(_ value: ReportValues.Value) -> Bool {
    guard let year else { return true }
    func says(_ year: Int) -> Bool {
      value.words.contains { word in
        word.contains("\(year)")
          || year == fiscalYear - 1 && Self.lastYear.contains { word.contains($0.text) }
      }
    }
    return year == fiscalYear ? !says(fiscalYear - 1) || says(fiscalYear) : says(year)
  }
}

extension ExactDecimal {
  /// How many digits there are without zeros at either end.
  fileprivate var significantDigits: Int {
    var rest = coefficient.magnitude
    guard rest != 0 else { return 0 }
    while rest % 10 == 0 { rest /= 10 }
    var digits = 0
    while rest != 0 {
      rest /= 10
      digits += 1
    }
    return digits
  }
}
