import Budget

/// Divides what is searched of a report into files of bounded size, one document a line.
///
/// The narrative and the tables never share a file, so a query for a name does not load words.
struct PartBuilder {
  /// From how many bytes on a new file is begun.
  static let limit = 16_384

  private let head: ScriptBuffer
  private let reportPath: String
  private var buffer = ScriptBuffer()
  private var tokenizer = Tokenizer()
  private(set) var files: [SearchFile] = []
  private var parts: [SearchEntry.Part] = []
  /// The line that says again, at the beginning of a further file, under what its lines stand.
  private var context: (line: ScriptBuffer, words: [String])?
  private var hasLines = false

  init(_ report: Report) {
    var head = ScriptBuffer()
    head.raw(",{\n\"name\":")
    head.string(report.title)
    head.raw(",\n\"title\":")
    head.string(report.shortTitle)
    head.raw(",\n\"department\":")
    head.string(report.department)
    head.raw(",\n\"year\":")
    head.number(report.fiscalYear)
    head.raw(",\n\"lines\":[\n")
    self.head = head
    reportPath = report.path
    begin()
    for label in [report.title, report.shortTitle, report.department] {
      tokenizer.add(label, isLabel: true)
    }
  }

  /// Adds one line, which `write` writes while it names what the line can be found by.
  mutating func line(_ write: (inout ScriptBuffer, inout Tokenizer) -> Void) {
    if buffer.count > Self.limit, hasLines {
      end()
      begin()
      if let context {
        buffer.append(context.line.bytes)
        hasLines = true
        for words in context.words { tokenizer.add(words, isLabel: false) }
      }
    }
    if hasLines { buffer.raw(",\n") }
    hasLines = true
    write(&buffer, &tokenizer)
  }

  /// Sets the line under which the following ones stand, and its words: the following lines can be
  /// found by them together with their own.
  mutating func setContext(_ words: [String], _ write: (inout ScriptBuffer) -> Void) {
    var line = ScriptBuffer()
    write(&line)
    context = (line, words)
  }

  /// Begins a new file for what follows, unless nothing stands in this one.
  mutating func divide() {
    context = nil
    guard hasLines else { return }
    end()
    begin()
  }

  /// Ends the last file. There is always one, for the report's own title.
  mutating func finish() -> (files: [SearchFile], parts: [SearchEntry.Part]) {
    if hasLines || files.isEmpty { end() }
    return (files, parts)
  }

  private mutating func begin() {
    buffer = ScriptBuffer()
    buffer.raw("sitegenSearch(")
    buffer.string("\(reportPath)/search-\(files.count).js")
    buffer.append(head.bytes)
    hasLines = false
  }

  private mutating func end() {
    buffer.raw("\n]});\n")
    files.append(SearchFile(path: "search-\(files.count).js", bytes: buffer.bytes))
    let found = tokenizer.take()
    parts.append(
      SearchEntry.Part(size: buffer.count, tokens: found.tokens, numbers: found.numbers))
  }
}
