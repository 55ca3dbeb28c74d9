import Publishing

/// What a build leaves of the pages that belong to the whole site: a few lines of text.
struct SiteRecord: Sendable {
  /// The name of the record.
  static let name = "site"

  /// The key under which they were made.
  let key: Digest
  /// How the published files look from outside.
  var state: OutputState
  /// Whether something was found that concerns several reports.
  let hasFindings: Bool
  /// Their paths, sorted by their bytes.
  let paths: PathLines

  private static let seal = RecordSeal(header: "sitegen-site 3")

  init(key: Digest, state: OutputState, hasFindings: Bool, paths: PathLines) {
    self.key = key
    self.state = state
    self.hasFindings = hasFindings
    self.paths = paths
  }

  /// The record in `bytes`; `nil` if they are none, or not as they were left.
  init?(_ bytes: [UInt8]?) {
    guard let bytes, let content = Self.seal.content(of: bytes) else { return nil }
    let lines = content.split(
      separator: UInt8(ascii: "\n"), maxSplits: 3, omittingEmptySubsequences: false)
    guard lines.count == 4, let key = Digest(String(decoding: lines[0], as: UTF8.self)),
      let state = UInt64(String(decoding: lines[1], as: UTF8.self), radix: 16),
      let hasFindings = Bool(String(decoding: lines[2], as: UTF8.self))
    else { return nil }
    self.init(
      key: key, state: OutputState(value: state), hasFindings: hasFindings,
      paths: PathLines(lines[3]))
  }

  /// The record as bytes.
  var bytes: [UInt8] {
    var content: [UInt8] = []
    content.reserveCapacity(paths.bytes.count + 256)
    for fact in [key.description, String(state.value, radix: 16), String(hasFindings)] {
      content.append(contentsOf: fact.utf8)
      content.append(UInt8(ascii: "\n"))
    }
    content.append(contentsOf: paths.bytes)
    return Self.seal.sealed(content)
  }
}
