import Budget
import Publishing
import Rendering

/// What one build leaves of a report for the pages of the whole site, and for the next build: a few
/// lines of text, then the summary, the part in the search, and the findings as they are.
struct ReportRecord: Sendable {
  /// The report's path.
  let path: String
  /// The key under which it was built; `nil` if it has errors.
  let key: Digest?
  /// The form set that it named, which the key depends on.
  let formSet: String
  /// How its published files look from outside.
  var state: OutputState
  /// The digest of its files' names and bytes, where a merge is going to need it.
  var files: Digest?
  /// The digest by which the pages of the whole site, and the search's index, depend on the report.
  let basis: Digest
  /// The summary, encoded.
  private let summary: ArraySlice<UInt8>
  /// What the index of the site's search needs of the report.
  let search: ArraySlice<UInt8>
  /// What was found, as people read it.
  let findings: ArraySlice<UInt8>

  private static let seal = RecordSeal(header: "sitegen-record 9")
  private static let lineCount = 8

  init(
    path: String, key: Digest?, formSet: String, summary: [UInt8], search: [UInt8],
    findings: [UInt8]
  ) {
    self.path = path
    self.key = key
    self.formSet = formSet
    state = OutputState(value: 0)
    self.summary = summary[...]
    self.search = search[...]
    self.findings = findings[...]
    var digest = DigestBuilder()
    digest.add(summary)
    digest.add(search)
    basis = digest.finish()
  }

  /// The record in `bytes`; `nil` if they are none, that of another report, or not as they were left.
  init?(_ bytes: [UInt8]?, of path: String) {
    guard let bytes, let content = Self.seal.content(of: bytes) else { return nil }
    let lines = content.split(
      separator: UInt8(ascii: "\n"), maxSplits: Self.lineCount, omittingEmptySubsequences: false)
    guard lines.count == Self.lineCount + 1 else { return nil }
    let texts = lines[..<Self.lineCount].map { String(decoding: $0, as: UTF8.self) }
    let rest = lines[Self.lineCount]
    guard texts[0] == path, let state = UInt64(texts[3], radix: 16), let basis = Digest(texts[5]),
      let lengths = Self.lengths(texts[6...7]), rest.count >= lengths.summary + lengths.search
    else { return nil }
    self.path = path
    key = Digest(texts[1])
    formSet = texts[2]
    self.state = OutputState(value: state)
    files = Digest(texts[4])
    self.basis = basis
    let behind = rest.dropFirst(lengths.summary)
    summary = rest.prefix(lengths.summary)
    search = behind.prefix(lengths.search)
    findings = behind.dropFirst(lengths.search)
  }

  private static func lengths(_ texts: ArraySlice<String>) -> (summary: Int, search: Int)? {
    let numbers = texts.compactMap { Int($0) }.filter { (0...(Int.max / 4)).contains($0) }
    return numbers.count == 2 ? (numbers[0], numbers[1]) : nil
  }

  /// The record as bytes.
  var bytes: [UInt8] {
    let lines = [
      path, key?.description ?? "", formSet, String(state.value, radix: 16),
      files?.description ?? "", basis.description, String(summary.count), String(search.count),
    ]
    var content: [UInt8] = []
    content.reserveCapacity(
      lines.reduce(0) { $0 + $1.utf8.count + 1 } + summary.count + search.count + findings.count)
    for line in lines {
      content.append(contentsOf: line.utf8)
      content.append(UInt8(ascii: "\n"))
    }
    for part in [summary, search, findings] { content.append(contentsOf: part) }
    return Self.seal.sealed(content)
  }

  /// The record as bytes, of a report whose published files are going to be in this state.
  func bytes(in state: OutputState) -> [UInt8] {
    var record = self
    record.state = state
    return record.bytes
  }

  /// The summary.
  func readSummary() throws(DamagedRecord) -> ReportSummary {
    var reader = RecordReader(summary)
    return try reader.value()
  }
}
