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

  private static let header = "sitegen-site 3"

  init(key: Digest, state: OutputState, hasFindings: Bool, paths: [String]) {
    self.key = key
    self.state = state
    self.hasFindings = hasFindings
    self.paths = paths
  }

  /// The record in `bytes`; `nil` if they are none, or not as they were left.
  init?(_ bytes: [UInt8]?) {
    guard let bytes else { return nil }
    let lines = bytes.split(
      separator: UInt8(ascii: "\n"), maxSplits: 2, omittingEmptySubsequences: false)
    guard lines.count == 3, lines[0].elementsEqual(Self.header.utf8),
      UInt64(String(decoding: lines[1], as: UTF8.self), radix: 16) == StableHash(of: lines[2]).value
    else { return nil }
    let rest = lines[2].split(separator: UInt8(ascii: "\n")).map {
      String(decoding: $0, as: UTF8.self)
    }
    guard rest.count >= 3, let key = Digest(rest[0]), let state = UInt64(rest[1], radix: 16),
      let hasFindings = Bool(rest[2])
    else { return nil }
    self.init(
      key: key, state: OutputState(value: state), hasFindings: hasFindings,
      paths: Array(rest[3...]))
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
    let hash = String(StableHash(of: content[...]).value, radix: 16)
    return Array("\(Self.header)\n\(hash)\n".utf8) + content
  }
}
