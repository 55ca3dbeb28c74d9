import Budget

/// Divides what is searched of a report into files of bounded size, one document a line.
///
/// Where a file ends depends on its letters and cells, never on how many digits an amount has, so
/// that a changed amount stays one changed line. For the same reason every line ends with a comma.
struct PartBuilder: ~Copyable {
  /// From what weight on a new file is begun: so many bytes, by rule of thumb.
  static let limit = 14_000
  /// What a line and a cell weigh whatever they hold, and each letter.
  private static let lineWeight = 16
  private static let cellWeight = 12
  private static let letterWeight = 3

  private let head: ScriptBuffer
  private let reportPath: String
  private var buffer = ScriptBuffer()
  private var tokenizer = Tokenizer()
  private var files: [SearchFile] = []
  private var contribution: SearchContribution
  /// The line that says again, at the beginning of a further file, under what its lines stand.
  private var context: (line: ScriptBuffer, words: [String])?
  private var hasLines = false
  private var weight = 0

  init(_ report: Report) {
    var head = ScriptBuffer()
    head.raw(",{\n\"name\":")
    head.string(report.title)
    head.raw(",\n\"title\":")
    head.string(report.shortTitle)
    head.raw(",\n\"department\":")
    head.string(report.department)
    head.raw(",\n\"lines\":[\n")
    self.head = head
    reportPath = report.path
    contribution = SearchContribution(path: report.path, fiscalYear: report.fiscalYear)
    begin()
    for label in [report.title, report.shortTitle, report.department] {
      tokenizer.add(label, isLabel: true)
    }
  }

  /// Adds one line: `write` writes it, says what it can be found by, and returns its letters.
  /// `cells` is how many cells it may have, blank or not.
  mutating func line(
    cells: Int = 0, _ write: (inout ScriptBuffer, inout Tokenizer) -> Int
  ) {
    makeRoom()
    hasLines = true
    let letters = write(&buffer, &tokenizer)
    buffer.raw(",\n")
    weight += Self.lineWeight + cells * Self.cellWeight + letters * Self.letterWeight
  }

  /// Counts a line that is left out, because nothing stands in its `cells`: as soon as an amount
  /// does, the lines behind it must not move to another file.
  mutating func skipLine(cells: Int) {
    makeRoom()
    weight += Self.lineWeight + cells * Self.cellWeight
  }

  /// Sets the line under which the following ones stand, and its words: the following lines can be
  /// found by them together with their own.
  mutating func setContext(_ words: [String], _ write: (inout ScriptBuffer) -> Void) {
    var line = ScriptBuffer()
    write(&line)
    line.raw(",\n")
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
  mutating func finish() -> ([SearchFile], SearchContribution) {
    if hasLines || files.isEmpty { end() }
    return (files, contribution)
  }

  private mutating func makeRoom() {
    guard weight > Self.limit, hasLines else { return }
    end()
    begin()
    guard let context else { return }
    buffer.append(context.line.bytes)
    hasLines = true
    for words in context.words { tokenizer.add(words, isLabel: false) }
  }

  private mutating func begin() {
    buffer = ScriptBuffer(capacity: 2 * Self.limit)
    buffer.raw("sitegenSearch(")
    buffer.string("\(reportPath)/search-\(files.count).js")
    buffer.append(head.bytes)
    hasLines = false
    weight = 0
  }

  private mutating func end() {
    buffer.raw("]});\n")
    files.append(SearchFile(path: "search-\(files.count).js", bytes: buffer.bytes))
    let found = tokenizer.take()
    contribution.append(labels: found.labels, others: found.others, numbers: found.numbers)
  }
}
