import Publishing

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
  /// The summary, encoded.
  let summary: [UInt8]
  /// What the index of the site's search needs of the report.
  let search: [UInt8]
  /// What was found, as people read it.
  let findings: [UInt8]

  private static let header = "sitegen-record 2"

  init(
    path: String, key: Digest?, formSet: String, state: OutputState = OutputState(value: 0),
    files: Digest? = nil, summary: [UInt8], search: [UInt8] = [], findings: String
  ) {
    self.path = path
    self.key = key
    self.formSet = formSet
    self.state = state
    self.files = files
    self.summary = summary
    self.search = search
    self.findings = Array(findings.utf8)
  }

  /// The record in `bytes`; `nil` if they are none, or that of another report.
  init?(_ bytes: [UInt8]?, of path: String) {
    guard let bytes else { return nil }
    let lines = bytes.split(
      separator: UInt8(ascii: "\n"), maxSplits: 8, omittingEmptySubsequences: false)
    guard lines.count == 9 else { return nil }
    let texts = lines[..<8].map { String(decoding: $0, as: UTF8.self) }
    guard texts[0] == Self.header, texts[1] == path, let state = UInt64(texts[4], radix: 16),
      let lengths = Self.lengths(texts[6...7]),
      // The end is marked: a record that was cut off is none.
      lines[8].count > lengths.summary + lengths.search, lines[8].last == 0
    else { return nil }
    self.path = path
    key = Digest(texts[2])
    formSet = texts[3]
    self.state = OutputState(value: state)
    files = Digest(texts[5])
    let rest = lines[8].dropFirst(lengths.summary)
    summary = Array(lines[8].prefix(lengths.summary))
    search = Array(rest.prefix(lengths.search))
    findings = Array(rest.dropFirst(lengths.search).dropLast())
  }

  private static func lengths(_ texts: ArraySlice<String>) -> (summary: Int, search: Int)? {
    let numbers = texts.compactMap { Int($0) }.filter { (0...(Int.max / 4)).contains($0) }
    return numbers.count == 2 ? (numbers[0], numbers[1]) : nil
  }

  /// The record as bytes.
  var bytes: [UInt8] {
    let lines = [
      Self.header, path, key?.description ?? "", formSet, String(state.value, radix: 16),
      files?.description ?? "", String(summary.count), String(search.count),
    ]
    return Array((lines.joined(separator: "\n") + "\n").utf8) + summary + search + findings + [0]
  }

  /// The record as bytes, of a report whose published files are going to be in this state.
  func bytes(in state: OutputState) -> [UInt8] {
    var record = self
    record.state = state
    return record.bytes
  }

  /// The digest by which the pages of the whole site, and the search's index, depend on the report.
  var summaryDigest: Digest {
    var digest = DigestBuilder()
    digest.add(summary)
    digest.add(search)
    return digest.finish()
  }
}

/// What a build leaves of the pages that belong to the whole site.
struct SiteRecord: Sendable {
  /// The name of the record.
  static let name = "site"

  /// The key under which they were made.
  let key: Digest
  /// How the published files look from outside.
  let state: OutputState
  /// Their paths.
  let paths: [String]

  private static let header = "sitegen-site 1"

  init(key: Digest, state: OutputState, paths: [String]) {
    self.key = key
    self.state = state
    self.paths = paths
  }

  /// The record in `bytes`; `nil` if they are none.
  init?(_ bytes: [UInt8]?) {
    guard let bytes else { return nil }
    let lines = String(decoding: bytes, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard lines.count > 4, lines[0] == Self.header, let key = Digest(lines[1]),
      let state = UInt64(lines[2], radix: 16), lines.last == "", Int(lines[3]) == lines.count - 5
    else { return nil }
    self.init(key: key, state: OutputState(value: state), paths: Array(lines[4..<lines.count - 1]))
  }

  /// The record as bytes.
  var bytes: [UInt8] {
    let lines = [Self.header, key.description, String(state.value, radix: 16), String(paths.count)]
    return Array((lines + paths).map { $0 + "\n" }.joined().utf8)
  }
}
