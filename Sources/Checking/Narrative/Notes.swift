import Budget

extension CheckRun {
  /// Why a note does not acknowledge the disagreement that there is; `nil` if it does.
  ///
  /// A note speaks of certain numbers. When a cell or the figure itself changes later, the note
  /// must not go on hiding a disagreement that nobody has looked at.
  func objection(
    to bound: BoundFigure, _ printed: PrintedFigure, _ expected: ExactDecimal,
    _ notes: NoteFigures
  ) -> NoteObjection? {
    let unit = printed.measure.sign
    if let claimed = notes.expected, !claimed.contains(expected) {
      return NoteObjection(
        message: "说明“\(bound.note)”里写的应有数不是 \(expected)\(unit)，请核对后改正说明或数字。")
    }
    if let claimed = notes.stated {
      guard !claimed.contains(printed.number) else { return nil }
      return NoteObjection(
        message: "说明“\(bound.note)”里写的原文数字不是 \(bound.text)，请核对后改正说明或数字。")
    }
    let other = figures.first { other in
      other.state == .acknowledged && other.expected == expected
        && other.stated != printed.number
        && PrintedFigure(other.text)?.measure == printed.measure
    }
    guard let other else { return nil }
    return NoteObjection(
      message: "同一处差错，前面写的是“\(other.text)”，这里是“\(bound.text)”，请核对；"
        + "原件确实不同的，请在说明里写明“原文为\(bound.text)”。",
      other: other)
  }

  /// The finding that a note acknowledges whatever disagreement there is or is going to be, if it
  /// does not say what the number should be.
  func vagueness(
    of bound: BoundFigure, _ printed: PrintedFigure, _ expected: ExactDecimal,
    _ notes: NoteFigures
  ) -> Finding? {
    if notes.expected != nil { return nil }
    return Finding(
      .vagueNote, at: bound.position, length: bound.text.unicodeScalars.count, severity: .warning,
      "说明“\(bound.note)”没有写出应有的数，表中数字以后再有改动也不会提示；"
        + "请加上“应为\(expected)\(printed.measure.sign)”。")
  }
}

/// Why a note does not acknowledge a disagreement.
struct NoteObjection {
  let message: String
  /// The figure that says otherwise about the same mistake; either of the two may be wrong.
  var other: FigureResult?

  /// The other figure as a finding lists it.
  var contributors: [Contributor] {
    other.map {
      [
        Contributor(
          side: .left, isSubtracted: false, name: "正文", text: $0.text, position: $0.position)
      ]
    } ?? []
  }
}

/// The numbers that a note names: “原文为1239.72元，按表七计算应为3370.79元”.
struct NoteFigures {
  /// Behind 应为 and the like; `nil` if the note does not say.
  var expected: [ExactDecimal]?
  /// Behind 原文为 and the like; `nil` if the note does not say.
  var stated: [ExactDecimal]?

  private static let expectedWords: [Word] = ["应为", "应是", "应当为", "应当是", "实为"]
  private static let statedWords: [Word] = ["原文为", "原文是", "原文写", "原件为", "原件写", "误写为", "写为"]

  init(_ note: String, like printed: PrintedFigure) {
    let scalars = Array(note.unicodeScalars)
    var start = 0
    for match in FigureScanner.figures(in: note) where match.figure.measure == printed.measure {
      let words = scalars[start..<max(start, match.range.lowerBound)].trimmingMarks
      start = match.range.upperBound
      if words.ending(among: Self.expectedWords) != nil {
        expected = (expected ?? []) + [match.figure.number]
      } else if words.ending(among: Self.statedWords) != nil {
        stated = (stated ?? []) + [match.figure.number]
      }
    }
  }
}
