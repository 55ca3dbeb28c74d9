import Budget
import Foundation
import SearchSamples
import Testing

@testable import Searching

@Suite("The index of all reports")
struct SearchIndexTests {
  @Test("A set of parts reads back as it was written")
  func unitSets() {
    var random = Generator(7)
    for density in [1, 2, 3, 10, 200] {
      let units = (0..<2000).filter { _ in random.next(below: density) == 0 }
      var buffer = ScriptBuffer()
      UnitSet.append(units.map { UInt32($0) }, to: &buffer)
      #expect(IndexReader.units(Substring(decoding: buffer.bytes, as: UTF8.self)) == Set(units))
    }
  }

  @Test("One report has a handful of small files")
  func oneReport() throws {
    let search = ReportSearch(try SampleReports(content: SampleIndex.content).report(0))
    let files = try SampleIndex.write([search.contribution])
    #expect(
      Set(files.map(\.path)) == [
        "search/0/r0.js", "search/0/n.js", "search/0/w0.js", "search/index.js",
      ])
    #expect(search.files.count < 6)
    #expect(search.files.allSatisfy { $0.bytes.count < 24_000 })
  }

  @Test("An empty site has an empty index")
  func noReport() throws {
    #expect(try SampleIndex.write([]).map(\.path) == ["search/index.js"])
  }

  @Test("Files stay small as reports grow many")
  func bounds() throws {
    for file in try SampleIndex.shared.get().files {
      #expect(file.bytes.count < 16_000, "\(file.path)")
    }
  }

  @Test("A long row of reports is divided into segments, each of a bounded number of parts")
  func segments() throws {
    let contribution = try #require(try SampleIndex.shared.get().reports.first?.contribution)
    let copies = Array(repeating: contribution, count: 1200)
    let files = try SampleIndex.write(copies)
    let index = String(decoding: try #require(files.last?.bytes), as: UTF8.self)
    let counts = index.matches(of: #/"parts":(\d+)/#).compactMap { Int($0.1) }
    let parts = try SampleIndex.shared.get().reports[0].files.count
    #expect(counts.reduce(0, +) == 1200 * parts)
    #expect(counts.count > 1)
    #expect(counts.allSatisfy { $0 < SearchSegment.size + parts })
  }

  @Test("Contributions that end too early are refused, at whatever byte")
  func damage() throws {
    let whole = try #require(try SampleIndex.shared.get().reports.first?.contribution).bytes
    for count in [0, 3, 7, 12, 200, whole.count - 1] {
      var writer = SearchIndexWriter()
      let part = SearchContribution(bytes: Array(whole.prefix(count)))
      #expect(throws: SearchIndexError.damagedContribution) { try writer.add(part) { _ in } }
    }
  }

  @Test("A changed amount changes only lines that show it, before or after")
  func changedAmount() throws {
    let samples = try SampleReports(content: SampleIndex.content)
    for (old, new) in [("864560.00", "9.00"), ("58560.00", "123456789012345.67")] {
      let before = try files(samples.original)
      let after = try files(samples.original(replacing: old, with: new))
      #expect(before.keys == after.keys)
      var changes = 0
      for (path, text) in before {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let others = try #require(after[path]).split(
          separator: "\n", omittingEmptySubsequences: false)
        let difference = others.difference(from: lines)
        for case .insert(_, let line, _) in difference {
          #expect(line.contains(old) || line.contains(new), "\(path): \(line)")
        }
        for case .remove(_, let line, _) in difference {
          #expect(line.contains(old), "\(path): \(line)")
        }
        changes += difference.count
      }
      #expect(changes >= 4)
    }
  }

  @Test("No part that has a text is missed: random stretches of random texts")
  func complete() throws {
    let index = try SampleIndex.shared.get()
    let reader = IndexReader(index.files)
    let parts = index.reports.flatMap(\.files).map { foldedTexts($0) }
    let narratives = parts.filter { !$0.isEmpty }
    var random = Generator(3)
    for _ in 0..<60 {
      let texts = narratives[random.next(below: narratives.count)]
      let text = texts[random.next(below: texts.count)]
      guard text.count > 1, text.allSatisfy({ $0 > 0x7F }) else { continue }
      let start = random.next(below: text.count - 1)
      let query = Array(text[start..<min(text.count, start + 2 + random.next(below: 5))])
      let expected = Set(parts.indices.filter { parts[$0].contains { contains($0, query) } })
      var found = Set(parts.indices)
      for pair in zip(query, query.dropFirst()) {
        found.formIntersection(reader.parts(of: String.of([pair.0, pair.1])))
      }
      #expect(found.isSuperset(of: expected) && !expected.isEmpty, "\(String.of(query))")
    }
  }

  @Test("Every amount that a row shows leads to the part that has it")
  func amounts() throws {
    let index = try SampleIndex.shared.get()
    let reader = IndexReader(index.files)
    for (number, file) in index.reports.flatMap(\.files).enumerated() where number % 5 == 0 {
      let text = String(decoding: file.bytes, as: UTF8.self)
      for match in text.matches(of: #/\["([\d.]+)"\]/#).prefix(8) where match.1 != "0.00" {
        #expect(reader.parts(ofAmount: String(match.1)).contains(number), "\(match.1)")
      }
    }
  }

  private func files(_ report: Report) throws -> [String: String] {
    let search = ReportSearch(report)
    let all = search.files + (try SampleIndex.write([search.contribution]))
    return Dictionary(
      uniqueKeysWithValues: all.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
  }

  private func contains(_ text: [UInt32], _ query: [UInt32]) -> Bool {
    text.indices.contains { text[$0...].starts(with: query) }
  }

  /// The headings and paragraphs of a part, folded.
  private func foldedTexts(_ file: SearchFile) -> [[UInt32]] {
    let lines = String(decoding: file.bytes, as: UTF8.self).split(separator: "\n")
    return lines.filter { $0.hasPrefix("[0") || $0.hasPrefix("[1") }
      .compactMap { $0.split(separator: "\"").last { $0 != "]" && $0 != "]," } }
      .map { text in
        var folded = FoldedText()
        folded.fold(String(text))
        return folded.scalars
      }.filter { !$0.isEmpty }
  }
}
