import Budget

// libyaml, which Yams brings with it. Yams makes trees of its events, in which aliases are already
// followed and of a key that stands twice only one place is known; here the events themselves are read.
internal import CYaml

/// A place in a YAML text, both numbers from 1, the column in characters.
struct YAMLMark: Sendable, Hashable {
  let line: Int
  let column: Int
}

extension YAMLMark {
  fileprivate init(_ mark: yaml_mark_t) {
    self.init(line: Int(mark.line) + 1, column: Int(mark.column) + 1)
  }
}

/// One thing that stands in a YAML text.
struct YAMLEvent {
  /// What it is.
  enum Kind {
    case documentStart, documentEnd, streamEnd
    case sequenceStart, sequenceEnd, mappingStart, mappingEnd
    /// Another place's value.
    case alias
    /// A single text, without quotes and with escapes undone.
    case scalar(String, Style)
  }

  /// How a text is written.
  enum Style { case plain, singleQuoted, doubleQuoted, block }

  let kind: Kind
  /// Whether aliases can refer to it.
  let hasAnchor: Bool
  let mark: YAMLMark
}

/// Why a text is not YAML.
enum YAMLProblem: Error {
  /// It does not follow the grammar: what is wrong, and what it is within, in libyaml's words.
  case syntax(String, YAMLMark, within: (text: String, mark: YAMLMark)?)
  /// It has a character that YAML does not allow.
  case character
  /// What begins there is nested too deep to be read on.
  case tooDeep(YAMLMark)
  /// It is nothing but this text.
  case text(YAMLNode)
  /// Nothing can be said about it.
  case unknown

  /// Where it is seen, and where that begins which it is within; `nil` if its place says nothing of its
  /// cause.
  var place: (end: YAMLMark, start: YAMLMark)? {
    switch self {
    case .syntax(_, let mark, let context): return (mark, context?.mark ?? mark)
    case .text(let node):
      let mark = YAMLMark(line: node.position.line, column: node.position.column)
      return (mark, mark)
    case .character, .tooDeep, .unknown: return nil
    }
  }

  /// Whether it is within brackets that are not closed.
  var isWithinBrackets: Bool { surroundings.contains("flow") }

  /// Whether it is within quotes.
  var isWithinQuotes: Bool { surroundings.contains("quoted scalar") }

  /// Whether a colon is where a key cannot be, as in a text behind another colon.
  var isSecondColon: Bool {
    guard case .syntax(let problem, _, _) = self else { return false }
    return problem.contains("mapping values are not allowed")
  }

  /// What it is within, in libyaml's words.
  private var surroundings: String {
    guard case .syntax(_, _, let context?) = self else { return "" }
    return context.text
  }
}

/// The events of a YAML text, from front to back.
struct YAMLEvents: ~Copyable {
  /// It refers to itself, so that it has to stay where it is.
  private let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)

  /// The events of `bytes`, which have to stay where they are as long as events are read.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    yaml_parser_initialize(parser)
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
  }

  /// The next event.
  mutating func next() throws(YAMLProblem) -> YAMLEvent {
    var event = yaml_event_t()
    defer { yaml_event_delete(&event) }
    repeat {
      guard yaml_parser_parse(parser, &event) == 1 else { throw problem }
    } while event.type == YAML_STREAM_START_EVENT
    guard let kind = Self.kind(of: event) else { throw .unknown }
    return YAMLEvent(
      kind: kind, hasAnchor: Self.hasAnchor(event), mark: YAMLMark(event.start_mark))
  }

  private static func kind(of event: yaml_event_t) -> YAMLEvent.Kind? {
    switch event.type {
    case YAML_DOCUMENT_START_EVENT: .documentStart
    case YAML_DOCUMENT_END_EVENT: .documentEnd
    case YAML_STREAM_END_EVENT: .streamEnd
    case YAML_SEQUENCE_START_EVENT: .sequenceStart
    case YAML_SEQUENCE_END_EVENT: .sequenceEnd
    case YAML_MAPPING_START_EVENT: .mappingStart
    case YAML_MAPPING_END_EVENT: .mappingEnd
    case YAML_ALIAS_EVENT: .alias
    case YAML_SCALAR_EVENT:
      .scalar(
        String(
          decoding: UnsafeBufferPointer(
            start: event.data.scalar.value, count: event.data.scalar.length),
          as: UTF8.self), style(event.data.scalar.style))
    default: nil
    }
  }

  private static func style(_ style: yaml_scalar_style_t) -> YAMLEvent.Style {
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
    case YAML_LITERAL_SCALAR_STYLE, YAML_FOLDED_SCALAR_STYLE: .block
    default: .plain
    }
  }

  private static func hasAnchor(_ event: yaml_event_t) -> Bool {
    switch event.type {
    case YAML_SCALAR_EVENT: event.data.scalar.anchor != nil
    case YAML_SEQUENCE_START_EVENT: event.data.sequence_start.anchor != nil
    case YAML_MAPPING_START_EVENT: event.data.mapping_start.anchor != nil
    default: false
    }
  }

  /// Why there is no next event.
  private var problem: YAMLProblem {
    let state = parser.pointee
    switch state.error {
    case YAML_SCANNER_ERROR, YAML_PARSER_ERROR:
      return .syntax(
        state.problem.map { String(cString: $0) } ?? "", YAMLMark(state.problem_mark),
        within: state.context.map { context in
          let context = String(cString: context)
          return (context, Self.mark(of: context, in: state))
        })
    case YAML_READER_ERROR: return .character
    default: return .unknown
    }
  }

  /// Where that begins which a problem is within. Of a value that is missing between brackets, libyaml
  /// names the place where it is missing, so that the brackets' own place is looked up.
  private static func mark(of context: String, in state: yaml_parser_t) -> YAMLMark {
    guard context.contains("flow node"), let top = state.marks.top, top > state.marks.start else {
      return YAMLMark(state.context_mark)
    }
    return YAMLMark((top - 1).pointee)
  }
}
