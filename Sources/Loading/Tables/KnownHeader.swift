/// How a file of a form began whose header was right: the files of most reports begin so, and need
/// not be compared with the form again.
struct KnownHeader: Sendable {
  /// All bytes up to the end of the header's line.
  private let bytes: [UInt8]
  /// What separates the cells.
  let separator: UInt8
  /// The line of the header.
  let line: Int
  /// The form's column for each field.
  let columns: [Int?]
  /// How many cells it has, those included that are blank at its end.
  let width: Int
  /// Where the first record begins.
  let next: (offset: Int, line: Int)

  /// What is to be remembered of the file `bytes`; `nil` where what follows the header could change
  /// how it is read: an open quote, a line end of which half is missing.
  init?(
    _ bytes: [UInt8], separator: UInt8, line: Int, columns: [Int?], width: Int,
    next: (offset: Int, line: Int)
  ) {
    let header = bytes[..<next.offset]
    guard header.last == 0x0A, !header.contains(UInt8(ascii: "\"")) else { return nil }
    self.bytes = Array(header)
    self.separator = separator
    self.line = line
    self.columns = columns
    self.width = width
    self.next = next
  }

  /// Whether a file begins with this header.
  func begins(_ file: [UInt8]) -> Bool { file.starts(with: bytes) }
}
