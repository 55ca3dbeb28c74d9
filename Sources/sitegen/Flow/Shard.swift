import ArgumentParser

/// One of several equal parts of the reports: `3/8`. Which part a report falls to depends on its path
/// alone, so that a report more or less leaves the others where they are.
struct Shard: ExpressibleByArgument, Sendable, Equatable {
  /// From 1.
  let number: Int
  let count: Int

  init?(argument: String) {
    let parts = argument.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let number = Int(parts[0]), let count = Int(parts[1]),
      (1...10_000).contains(count), (1...count).contains(number)
    else { return nil }
    self.number = number
    self.count = count
  }

  /// Whether the report at a path falls to this part.
  func has(_ path: String) -> Bool {
    Digest(of: Array(path.utf8)).number % UInt64(count) == UInt64(number - 1)
  }
}
