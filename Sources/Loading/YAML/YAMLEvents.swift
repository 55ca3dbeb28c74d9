import CYaml

/// The events of a YAML text, one after the other, from libyaml: the parser that Yams brings along
/// and itself stands on, and that makes no tree.
struct YAMLEvents: ~Copyable {
  /// A stretch of a YAML text that means something.
  enum Event {
    case scalar(text: String, Style)
    case sequenceStart, sequenceEnd, mappingStart, mappingEnd
    /// What another place with an anchor says, by the anchor's name.
    case alias
    case documentStart, documentEnd, streamStart, streamEnd
  }

  /// How a scalar is written.
  enum Style {
    case plain, singleQuoted, doubleQuoted, block
  }

  /// The text is not YAML.
  struct SyntaxError: Error {}

  /// The line of the event read last, from 1.
  private(set) var line = 1
  /// The column of the event read last, from 1, in characters.
  private(set) var column = 1
  /// Whether the event read last has an anchor.
  private(set) var hasAnchor = false
  // libyaml's parser holds its own address.
  private let parser: UnsafeMutablePointer<yaml_parser_t>

  /// Calls `body` with the events of a text in UTF-8, which are there as long as it runs.
  static func with<Result>(_ bytes: [UInt8], _ body: (inout YAMLEvents) -> Result) -> Result {
    bytes.withUnsafeBufferPointer { buffer in
      var events = YAMLEvents()
      yaml_parser_set_encoding(events.parser, YAML_UTF8_ENCODING)
      yaml_parser_set_input_string(events.parser, buffer.baseAddress, buffer.count)
      return body(&events)
    }
  }

  private init() {
    parser = .allocate(capacity: 1)
    parser.initialize(to: yaml_parser_t())
    yaml_parser_initialize(parser)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deinitialize(count: 1)
    parser.deallocate()
  }

  /// Reads the next event. There is none behind the end of the stream.
  mutating func next() throws(SyntaxError) -> Event {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { throw SyntaxError() }
    defer { yaml_event_delete(&event) }
    line = Int(event.start_mark.line) + 1
    column = Int(event.start_mark.column) + 1
    hasAnchor = false
    switch event.type {
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      hasAnchor = scalar.anchor != nil
      let text = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      return .scalar(text: String(decoding: text, as: UTF8.self), Style(scalar.style))
    case YAML_SEQUENCE_START_EVENT:
      hasAnchor = event.data.sequence_start.anchor != nil
      return .sequenceStart
    case YAML_MAPPING_START_EVENT:
      hasAnchor = event.data.mapping_start.anchor != nil
      return .mappingStart
    case YAML_SEQUENCE_END_EVENT: return .sequenceEnd
    case YAML_MAPPING_END_EVENT: return .mappingEnd
    case YAML_ALIAS_EVENT: return .alias
    case YAML_DOCUMENT_START_EVENT: return .documentStart
    case YAML_DOCUMENT_END_EVENT: return .documentEnd
    case YAML_STREAM_START_EVENT: return .streamStart
    case YAML_STREAM_END_EVENT: return .streamEnd
    default: throw SyntaxError()
    }
  }
}

extension YAMLEvents.Style {
  fileprivate init(_ style: yaml_scalar_style_t) {
    self =
      switch style {
      case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
      case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
      case YAML_LITERAL_SCALAR_STYLE, YAML_FOLDED_SCALAR_STYLE: .block
      default: .plain
      }
  }
}
