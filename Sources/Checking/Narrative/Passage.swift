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
    /// The index of its result in ``CheckRun/figures``, once it has one.
    var result: Int?
  }

  /// The words, scalar by scalar.
  let scalars: [Unicode.Scalar]
  /// 1…6 for a heading.
  let headingLevel: Int?
  /// Where it begins.
  let position: SourcePosition
  /// How deep it stands in lists; 0 outside.
  let listDepth: Int
  /// The bound figures from left to right.
  let bound: [BoundFigure]
  /// All figures from left to right.
  var figures: [Figure]
  private let runs: [Run]

  /// A stretch of words from one place of the source.
  fileprivate struct Run {
    let range: Range<Int>
    let position: SourcePosition?
    let isPlain: Bool
  }

  /// The words.
  var text: String { scalars.text }

  func text(_ range: Range<Int>) -> String {
    String(String.UnicodeScalarView(scalars[range]))
  }

  /// Where a scalar stands in the source, as far as it is known.
  func position(of offset: Int) -> SourcePosition {
    guard let run = runs.last(where: { $0.range.lowerBound <= offset && $0.position != nil }),
      let start = run.position
    else { return position }
    return SourcePosition(
      file: start.file, line: start.line, column: start.column + offset - run.range.lowerBound)
  }

  /// The words of a figure as they appear.
  func text(of figure: Figure) -> String {
    figure.binding.map { bound[$0].text } ?? text(figure.range)
  }

  /// Where a figure stands.
  func position(of figure: Figure) -> SourcePosition {
    figure.binding.map { bound[$0].position } ?? position(of: figure.range.lowerBound)
  }

  init(_ inlines: [Inline], headingLevel: Int?, position: SourcePosition, listDepth: Int) {
    var builder = Builder()
    builder.scalars.reserveCapacity(inlines.textLength)
    builder.add(inlines, isPlain: true)
    scalars = builder.scalars
    runs = builder.runs
    bound = builder.bound
    self.headingLevel = headingLevel
    self.position = position
    self.listDepth = listDepth
    figures = Self.figures(scalars, runs, bound: builder.boundRanges)
  }

  private static func figures(
    _ scalars: [Unicode.Scalar], _ runs: [Run], bound: [Range<Int>]
  ) -> [Figure] {
    var found = bound.indices.map { index in
      Figure(
        printed: PrintedFigure(scalars[bound[index]]), range: bound[index], binding: index,
        isBindable: false)
    }
    guard scalars.contains(where: isDigit) else { return found }
    var foundAnother = false
    for match in FigureScanner.figures(in: scalars[...])
    where !bound.contains(where: match.range.overlaps) {
      let run = runs.first { $0.range.contains(match.range.lowerBound) }
      let isBindable =
        run.map {
          $0.isPlain && $0.position != nil && $0.range.upperBound >= match.range.upperBound
        } ?? false
      found.append(
        Figure(
          printed: match.figure, range: match.range, binding: nil, isBindable: isBindable))
      foundAnother = true
    }
    if foundAnother, !bound.isEmpty { found.sort { $0.range.lowerBound < $1.range.lowerBound } }
    return found
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    (0x30...0x39).contains(scalar.value) || (0xFF10...0xFF19).contains(scalar.value)
  }

  /// Puts the inlines' words together.
  private struct Builder {
    var scalars: [Unicode.Scalar] = []
    var runs: [Run] = []
    var bound: [BoundFigure] = []
    var boundRanges: [Range<Int>] = []

    mutating func add(_ inlines: [Inline], isPlain: Bool) {
      for inline in inlines {
        switch inline {
        case .text(let words, let position):
          add(words, position, isPlain: isPlain)
        case .softBreak: break
        case .lineBreak: add("\n", nil, isPlain: false)
        case .emphasis(let inner), .strong(let inner): add(inner, isPlain: isPlain)
        case .code(let words): add(words, nil, isPlain: false)
        case .link(_, _, let inner): add(inner, isPlain: false)
        case .image: break
        case .figure(let figure):
          let start = scalars.count
          add(figure.text, figure.position, isPlain: false)
          bound.append(figure)
          boundRanges.append(start..<scalars.count)
        }
      }
    }

    private mutating func add(_ words: String, _ position: SourcePosition?, isPlain: Bool) {
      let start = scalars.count
      for scalar in words.unicodeScalars { scalars.append(scalar) }
      runs.append(Run(range: start..<scalars.count, position: position, isPlain: isPlain))
    }
  }
}

extension [Inline] {
  /// How many scalars their own words have at most.
  fileprivate var textLength: Int {
    var length = 0
    for inline in self {
      switch inline {
      case .text(let words, _), .code(let words): length += words.utf8.count
      case .figure(let figure): length += figure.text.utf8.count
      case .softBreak, .lineBreak, .emphasis, .strong, .link, .image: break
      }
    }
    return length
  }
}

extension Narrative {
  /// The passages from top to bottom, without text as typed.
  var passages: [Passage] {
    var passages: [Passage] = []
    Self.collect(blocks, listDepth: 0, into: &passages)
    return passages
  }

  private static func collect(_ blocks: [Block], listDepth: Int, into passages: inout [Passage]) {
    for block in blocks {
      switch block {
      case .heading(let heading):
        passages.append(
          Passage(
            heading.content, headingLevel: heading.level, position: heading.position,
            listDepth: listDepth))
      case .paragraph(let inlines, let position):
        passages.append(
          Passage(inlines, headingLevel: nil, position: position, listDepth: listDepth))
      case .list(_, let items):
        for item in items { collect(item, listDepth: listDepth + 1, into: &passages) }
      case .quote(let inner):
        collect(inner, listDepth: listDepth, into: &passages)
      case .code, .thematicBreak, .placement:
        continue
      }
    }
  }
}
