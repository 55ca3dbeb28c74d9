/// The lists of reports that the index counts by: where each stands, and how large its files are.
struct ReportBlocks {
  /// How many reports a file lists.
  static let size = 128

  /// The reports in their final order.
  let reports: [SearchIndexWriter.ReportLine]

  /// Hands out the files one by one.
  func write(_ emit: (SearchFile) throws -> Void) rethrows {
    for (number, start) in stride(from: 0, to: reports.count, by: Self.size).enumerated() {
      let path = "search/r\(number).js"
      var buffer = ScriptBuffer()
      buffer.raw("sitegenSearch(")
      buffer.string(path)
      buffer.raw(",[")
      for index in start..<min(start + Self.size, reports.count) {
        buffer.raw(index == start ? "\n[" : ",\n[")
        buffer.string(reports[index].path)
        // In KiB, rounded up: a small change of a report leaves the list as it is.
        for size in reports[index].sizes {
          buffer.raw(",")
          buffer.number((size + 1023) / 1024)
        }
        buffer.raw("]")
      }
      buffer.raw("\n]);\n")
      try emit(SearchFile(path: path, bytes: buffer.bytes))
    }
  }

  /// How many files the reports have, as pairs: this many reports with so many files each.
  func fileCounts() -> [(reports: Int, files: Int)] {
    var counts: [(reports: Int, files: Int)] = []
    for report in reports {
      if let last = counts.last, last.files == report.sizes.count {
        counts[counts.count - 1].reports += 1
      } else {
        counts.append((1, report.sizes.count))
      }
    }
    return counts
  }
}
