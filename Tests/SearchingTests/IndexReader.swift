import Foundation
import SearchSamples

@testable import Searching

/// Reads index files as a browser would, by code of its own.
struct IndexReader {
  let files: [String: String]

  init(_ files: [SearchFile]) {
    self.files = Dictionary(
      uniqueKeysWithValues: files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
  }

  /// The parts of the first segment that have a token, in a label or elsewhere.
  func parts(of token: String) -> Set<Int> {
    let count = files.keys.count { $0.hasPrefix("search/0/w") }
    var hash: UInt32 = 2_166_136_261
    for scalar in token.unicodeScalars { hash = (hash ^ scalar.value) &* 16_777_619 }
    hash ^= hash >> 15
    let file = files["search/0/w\(String(Int(hash) % count, radix: 16)).js"] ?? ""
    guard let line = file.split(separator: "\n").first(where: { $0.hasPrefix(token + " ") }) else {
      return []
    }
    return line.split(separator: " ").dropFirst().reduce(into: []) { $0.formUnion(Self.units($1)) }
  }

  /// The parts of the first segment that print a number as an amount.
  func parts(ofAmount number: String) -> Set<Int> {
    let digits = String(number.filter { $0 != "." }.drop { $0 == "0" }) + "000"
    let file = (0...3).compactMap { files["search/0/n\(digits.prefix($0)).js"] }.first ?? ""
    let line = file.split(separator: "\n").first { $0.hasPrefix(number + " ") }
    return line.map { Self.units($0.split(separator: " ")[1]) } ?? []
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

  /// Forty reports, made once for all tests.
  static let shared = Result { try SampleIndex(40) }

  private init(_ count: Int) throws {
    let samples = try SampleReports(content: Self.content)
    reports = (0..<count).map { ReportSearch(samples.report($0)) }
    files = try Self.write(reports.map(\.contribution))
  }

  static func write(_ contributions: [SearchContribution]) throws -> [SearchFile] {
    var writer = SearchIndexWriter()
    var files: [SearchFile] = []
    for contribution in contributions { try writer.add(contribution) { files.append($0) } }
    try writer.finish { files.append($0) }
    return files
  }
}
