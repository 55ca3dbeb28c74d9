import Budget

/// What sentences about changes and shares say, recognised by the words between their figures.
///
/// A pattern is recognised only where nothing else can be meant: the words between two figures are
/// a comparison without further clauses, or a direction and nothing more.
enum SentencePatterns {
  /// 增加 or 减少.
  enum Direction {
    case up
    case down

    var text: String { self == .up ? "增加" : "减少" }
  }

  static let up: [Word] = ["增加", "增长", "上升", "提高", "上涨", "升高", "增"]
  static let down: [Word] = ["减少", "下降", "降低", "压减", "下调", "负增长", "减", "降"]
  private static let changes = up + down
  private static let repetitions: [Word] = ["相比", "同比", "相比较", "合计", "共"]
  private static let openings: [Word] = ["比", "较", "相比", "与", "同", "相较", "和"]
  private static let same: [Word] = ["一致", "持平", "相同", "相等", "无变化", "没有变化"]
  private static let particles: [Word] = [
    "了", "约", "约为", "率为", "幅度为", "幅为", "率", "幅度", "幅", "为", "额",
  ]
  private static let rates: [Word] = ["幅度为", "变动幅度为", "变化幅度为", "变动率为", "比例为"]
  private static let shares: [Word] = ["的", "的比例为", "的比重为", "的比例", "的比重", "比例为", "比重为"]

  /// `，比2020年收入预算`: a comparison with the figure behind it. Commas at the beginning only.
  static func isComparison(_ words: ArraySlice<Unicode.Scalar>) -> Bool {
    let clause = words.trimmingMarks
    return clause.count <= 40 && clause.beginning(among: openings) != nil
      && !clause.contains(where: isBreak) && change(atEndOf: clause) == nil
  }

  /// `，比2020年财政拨款预算减少`: a comparison whose figure is not given, and its direction.
  static func comparisonWithChange(_ words: ArraySlice<Unicode.Scalar>) -> Direction? {
    let clause = words.trimmingMarks
    guard clause.count <= 40, clause.beginning(among: openings) != nil,
      !clause.contains(where: isBreak)
    else { return nil }
    return change(atEndOf: clause)
  }

  /// `减少`, `，增长了`, `（下降`: a direction and nothing else.
  static func change(_ words: ArraySlice<Unicode.Scalar>) -> Direction? {
    var rest = words.trimmingMarks
    // `相比减少` repeats the comparison.
    if let opening = rest.beginning(among: repetitions) {
      rest = rest.dropFirst(opening.scalars.count)
    }
    guard rest.count <= 6, rest.beginning(among: changes) != nil else { return nil }
    return change(atEndOf: rest)
  }

  /// Whether the words lead from an amount of change to its rate: `，减少`, `，`, `（`, `，增长率为`.
  static func leadsToRate(_ words: ArraySlice<Unicode.Scalar>) -> (leads: Bool, Direction?) {
    let rest = words.trimmingMarks
    if rest.isEmpty { return (!words.isEmpty && words.count <= 2, nil) }
    if let direction = change(rest) { return (true, direction) }
    return (rates.contains { $0.scalars.elementsEqual(rest) }, nil)
  }

  /// `，与2020年`…`一致`: the words behind the second figure.
  static func saysSame(_ words: ArraySlice<Unicode.Scalar>) -> Bool {
    words.trimmingMarks.beginning(among: same) != nil
  }

  /// `，与2020年财政预算数一致。`: a comparison with a figure of last year that is not given.
  static func saysSameAsLastYear(_ words: ArraySlice<Unicode.Scalar>, year: Int) -> Bool {
    let words = words.trimmingMarks
    guard words.beginning(among: openings) != nil else { return false }
    let clause = words.prefix { !isBreak($0) }
    return clause.count <= 40 && clause.ending(among: same) != nil
      && clause.containsAny(of: ["上年", "去年", Word(stringLiteral: "\(year - 1)年")])
  }

  /// `，占项目支出预算`.
  static func isShareOf(_ words: ArraySlice<Unicode.Scalar>) -> Bool {
    let clause = words.trimmingMarks
    return clause.first == "占" && clause.count <= 40 && !clause.contains(where: isBreak)
  }

  /// `的`, `的比重为`.
  static func isShare(_ words: ArraySlice<Unicode.Scalar>) -> Bool {
    let clause = words.trimmingMarks
    return shares.contains { $0.scalars.elementsEqual(clause) }
  }

  private static func change(atEndOf clause: ArraySlice<Unicode.Scalar>) -> Direction? {
    var rest = clause
    while let particle = rest.ending(among: particles) {
      rest = rest.dropLast(particle.scalars.count)
    }
    if rest.ending(among: down) != nil { return .down }
    return rest.ending(among: up) == nil ? nil : .up
  }

  static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
    // Chinese characters lie between the marks of either width.
    guard scalar.value < 0x4E00 || scalar.value >= 0xFF00 else { return false }
    return switch scalar {
    case "，", ",", "；", ";", "。", "：", ":", "！", "？", "\n": true
    default: false
    }
  }
}

extension ArraySlice<Unicode.Scalar> {
  /// Without the commas, opening parentheses and spaces at the beginning and spaces at the end.
  var trimmingMarks: ArraySlice<Unicode.Scalar> {
    var (start, end) = (startIndex, endIndex)
    while start < end, self[start].isOpeningMark { start += 1 }
    while start < end, self[end - 1] == " " || self[end - 1] == "\u{3000}" { end -= 1 }
    return self[start..<end]
  }
}

extension Unicode.Scalar {
  fileprivate var isOpeningMark: Bool {
    switch self {
    case "，", ",", "、", "（", "(", " ", "\u{3000}": true
    default: false
    }
  }
}
