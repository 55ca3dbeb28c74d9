import Budget

/// A paragraph, a list item's paragraph or a heading as one run of words, whose figures and places
/// in the source are known.
struct Passage {
  /// A figure that the passage prints.
  struct Figure {
    /// The figure; `nil` where a binding's words are not exactly one.
    let printed: PrintedFigure?
    /// The words as they appear.
    let text: String
    /// The place in ``Passage/scalars``.
    let range: Range<Int>
    let position: SourcePosition
    let bound: BoundFigure?
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
  /// From left to right.
  var figures: [Figure]
  private let runs: [Run]

  /// A stretch of words from one place of the source.
  fileprivate struct Run {
    let range: Range<Int>
    let position: SourcePosition?
    let bound: BoundFigure?
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

  init(_ inlines: [Inline], headingLevel: Int?, position: SourcePosition, listDepth: Int) {
    var builder = Builder()
    builder.add(inlines, isPlain: true)
    scalars = builder.scalars
    runs = builder.runs
    figures = []
    self.headingLevel = headingLevel
    self.position = position
    self.listDepth = listDepth
    figures = findFigures()
  }

  private func findFigures() -> [Figure] {
    var found = runs.compactMap { run in
      run.bound.map { bound in
        Figure(
          printed: PrintedFigure(bound.text), text: bound.text, range: run.range,
          position: bound.position, bound: bound, isBindable: false)
      }
    }
    guard scalars.contains(where: Self.isDigit) else { return found }
    let bound = found.map(\.range)
    for match in FigureScanner.figures(in: scalars)
    where !bound.contains(where: match.range.overlaps) {
      let run = runs.first { $0.range.contains(match.range.lowerBound) }
      found.append(
        Figure(
          printed: match.figure, text: text(match.range), range: match.range,
          position: position(of: match.range.lowerBound), bound: nil,
          isBindable: run.map {
            $0.isPlain && $0.position != nil && $0.range.upperBound >= match.range.upperBound
          } ?? false))
    }
    return bound.isEmpty
      ? found : found.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar) || ("０"..."９").contains(scalar)
  }

  /// Puts the inlines' words together.
  private struct Builder {
    var scalars: [Unicode.Scalar] = []
    var runs: [Run] = []

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
        case .figure(let figure): add(figure.text, figure.position, figure, isPlain: false)
        }
      }
    }

    private mutating func add(
      _ words: String, _ position: SourcePosition?, _ bound: BoundFigure? = nil, isPlain: Bool
    ) {
      let start = scalars.count
      scalars.append(contentsOf: words.unicodeScalars)
      runs.append(
        Run(range: start..<scalars.count, position: position, bound: bound, isPlain: isPlain))
    }
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
