import Foundation
import SearchSamples
import Testing

@testable import Searching

/// Reads index files as a browser would, by code of its own.
struct IndexReader {
  let files: [String: String]
  private let shardCount: Int

  init(_ files: [SearchFile]) throws {
    self.files = Dictionary(
      uniqueKeysWithValues: files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
    let index = try #require(self.files["search/index.js"])
    let match = try #require(index.firstMatch(of: #/"tokens":(\d+)/#))
    shardCount = try #require(Int(match.1))
  }

  /// The parts that have a token, in a label or elsewhere.
  func parts(of token: String) -> Set<Int> {
    var hash: UInt32 = 2_166_136_261
    for scalar in token.unicodeScalars { hash = (hash ^ scalar.value) &* 16_777_619 }
    hash ^= hash >> 15
    let shard = files["search/t\(String(Int(hash) % shardCount, radix: 16)).js"] ?? ""
    guard let line = shard.split(separator: "\n").first(where: { $0.hasPrefix(token + " ") }) else {
      return []
    }
    return line.split(separator: " ").dropFirst().reduce(into: []) { $0.formUnion(Self.units($1)) }
  }

  /// The parts that have an amount with these digits.
  func parts(ofDigits digits: String) -> Set<Int> {
    let padded = digits.padding(toLength: 12, withPad: "0", startingAt: 0)
    for (path, text) in files where path.hasPrefix("search/n") {
      guard padded.hasPrefix(path.dropFirst("search/n".count).dropLast(".js".count)) else {
        continue
      }
      for line in text.split(separator: "\n") where line.hasPrefix(digits + " ") {
        return Self.units(line.split(separator: " ")[1])
      }
    }
    return []
  }

  static func units(_ text: Substring) -> Set<Int> {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#%&()*+-./:")
    var units: Set<Int> = []
    var word = 0
    for match in text.matches(of: #/(\D)(\d*)/#) {
      let bits = alphabet.firstIndex(of: Character(String(match.1))) ?? 0
      for _ in 0..<(Int(match.2) ?? 1) {
        for bit in 0..<6 where bits >> bit & 1 == 1 { units.insert(word * 6 + bit) }
        word += 1
      }
    }
    return units
  }
}

/// An index of sample reports with all that went into it.
struct SampleIndex {
  let reports: [ReportSearch]
  let files: [SearchFile]

  static let content = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Content").standardized

  /// Sixty reports, made once for all tests.
  static let shared = Result { try SampleIndex(60) }

  private init(_ count: Int) throws {
    let samples = try SampleReports(content: Self.content)
    reports = (0..<count).map { ReportSearch(samples.report($0)) }
    files = try Self.write(reports.map(\.entry))
  }

  static func write(_ entries: [SearchEntry]) throws -> [SearchFile] {
    let writer = SearchIndexWriter()
    for entry in entries { writer.add(entry) }
    var files: [SearchFile] = []
    try writer.finish { files.append($0) }
    return files
  }
}
