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

  fileprivate init(_ words: NarrativeWords, _ place: WordReader.Place) {
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

/// The words of all passages one behind the other. Passages share it.
private final class NarrativeWords {
  /// The words, scalar by scalar.
  let scalars: [Unicode.Scalar]
  /// Where they come from.
  let runs: [WordReader.Run]
  /// The bound figures among them.
  let bound: [BoundFigure]
  /// Where each bound figure stands in ``scalars``.
  let boundRanges: [Range<Int>]

  init(_ reader: WordReader) {
    scalars = reader.scalars
    runs = reader.runs
    bound = reader.bound
    boundRanges = reader.boundRanges
  }
}

/// Gathers the words of passages.
private struct WordReader {
  /// Whether a binding can be written around words.
  enum Kind {
    /// It can.
    case plain
    /// There is one that cannot be read.
    case misbound
    /// They stand in code, in a link, or in a binding.
    case enclosed
  }

  /// A stretch of words from one place of the source.
  struct Run {
    let range: Range<Int>
    let position: SourcePosition?
    /// How many of the words stand there one behind the other.
    let extent: Int
    let kind: Kind
    /// The run itself, or the last one before whose position is known.
    let located: Int?
  }

  /// A passage's part of the words.
  struct Place {
    let headingLevel: Int?
    let position: SourcePosition
    let listDepth: Int
    let scalars: Range<Int>
    let runs: Range<Int>
    let bound: Range<Int>
  }

  private(set) var scalars: [Unicode.Scalar] = []
  private(set) var runs: [Run] = []
  private(set) var bound: [BoundFigure] = []
  private(set) var boundRanges: [Range<Int>] = []
  private(set) var places: [Place] = []

  /// The words of `blocks`, without text as typed.
  init(_ blocks: [Block]) {
    scalars.reserveCapacity(8_192)
    runs.reserveCapacity(512)
    bound.reserveCapacity(128)
    boundRanges.reserveCapacity(128)
    places.reserveCapacity(256)
    add(blocks, listDepth: 0)
  }

  private mutating func add(_ blocks: [Block], listDepth: Int) {
    for block in blocks {
      switch block {
      case .heading(let heading):
        add(heading.content, headingLevel: heading.level, at: heading.position, listDepth)
      case .paragraph(let inlines, let position):
        add(inlines, headingLevel: nil, at: position, listDepth)
      case .list(_, let items):
        for item in items { add(item, listDepth: listDepth + 1) }
      case .quote(let inner):
        add(inner, listDepth: listDepth)
      case .code, .thematicBreak, .placement:
        continue
      }
    }
  }

  private mutating func add(
    _ inlines: [Inline], headingLevel: Int?, at position: SourcePosition, _ listDepth: Int
  ) {
    let start = (scalars: scalars.count, runs: runs.count, bound: bound.count)
    add(inlines, .plain)
    places.append(
      Place(
        headingLevel: headingLevel, position: position, listDepth: listDepth,
        scalars: start.scalars..<scalars.count, runs: start.runs..<runs.count,
        bound: start.bound..<bound.count))
  }

  private mutating func add(_ inlines: [Inline], _ kind: Kind) {
    for inline in inlines {
      switch inline {
      case .text(let words, let position): add(words, position, kind)
      case .softBreak: break
      case .lineBreak: add("\n", nil, .enclosed)
      case .emphasis(let inner), .strong(let inner): add(inner, kind)
      case .code(let words): add(words, nil, .enclosed)
      case .link(_, _, let inner): add(inner, .enclosed)
      case .misbound(let inner): add(inner, .misbound)
      case .image: break
      case .figure(let figure):
        let start = scalars.count
        // There may be emphasis within its words.
        add(figure.text, figure.position, extent: 1, .enclosed)
        bound.append(figure)
        boundRanges.append(start..<scalars.count)
      }
    }
  }

  private mutating func add(
    _ words: String, _ position: SourcePosition?, extent: Int? = nil, _ kind: Kind
  ) {
    let start = scalars.count
    scalars.append(addingCapacity: words.utf8.count) { scalars in
      for scalar in words.unicodeScalars { scalars.append(scalar) }
    }
    let range = start..<scalars.count
    runs.append(
      Run(
        range: range, position: position, extent: extent ?? range.count, kind: kind,
        located: position == nil ? runs.last?.located : runs.count))
  }
}

extension Narrative {
  /// The passages from top to bottom, without text as typed.
  var passages: [Passage] {
    let reader = WordReader(blocks)
    let words = NarrativeWords(reader)
    return reader.places.map { Passage(words, $0) }
  }
}
