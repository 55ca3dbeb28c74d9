import Foundation
import FuzzTargets
import Testing

/// What the fuzzer found, kept in `Tests/Fuzzing/Corpus/<target>`, must not come back.
@Suite("Corpus of the fuzzer")
struct CorpusTests {
  private static let corpus = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fuzzing/Corpus")

  /// `<target>/<find>` for every file kept.
  static var finds: [String] {
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: corpus.path)) ?? []
    return paths.filter { $0.contains("/") }.sorted()
  }

  @Test("keeps its promises", arguments: finds)
  func replays(find: String) throws {
    let name = find.prefix { $0 != "/" }
    let target = try #require(FuzzTarget.all.first { $0.name == name })
    let bytes = [UInt8](try Data(contentsOf: Self.corpus.appending(path: find)))
    try target.load(bytes)
    try target.publish(bytes)
  }

  /// A target that fails on what people write would find nothing else.
  @Test("has targets that hold for nothing at all", arguments: FuzzTarget.all.map(\.name))
  func feedsNothing(name: String) throws {
    let target = try #require(FuzzTarget.all.first { $0.name == name })
    try target.load([])
    try target.publish([])
  }
}
