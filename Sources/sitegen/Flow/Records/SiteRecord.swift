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
  let paths: [String]

  private static let seal = RecordSeal(header: "sitegen-site 3")

  init(key: Digest, state: OutputState, hasFindings: Bool, paths: [String]) {
    self.key = key
    self.state = state
    self.hasFindings = hasFindings
    self.paths = paths
  }

  /// The record in `bytes`; `nil` if they are none, or not as they were left.
  init?(_ bytes: [UInt8]?) {
    guard let bytes, let content = Self.seal.content(of: bytes) else { return nil }
    let lines = content.split(separator: UInt8(ascii: "\n")).map {
      String(decoding: $0, as: UTF8.self)
    }
    guard lines.count >= 3, let key = Digest(lines[0]), let state = UInt64(lines[1], radix: 16),
      let hasFindings = Bool(lines[2])
    else { return nil }
    self.init(
      key: key, state: OutputState(value: state), hasFindings: hasFindings,
      paths: Array(lines[3...]))
  }

  /// The record as bytes.
  var bytes: [UInt8] {
    let facts = [key.description, String(state.value, radix: 16), String(hasFindings)]
    var content: [UInt8] = []
    content.reserveCapacity(paths.reduce(256) { $0 + $1.utf8.count + 1 })
    for lines in [facts, paths] {
      for line in lines {
        content.append(contentsOf: line.utf8)
        content.append(UInt8(ascii: "\n"))
      }
    }
    return Self.seal.sealed(content)
  }
}
