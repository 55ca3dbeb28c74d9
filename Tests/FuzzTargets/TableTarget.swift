import Budget
import Loading

/// Any bytes as the file of a table.
enum TableTarget {
  static func load(_ bytes: [UInt8]) throws {
    let report = try SiteWithHole.whole.get().report
    let table = report.tables[index(beginning: bytes)]
    var findings: [Finding] = []
    var loader = TableLoader(table.form)
    _ = loader.load(
      bytes: bytes, file: table.file, absence: nil,
      absencePosition: SourcePosition(file: report.file), note: "",
      notePosition: SourcePosition(file: report.file), reportFile: report.file, into: &findings)
    try Places.hold(findings, of: bytes, in: table.file)
  }

  static func publish(_ bytes: [UInt8]) throws {
    let site = try SiteWithHole.whole.get()
    let file = site.report.tables[index(beginning: bytes)].file
    try site.publish(bytes, as: String(file.dropFirst("Content/".count)))
  }

  /// The table whose columns' ids begin with the same letter as the bytes: `a_code` is 表一's.
  private static func index(beginning bytes: [UInt8]) -> Int {
    let letter = bytes.prefix(4).first { (0x61...0x68).contains($0) } ?? 0x61
    return Int(letter - 0x61)
  }
}
