import Publishing

/// What a build leaves of the pages that belong to the whole site.
struct SiteRecord: Sendable {
  /// The name of the record.
  static let name = "site"

  /// The key under which they were made.
  let key: Digest
  /// How the published files look from outside.
  var state: OutputState
  /// Whether something was found that concerns several reports.
  let hasFindings: Bool
  /// Their paths.
  let paths: [String]

  private static let header = "sitegen-site 2"

  init(key: Digest, state: OutputState, hasFindings: Bool, paths: [String]) {
    self.key = key
    self.state = state
    self.hasFindings = hasFindings
    self.paths = paths
  }

  /// The record in `bytes`; `nil` if they are none.
  init?(_ bytes: [UInt8]?) {
    guard let bytes else { return nil }
    let lines = String(decoding: bytes, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard lines.count > 5, lines[0] == Self.header, let key = Digest(lines[1]),
      let state = UInt64(lines[2], radix: 16), let hasFindings = Bool(lines[3]), lines.last == "",
      Int(lines[4]) == lines.count - 6
    else { return nil }
    self.init(
      key: key, state: OutputState(value: state), hasFindings: hasFindings,
      paths: Array(lines[5..<lines.count - 1]))
  }

  /// The record as bytes.
  var bytes: [UInt8] {
    let lines = [
      Self.header, key.description, String(state.value, radix: 16), String(hasFindings),
      String(paths.count),
    ]
    var bytes: [UInt8] = []
    bytes.reserveCapacity(paths.reduce(256) { $0 + $1.utf8.count + 1 })
    for lines in [lines, paths] {
      for line in lines {
        bytes.append(contentsOf: line.utf8)
        bytes.append(UInt8(ascii: "\n"))
      }
    }
    return bytes
  }
}
