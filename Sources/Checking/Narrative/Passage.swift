import Budget

/// A paragraph, a list item's paragraph or a heading as one run of words, whose figures and places
/// in the source are known.
///
/// A class, because all checks look at the same passages.
final class Passage {
  /// A figure that the passage prints.
  struct Figure {
    /// The figure; `nil` where a binding's words are not exactly one.
    let printed: PrintedFigure?
    /// The place in ``Passage/scalars``.
    let range: Range<Int>
    /// The index in ``Passage/bound``; `nil` without a binding.
    let binding: Int?
    /// Whether it stands in plain words, where a binding can be written around it.
    let isBindable: Bool
    /// Whether it has a binding that cannot be read, or one behind it that is written so that it is
    /// none; loading has reported that.
    var isMiswritten = false
    /// The index of its result in ``CheckRun/figures``, once it has one.
    var result: Int?
  }

  /// 1…6 for a heading.
  let headingLevel: Int?
  /// Where it begins.
  let position: SourcePosition
  /// How deep it stands in lists; 0 outside.
  let listDepth: Int
  /// All figures from left to right.
  var figures: [Figure]
  private let words: NarrativeWords
  private let range: Range<Int>
  private let runs: Range<Int>

  /// The words, scalar by scalar; their places are those in the whole narrative.
  var scalars: ArraySlice<Unicode.Scalar> { words.scalars[range] }

  /// The bound figures of the narrative, those of the passage among them.
  var bound: [BoundFigure] { words.bound }

  /// The words.
  var text: String { scalars.text }

  func text(_ range: Range<Int>) -> String { words.scalars[range].text }

  /// Where a scalar stands in the source; if that is not known, as in code, where the last one of
  /// the words before does.
  func position(of place: Int) -> SourcePosition {
    let next = words.runs[runs].firstPlace { $0.range.lowerBound <= place }
    guard next > runs.lowerBound, let located = words.runs[next - 1].located,
      located >= runs.lowerBound, let start = words.runs[located].position
    else { return position }
    let run = words.runs[located]
    let offset = min(place - run.range.lowerBound, max(0, run.extent - 1))
    return SourcePosition(file: start.file, line: start.line, column: start.column + offset)
  }

  /// The words of a figure as they appear.
  func text(of figure: Figure) -> String {
    figure.binding.map { bound[$0].text } ?? text(figure.range)
  }

  /// Where a figure stands.
  func position(of figure: Figure) -> SourcePosition {
    figure.binding.map { bound[$0].position } ?? position(of: figure.range.lowerBound)
  }

  init(_ words: NarrativeWords, _ place: WordReader.Place) {
    self.words = words
    headingLevel = place.headingLevel
    position = place.position
    listDepth = place.listDepth
    range = place.scalars
    runs = place.runs
    figures = Self.figures(words, place)
  }

  private static func figures(_ words: NarrativeWords, _ place: WordReader.Place) -> [Figure] {
    let scalars = words.scalars[place.scalars]
    var found = place.bound.map { index in
      let range = words.boundRanges[index]
      return Figure(
        printed: PrintedFigure(scalars[range]), range: range, binding: index, isBindable: false)
    }
    var foundAnother = false
    let (bound, runs) = (words.boundRanges[place.bound], words.runs[place.runs])
    for match in FigureScanner.figures(in: scalars) {
      let neighbour = bound.firstPlace { $0.upperBound <= match.range.lowerBound }
      if neighbour < bound.endIndex, bound[neighbour].overlaps(match.range) { continue }
      let place = runs.firstPlace { $0.range.upperBound <= match.range.lowerBound }
      let run = runs[place..<min(place + 1, runs.endIndex)].first
      let plain = run.flatMap {
        $0.kind == .plain && $0.position != nil && $0.range.upperBound >= match.range.upperBound
          ? $0.range : nil
      }
      // Within the words of one place, as loading looks for it: escapes say that none is meant.
      let isMiswritten =
        plain.map {
          BindingNotation(at: match.range.upperBound, in: words.scalars[$0]) != nil
        } ?? (run?.kind == .misbound)
      found.append(
        Figure(
          printed: match.figure, range: match.range, binding: nil,
          isBindable: plain != nil && !isMiswritten, isMiswritten: isMiswritten))
      foundAnother = true
    }
    if foundAnother, !place.bound.isEmpty {
      found.sort { $0.range.lowerBound < $1.range.lowerBound }
    }
    return found
  }
}
