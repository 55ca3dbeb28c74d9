import Budget

/// Reads CSV (RFC 4180) record by record, in one pass and without recursion.
///
/// It is our own since every value needs its place in the file, and a fault must be named: SwiftCSV
/// keeps no positions, and gives ragged rows blanks without a word.
///
/// Beyond the RFC: CR, LF and CR LF end a record; white space around a quoted field is ignored; a
/// quote within an unquoted field is that character, as Excel has it (`3"管`, `="201"`). A quote
/// that is never closed ends with its line, so that the lines after it are still read.
struct CSVReader {
  private let bytes: [UInt8]
  private let separator: UInt8
  private var offset: Int
  private var line: Int
  private var column = 1

  /// A reader of the UTF-8 `bytes` from `offset` on, where `line` begins.
  init(_ bytes: [UInt8], separator: UInt8, from offset: Int = 0, line: Int = 1) {
    self.bytes = bytes
    self.separator = separator
    self.offset = offset
    self.line = line
  }

  /// Where the next record begins.
  var next: (offset: Int, line: Int) { (offset, line) }

  /// Reads the next record into `record`; false at the end.
  mutating func next(_ record: inout CSVRecord, reporting findings: inout CappedFindings) -> Bool {
    guard offset < bytes.count else { return false }
    record.begin(line: line)
    while true {
      record.append(readField(reporting: &findings))
      guard offset < bytes.count, bytes[offset] == separator else { break }
      offset += 1
      column += 1
    }
    endLine()
    return true
  }

  private mutating func readField(reporting findings: inout CappedFindings) -> CSVField {
    let start = (offset: offset, line: line, column: column)
    while offset < bytes.count, bytes[offset] == UInt8(ascii: " ") { advance() }
    if offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") {
      return readQuotedField(reporting: &findings)
    }
    skipToSeparator()
    return field(start.offset..<offset, line: start.line, column: start.column)
  }

  private mutating func readQuotedField(reporting findings: inout CappedFindings) -> CSVField {
    let quote = (line: line, column: column)
    advance()
    let start = (offset: offset, line: line, column: column)
    var doubled = false
    while offset < bytes.count {
      guard bytes[offset] == UInt8(ascii: "\"") else {
        advance()
        continue
      }
      if offset + 1 < bytes.count, bytes[offset + 1] == UInt8(ascii: "\"") {
        doubled = true
        advance()
        advance()
        continue
      }
      let range = start.offset..<offset
      advance()
      skipTextAfterQuote(openedAt: quote.line, reporting: &findings)
      return field(
        range, line: start.line, column: start.column, isQuoted: true,
        hasDoubledQuotes: doubled)
    }
    findings.add(
      .csvUnclosedQuote, line: quote.line, column: quote.column,
      "这个双引号没有配对的另一半。请在单元格内容的末尾补上双引号，或删去这一个")
    (offset, line, column) = start
    while offset < bytes.count, bytes[offset] != 0x0A, bytes[offset] != 0x0D { advance() }
    return field(start.offset..<offset, line: start.line, column: start.column)
  }

  private func field(
    _ range: Range<Int>, line: Int, column: Int, isQuoted: Bool = false,
    hasDoubledQuotes: Bool = false
  ) -> CSVField {
    CSVField(
      range: range, content: WhiteSpace.trimmed(bytes, range), line: line, column: column,
      isQuoted: isQuoted, hasDoubledQuotes: hasDoubledQuotes)
  }

  /// Skips spaces between a closing quote and the separator, and reports anything else there.
  private mutating func skipTextAfterQuote(
    openedAt quoteLine: Int, reporting findings: inout CappedFindings
  ) {
    let rest = (offset: offset, line: line, column: column)
    skipToSeparator()
    guard !WhiteSpace.isBlank(bytes, rest.offset..<offset) else { return }
    findings.add(
      .csvTextAfterQuote, line: rest.line, column: rest.column,
      "双引号（从第 \(quoteLine) 行开始）在这里已经结束，后面还有文字。"
        + "单元格内容里的双引号要写两个（\"\"），多余的双引号请删去")
  }

  private mutating func skipToSeparator() {
    var characters = 0
    var end = offset
    while end < bytes.count {
      let byte = bytes[end]
      if byte == separator || byte == 0x0A || byte == 0x0D { break }
      if byte & 0xC0 != 0x80 { characters += 1 }
      end += 1
    }
    offset = end
    column += characters
  }

  /// Passes one byte, wherever it is.
  private mutating func advance() {
    let byte = bytes[offset]
    if byte == 0x0A || byte == 0x0D {
      endLine()
      return
    }
    if byte & 0xC0 != 0x80 { column += 1 }
    offset += 1
  }

  /// Passes the end of a line, if there is one here.
  private mutating func endLine() {
    guard offset < bytes.count else { return }
    let isPair =
      bytes[offset] == 0x0D && offset + 1 < bytes.count && bytes[offset + 1] == 0x0A
    offset += isPair ? 2 : 1
    line += 1
    column = 1
  }
}
