import Synchronization

/// Collects the entries of all reports and writes the site-wide index.
///
/// Entries may be added from several tasks at once and in any order: the index depends only on
/// what was added. It holds about one byte for each token of a report, so ten thousand reports
/// take tens of megabytes.
public final class SearchIndexWriter: Sendable {
  /// What the lists of reports say of one.
  struct ReportLine: Sendable {
    let path: String
    let fiscalYear: Int
    let sizes: [Int]
    /// The number of the first part in the order of arrival.
    let firstPart: Int
  }

  private struct State: Sendable {
    var reports: [ReportLine] = []
    var partCount = 0
    var tokens = PostingTable()
    /// The digits of an amount and the number of a part, packed.
    var numbers: [UInt64] = []
  }

  private let state = Mutex(State())

  /// An index of no reports yet.
  public init() {}

  /// Adds a report.
  public func add(_ entry: SearchEntry) {
    state.withLock { state in
      state.reports.append(
        ReportLine(
          path: entry.path, fiscalYear: entry.fiscalYear, sizes: entry.parts.map(\.size),
          firstPart: state.partCount))
      for part in entry.parts {
        let number = state.partCount
        state.partCount += 1
        state.tokens.add(part.tokens, part: UInt32(truncatingIfNeeded: number))
        for digits in part.numbers {
          state.numbers.append(digits << UInt64(NumberShards.partBits) | UInt64(number))
        }
      }
    }
  }

  /// Hands out the index's files one by one, with paths within the site; the writer is empty
  /// afterwards.
  public func finish(_ emit: (SearchFile) throws -> Void) throws {
    var state = State()
    self.state.withLock { swap(&$0, &state) }
    guard state.partCount < 1 << NumberShards.partBits else {
      throw SearchIndexError.tooManyReports
    }
    // Newer years get higher numbers: a new year's reports are added at the end of every line.
    let reports = state.reports.sorted {
      ($0.fiscalYear, $0.path) < ($1.fiscalYear, $1.path)
    }
    let order = Self.order(of: reports, partCount: state.partCount)
    let blocks = ReportBlocks(reports: reports)
    try blocks.write(emit)
    var numbers = NumberShards()
    try numbers.write(Self.renumbered(&state.numbers, order), emit)
    let tokens = TokenShards(state.tokens, order: order)
    state.tokens = PostingTable()
    try tokens.write(emit)
    try emit(Self.index(blocks, numbers, tokens))
  }

  /// The final number of every part.
  private static func order(of reports: [ReportLine], partCount: Int) -> [UInt32] {
    var order = [UInt32](repeating: 0, count: partCount)
    var next: UInt32 = 0
    for report in reports {
      for part in report.sizes.indices {
        order[report.firstPart + part] = next
        next += 1
      }
    }
    return order
  }

  private static func renumbered(_ numbers: inout [UInt64], _ order: [UInt32]) -> [UInt64] {
    let mask: UInt64 = 1 << UInt64(NumberShards.partBits) - 1
    for index in numbers.indices {
      numbers[index] = numbers[index] & ~mask | UInt64(order[Int(numbers[index] & mask)])
    }
    numbers.sort()
    defer { numbers = [] }
    return numbers
  }

  /// What `search.js` needs to know first.
  private static func index(
    _ blocks: ReportBlocks, _ numbers: NumberShards, _ tokens: TokenShards
  ) -> SearchFile {
    var buffer = ScriptBuffer()
    buffer.raw("sitegenSearch(\"search/index.js\",{\n\"block\":")
    buffer.number(ReportBlocks.size)
    buffer.raw(",\n\"tokens\":")
    buffer.number(tokens.count)
    buffer.raw(",\n\"numbers\":[")
    for (index, prefix) in numbers.prefixes.enumerated() {
      if index > 0 { buffer.raw(",") }
      buffer.string(prefix)
    }
    buffer.raw("],\n\"files\":[")
    for (index, count) in blocks.fileCounts().enumerated() {
      if index > 0 { buffer.raw(",") }
      buffer.ascii("[\(count.reports),\(count.files)]")
    }
    buffer.raw("]\n});\n")
    return SearchFile(path: "search/index.js", bytes: buffer.bytes)
  }
}

/// Why an index cannot be written.
public enum SearchIndexError: Error, Sendable {
  /// There are more than sixteen million files to search.
  case tooManyReports
}
