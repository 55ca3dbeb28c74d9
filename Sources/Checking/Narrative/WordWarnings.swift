import Budget

extension CheckRun {
  /// Warns of placeholders and stray years in a passage.
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
        guard let length = Placeholders.length(at: place, in: scalars) else {
          place += 1
          continue
        }
        warnOfPlaceholder(passage, place..<(place + length))
        place += length
      case "1", "2":
        if let year = Years.year(at: place, in: scalars) {
          if isStray(year), !years.explain(place) { warnOfYear(year, passage, at: place) }
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

  /// Far years are history or plans; the near ones are what remains of another year's text.
  private func isStray(_ year: Int) -> Bool {
    let fiscal = report.fiscalYear
    return year != fiscal && year != fiscal - 1 && abs(year - fiscal) <= 5
  }

  private mutating func warnOfYear(_ year: Int, _ passage: Passage, at place: Int) {
    findings.append(
      Finding(
        .strayYear, at: passage.position(of: place), length: 5, severity: .warning,
        "本报告是\(report.fiscalYear)年度的，这里写的是\(year)年，请核对是不是上次材料里留下的年份。"))
  }
}

/// Words that stand where something was to be filled in.
enum Placeholders {
  private static let words: [Word] = [
    "待填写", "待补充", "待填", "待定", "待核实", "某某", "TODO", "TBD", "□□",
  ]

  /// How long the placeholder at `place` is; `nil` if there is none.
  static func length(at place: Int, in scalars: ArraySlice<Unicode.Scalar>) -> Int? {
    let first = scalars[place]
    switch first {
    case "X", "x", "×":
      return crosses(at: place, in: scalars)
    case "_", "＿":
      var end = place
      while end < scalars.endIndex, scalars[end] == first { end += 1 }
      return end - place >= 3 ? end - place : nil
    case "待", "某", "T", "□":
      return words.first { scalars.reads($0, at: place) }?.scalars.count
    default: return nil
    }
  }

  /// Two crosses or more that are no part of a Latin word or a product: `XX单位`, `××元`.
  private static func crosses(at place: Int, in scalars: ArraySlice<Unicode.Scalar>) -> Int? {
    var end = place
    while end < scalars.endIndex, "Xx×".unicodeScalars.contains(scalars[end]) { end += 1 }
    let isPart =
      place > scalars.startIndex && scalars[place - 1].isLatinOrDigit
      || end < scalars.endIndex && scalars[end].isLatinOrDigit
    return end - place >= 2 && !isPart ? end - place : nil
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
    return (1900..<2200).contains(year) ? year : nil
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

extension Unicode.Scalar {
  fileprivate var isLatinOrDigit: Bool {
    ("0"..."9").contains(self) || ("a"..."z").contains(self) || ("A"..."Z").contains(self)
  }
}
