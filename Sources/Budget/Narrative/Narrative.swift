/// The narrative of a report (情况说明) as a tree of blocks.
public struct Narrative: Sendable {
  /// The blocks from top to bottom.
  public let blocks: [Block]
  /// The file that it was read from.
  public let file: String

  /// A narrative of `blocks`.
  public init(blocks: [Block], file: String) {
    self.blocks = blocks
    self.file = file
  }
}

/// A block of a narrative.
public indirect enum Block: Sendable {
  /// A heading.
  case heading(Heading)
  /// A paragraph.
  case paragraph([Inline], SourcePosition)
  /// A list; each item is a sequence of blocks.
  case list(ListMarker, items: [[Block]])
  /// A quotation.
  case quote([Block])
  /// Text as typed.
  case code(String)
  /// A line across.
  case thematicBreak
  /// Where a chart or another part stands that the content names: `![…](chart:three-public)`.
  case placement(Placement)
}

/// A heading with its anchor.
public struct Heading: Sendable {
  /// 1…6.
  public let level: Int
  /// The words.
  public let content: [Inline]
  /// The id within the page: the words without white space, made unique; stable as long as the
  /// words are.
  public let anchor: String
  /// Where it stands.
  public let position: SourcePosition

  /// A heading out of its parts.
  public init(level: Int, content: [Inline], anchor: String, position: SourcePosition) {
    self.level = level
    self.content = content
    self.anchor = anchor
    self.position = position
  }
}

/// What stands before a list's items.
public enum ListMarker: Sendable, Hashable {
  /// A bullet.
  case bullet
  /// A number, counted up from `start`, followed by `delimiter` (`.` or `)`).
  case number(start: Int, delimiter: Character)
}

/// A part of the page that the narrative puts in its place.
public struct Placement: Sendable, Hashable {
  /// What it is.
  public enum Part: Sendable, Hashable {
    /// The chart with this id.
    case chart(String)
    /// The list of all tables.
    case tables
  }

  /// What it is.
  public let part: Part
  /// What the content calls it.
  public let title: String
  /// Where it stands.
  public let position: SourcePosition

  /// A part named `title`, placed at `position`.
  public init(part: Part, title: String, position: SourcePosition) {
    self.part = part
    self.title = title
    self.position = position
  }
}

/// A stretch of words.
public indirect enum Inline: Sendable {
  /// Words, as they appear.
  case text(String, SourcePosition)
  /// A line end in the source, which Chinese text does not show.
  case softBreak
  /// A line end on the page.
  case lineBreak
  /// Emphasis.
  case emphasis([Inline])
  /// Strong emphasis.
  case strong([Inline])
  /// Text as typed.
  case code(String)
  /// A link to elsewhere.
  case link(destination: String, title: String, [Inline])
  /// A picture: its file within the report's folder, as it is named there, its alternative text, and
  /// its place.
  case image(file: String, alternative: String, SourcePosition)
  /// A figure bound to cells.
  case figure(BoundFigure)
  /// Words whose binding cannot be read; loading says so, and nobody is told to bind them.
  case misbound([Inline])
}

/// A figure of the narrative with the expression that it must agree with.
public struct BoundFigure: Sendable, Hashable {
  /// The figure's index in the narrative, from 0; what check results refer to.
  public let index: Int
  /// The words as they appear: `60646633.13元`.
  public let text: String
  /// What it is bound to.
  public let expression: Expression
  /// The expression as written.
  public let expressionText: String
  /// The expression in canonical notation.
  public let formula: String
  /// The editor's note that acknowledges a disagreement; empty if there is none.
  public let note: String
  /// Where the words stand.
  public let position: SourcePosition

  /// A figure out of its parts. `formula` is the expression's description, if that is at hand.
  public init(
    index: Int, text: String, expression: Expression, expressionText: String,
    formula: String? = nil, note: String, position: SourcePosition
  ) {
    self.index = index
    self.text = text
    self.expression = expression
    self.expressionText = expressionText
    self.formula = formula ?? expression.description
    self.note = note
    self.position = position
  }
}

extension Sequence<Inline> {
  /// The words alone, as a reader hears them.
  @inlinable
  public var plainText: String {
    var text = ""
    for inline in self {
      switch inline {
      // Most texts are one piece, which need not be copied.
      case .text(let words, _), .code(let words):
        if text.isEmpty { text = words } else { text += words }
      case .softBreak: break
      case .lineBreak: text += "\n"
      case .emphasis(let inner), .strong(let inner), .link(_, _, let inner), .misbound(let inner):
        text += inner.plainText
      case .image(_, let alternative, _): text += alternative
      case .figure(let figure): text += figure.text
      }
    }
    return text
  }
}
