import Budget

extension CheckRun {
  /// Warns of placeholders in a passage and, if the report's year is known, of stray years.
  mutating func checkWords(of passage: Passage) {
    let scalars = passage.scalars
    var years = YearSentences(scalars)
    var place = scalars.startIndex
    while place < scalars.endIndex {
      // Nearly all are Chinese characters that begin no placeholder.
      let scalar = scalars[place]
      if scalar.value >= 0x4E00, scalar != "待", scalar != "某", scalar != "＿" {
        place += 1
        continue
      }
      switch scalar {
      case "X", "x", "×", "_", "＿", "待", "某", "T", "□":
        guard let length = UnfilledWords.length(at: place, in: scalars) else {
          place += 1
          continue
        }
        warnOfPlaceholder(passage, place..<(place + length))
        place += length
      case "1"..."9":
        if let year = Years.year(at: place, in: scalars) {
          if report.fiscalYear != 0,
            Years.isStray(year, at: place, in: scalars, of: report.fiscalYear),
            !years.explain(place)
          {
            warnOfYear(year, passage, at: place)
          }
          place += 4
        } else {
          place += 1
        }
      default:
        place += 1
      }
    }
  }

  private mutating func warnOfPlaceholder(_ passage: Passage, _ range: Range<Int>) {
    findings.append(
      Finding(
        .placeholder, at: passage.position(of: range.lowerBound), length: range.count,
        severity: .warning, "“\(passage.text(range))”像是没有填写的占位文字，请补充或删去。"))
  }

  private mutating func warnOfYear(_ year: Int, _ passage: Passage, at place: Int) {
    let fiscal = report.fiscalYear
    let doubt = Years.isNear(year, fiscal) ? "是不是上次材料里留下的年份" : "年份是不是写错了"
    findings.append(
      Finding(
        .strayYear, at: passage.position(of: place), length: 5, severity: .warning,
        "本报告是\(fiscal)年度的，这里写的是\(year)年，请核对\(doubt)。"))
  }
}

/// Years in text.
enum Years {
  /// Why a sentence may speak of another year.
  fileprivate static let reasons: [Word] = [
    "评价", "自评", "决算", "绩效", "审计", "成立", "印发", "发布", "修订", "以来", "《", "〔", "规划", "文件",
    "改革", "五年", "时期",
  ]

  /// The year at `place`, written as four digits with 年 behind them.
  static func year(at place: Int, in scalars: ArraySlice<Unicode.Scalar>) -> Int? {
    guard place + 4 < scalars.endIndex, scalars[place + 4] == "年",
      place == scalars.startIndex || !scalars[place - 1].isLatinOrDigit
    else { return nil }
    var year = 0
    for scalar in scalars[place..<(place + 4)] {
      guard ("0"..."9").contains(scalar) else { return nil }
      year = year * 10 + Int(scalar.value - 0x30)
    }
    return year >= 1000 ? year : nil
  }

  /// What a year's own figures are called, right behind it; nobody tells those of long ago.
  private static let figureWords: [Word] = [
    "收入", "支出", "预算", "财政拨款", "财政预算", "部门预算", "部门收支", "基本支出", "项目支出", "一般公共预算", "政府性基金", "“三公”",
    "三公", "机关运行", "机构运行", "政府采购", "政府购买",
  ]

  /// Whether the year looks like none that a report of the year `fiscal` means.
  ///
  /// Near ones are what remains of another year's text. Far ones are history or plans (2012年印发,
  /// 2035年远景, 3000年历史), unless figures are said to be of them, or one digit is all that makes
  /// them impossible.
  static func isStray(
    _ year: Int, at place: Int, in scalars: ArraySlice<Unicode.Scalar>, of fiscal: Int
  ) -> Bool {
    if year == fiscal || year == fiscal - 1 { return false }
    if isNear(year, fiscal) { return true }
    guard (1900..<2100).contains(year) else {
      return isSlip(year, of: fiscal) || isSlip(year, of: fiscal - 1)
    }
    var next = place + 5
    if next < scalars.endIndex, scalars[next] == "度" { next += 1 }
    return scalars[min(next, scalars.endIndex)...].beginning(among: figureWords) != nil
  }

  static func isNear(_ year: Int, _ fiscal: Int) -> Bool { abs(year - fiscal) <= 5 }

  /// Whether one digit is wrong, or two neighbours are the wrong way round.
  private static func isSlip(_ year: Int, of other: Int) -> Bool {
    let (a, b) = (Array(String(year).utf8), Array(String(other).utf8))
    guard a.count == b.count else { return false }
    let wrong = a.indices.filter { a[$0] != b[$0] }
    if wrong.count == 1 { return true }
    return wrong.count == 2 && wrong[1] == wrong[0] + 1 && a[wrong[0]] == b[wrong[1]]
      && a[wrong[1]] == b[wrong[0]]
  }

  /// The sentence around `place`, up to the full stops.
  static func sentence(
    around place: Int, in scalars: ArraySlice<Unicode.Scalar>
  ) -> ArraySlice<Unicode.Scalar> {
    let start =
      scalars[..<place].lastIndex { $0 == "。" || $0 == "\n" }.map { $0 + 1 } ?? scalars.startIndex
    let end = scalars[place...].firstIndex { $0 == "。" || $0 == "\n" } ?? scalars.endIndex
    return scalars[start..<end]
  }
}

/// Whether the sentences of a passage say why they speak of other years. Each is read once, however
/// many years it has.
private struct YearSentences {
  private let scalars: ArraySlice<Unicode.Scalar>
  private var sentence: Range<Int>?
  private var isExplained = false

  init(_ scalars: ArraySlice<Unicode.Scalar>) {
    self.scalars = scalars
  }

  /// Whether the sentence around `place` does.
  mutating func explain(_ place: Int) -> Bool {
    if let sentence, sentence.contains(place) { return isExplained }
    let words = Years.sentence(around: place, in: scalars)
    sentence = words.indices
    isExplained = words.containsAny(of: Years.reasons)
    return isExplained
  }
}
