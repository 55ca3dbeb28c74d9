/// A field of a CSV file: which bytes it is made of, and where it stands.
struct CSVField {
  /// The bytes between the separators, or between the quotes.
  let range: Range<Int>
  /// The same without white space at its ends.
  let content: Range<Int>
  /// The line of the first of them, from 1.
  let line: Int
  /// The column of the first of them in Unicode scalars, from 1.
  let column: Int
  /// Whether it stands between quotes, so that there may be line breaks in it.
  let isQuoted: Bool
  /// Whether a quote is written as two within it, so that its bytes are not yet its text.
  let hasDoubledQuotes: Bool
}

/// A record of a CSV file: one line, or several where quotes hold line breaks.
struct CSVRecord {
  /// More fields than any form has columns; further ones are counted, not kept, so that a line of
  /// a million commas costs no memory.
  static let maximumFields = 1_000

  /// The line that it begins on, from 1.
  private(set) var line = 1
  /// The fields, including blank ones at the end.
  private(set) var fields: [CSVField] = []
  /// How many fields there are, kept or not.
  private(set) var count = 0
  /// How many fields there are up to the last that is not blank: Excel pads rows with blank cells.
  private(set) var filledCount = 0

  /// Whether nothing stands in it.
  var isBlank: Bool { filledCount == 0 }

  mutating func begin(line: Int) {
    self.line = line
    fields.removeAll(keepingCapacity: true)
    count = 0
    filledCount = 0
  }

  mutating func append(_ field: CSVField) {
    count += 1
    if !field.content.isEmpty { filledCount = count }
    if count <= Self.maximumFields { fields.append(field) }
  }

  /// Makes one field of those in `range`, with what separates them.
  mutating func join(_ range: Range<Int>) {
    guard let first = fields[range].first, let last = fields[range].last else { return }
    let joined = CSVField(
      range: first.range.lowerBound..<last.range.upperBound,
      content: first.content.lowerBound..<last.content.upperBound, line: first.line,
      column: first.column, isQuoted: false, hasDoubledQuotes: false)
    fields.replaceSubrange(range, with: [joined])
    count -= range.count - 1
    if filledCount >= range.upperBound { filledCount -= range.count - 1 }
  }
}
