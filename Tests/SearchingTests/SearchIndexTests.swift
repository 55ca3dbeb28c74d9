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
      var bytes: [UInt8] = []
      UnitSet.append(units.map { UInt32($0) }, to: &bytes)
      #expect(IndexReader.units(Substring(decoding: bytes, as: UTF8.self)) == Set(units))
    }
  }

  @Test("The bytes do not depend on the order in which reports arrive")
  func order() async throws {
    let index = try SampleIndex.shared.get()
    let entries = index.reports.map(\.entry)
    let backwards = try SampleIndex.write(entries.reversed())
    let writer = SearchIndexWriter()
    await withTaskGroup(of: Void.self) { group in
      for entry in entries { group.addTask { writer.add(entry) } }
    }
    var together: [SearchFile] = []
    try writer.finish { together.append($0) }
    for other in [backwards, together] {
      #expect(other.map(\.path) == index.files.map(\.path))
      #expect(other.map(\.bytes) == index.files.map(\.bytes))
    }
  }

  @Test("One report has a handful of small files")
  func oneReport() throws {
    let samples = try SampleReports(content: SampleIndex.content)
    let search = ReportSearch(samples.original)
    let files = try SampleIndex.write([search.entry])
    #expect(files.count <= 7)
    #expect(files.allSatisfy { $0.bytes.count < 16_384 })
    #expect(search.files.allSatisfy { $0.bytes.count < PartBuilder.limit + 1024 })
  }

  @Test("An empty site has an empty index")
  func noReport() throws {
    #expect(try SampleIndex.write([]).map(\.path) == ["search/t0.js", "search/index.js"])
  }

  @Test("Files stay small as reports grow many")
  func bounds() throws {
    let index = try SampleIndex.shared.get()
    for file in index.files where !file.path.hasSuffix("index.js") {
      #expect(file.bytes.count < 26_000, "\(file.path)")
    }
  }

  @Test("A changed amount changes its own lines only")
  func change() throws {
    let index = try SampleIndex.shared.get()
    var entries = index.reports.map(\.entry)
    let old = entries[30]
    let parts = old.parts.enumerated().map { number, part in
      SearchEntry.Part(
        size: part.size, tokens: part.tokens,
        numbers: number == 1
          ? part.numbers.map { $0 == part.numbers[0] ? 123_456_789_012 : $0 } : part.numbers)
    }
    entries[30] = SearchEntry(path: old.path, fiscalYear: old.fiscalYear, parts: parts)
    let changed = try SampleIndex.write(entries)
    let lines = { (files: [SearchFile]) in
      Set(files.flatMap { String(decoding: $0.bytes, as: UTF8.self).split(separator: "\n") })
    }
    #expect(lines(changed).symmetricDifference(lines(index.files)).count <= 4)
  }

  @Test("No part that has a text is missed: random stretches of random texts")
  func complete() throws {
    let index = try SampleIndex.shared.get()
    let reader = try IndexReader(index.files)
    let order = index.reports.sorted {
      ($0.entry.fiscalYear, $0.entry.path) < ($1.entry.fiscalYear, $1.entry.path)
    }
    let parts = order.flatMap(\.files).map { foldedTexts($0) }
    var random = Generator(3)
    for _ in 0..<60 {
      let texts = parts[random.next(below: parts.count)]
      let text = texts[random.next(below: texts.count)]
      let characters = text.filter { $0 > 0x7F }
      guard characters.count == text.count, text.count > 1 else { continue }
      let start = random.next(below: text.count - 1)
      let query = Array(text[start..<min(text.count, start + 2 + random.next(below: 5))])
      let expected = Set(parts.indices.filter { parts[$0].contains { contains($0, query) } })
      var found = Set(parts.indices)
      for pair in zip(query, query.dropFirst()) {
        found.formIntersection(reader.parts(of: string([pair.0, pair.1])))
      }
      #expect(found.isSuperset(of: expected) && !expected.isEmpty, "\(string(query))")
    }
  }

  @Test("Every amount of every table leads to the parts that have it")
  func amounts() throws {
    let index = try SampleIndex.shared.get()
    let reader = try IndexReader(index.files)
    let order = index.reports.map(\.entry).sorted {
      ($0.fiscalYear, $0.path) < ($1.fiscalYear, $1.path)
    }
    for (number, part) in order.flatMap(\.parts).enumerated() {
      for digits in part.numbers.prefix(5) {
        #expect(reader.parts(ofDigits: SignificantDigits.text(digits)).contains(number))
      }
    }
  }

  private func string(_ scalars: [UInt32]) -> String {
    String(String.UnicodeScalarView(scalars.compactMap(Unicode.Scalar.init)))
  }

  private func contains(_ text: [UInt32], _ query: [UInt32]) -> Bool {
    text.indices.contains { text[$0...].starts(with: query) }
  }

  /// The quoted texts of a part's lines, folded.
  private func foldedTexts(_ file: SearchFile) -> [[UInt32]] {
    let lines = String(decoding: file.bytes, as: UTF8.self).split(separator: "\n")
    return lines.filter { $0.hasPrefix("[0") || $0.hasPrefix("[1") || $0.hasPrefix("[3") }
      .compactMap { $0.split(separator: "\"").dropFirst().first }
      .map { text in
        var folded = FoldedText()
        folded.fold(String(text))
        return folded.scalars
      }.filter { !$0.isEmpty }
  }
}
