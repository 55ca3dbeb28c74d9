import Budget

/// Gathers the words of passages.
struct WordReader {
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
