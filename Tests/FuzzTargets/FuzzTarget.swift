/// A loader that is fed with arbitrary bytes, and what it promises whatever they are: it ends, it
/// says the same twice, each of its findings is at a place in the file, and what it finds no error
/// in can be checked and rendered.
///
/// The fuzzer (`Tests/Fuzzing`) looks for bytes that break a promise or crash; the unit tests replay
/// those that it found.
public struct FuzzTarget: Sendable {
  /// The name by which the fuzzer and the corpus call it.
  public let name: String
  /// Feeds the loader alone, millions of times in a run.
  public let load: @Sendable (_ bytes: [UInt8]) throws -> Void
  /// Feeds the loader within a small site of all layouts, and does all that follows: checks, pages,
  /// downloads. It takes a hundred times as long.
  public let publish: @Sendable (_ bytes: [UInt8]) throws -> Void

  /// All targets.
  public static let all: [FuzzTarget] =
    [
      FuzzTarget(name: "amount", load: AmountTarget.load, publish: AmountTarget.publish),
      FuzzTarget(name: "csv", load: TableTarget.load, publish: TableTarget.publish),
      FuzzTarget(
        name: "expression", load: ExpressionTarget.load, publish: ExpressionTarget.publish),
    ]
    + [
      "2021/corrections.yml", "2021/facts.yml", "2021/narrative.md", "2021/report.yml", "site.yml",
    ].map(file) + [form]

  /// The file at `path` of a site.
  private static func file(_ path: String) -> FuzzTarget {
    let name = path.split(separator: "/").last?.prefix { $0 != "." } ?? ""
    return FuzzTarget(name: String(name)) {
      try SiteWithHole.bare.get().load($0, as: path)
    } publish: {
      try SiteWithHole.whole.get().publish($0, as: path)
    }
  }

  private static let form = FuzzTarget(name: "form") {
    try SiteWithHole.bare.get().load($0, as: "forms/one.yml")
  } publish: {
    try SiteWithHole.whole.get().publish($0, as: "forms/all.yml")
  }
}

/// A promise that a loader did not keep.
public struct BrokenPromise: Error, CustomStringConvertible {
  /// What went wrong.
  public let description: String
}

/// Notes a broken promise unless it is kept.
func promise(
  _ isKept: Bool, _ description: @autoclosure () -> String
) throws(BrokenPromise) {
  guard isKept else { throw BrokenPromise(description: description()) }
}
