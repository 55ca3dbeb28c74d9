import Budget

/// An entry of the feed: a publication or a correction.
struct FeedEntry: Sendable {
  let id: String
  let title: String
  /// The path within the site, with a fragment where one is meant.
  let link: String
  let author: String
  let summary: String
  let published: PublicationDate
  let updated: PublicationDate

  /// The entries of the report of `index`; none for what has no date.
  static func entries(of index: ReportIndex) -> [FeedEntry] {
    let report = index.report
    var entries: [FeedEntry] = []
    let name = report.department + report.shortTitle
    if let published = report.published {
      let overview = OverviewFigures(report, index: index)
      entries.append(
        FeedEntry(
          id: FeedID.of("report", report.department, report.path), title: name,
          link: report.path + "/index.html", author: report.department,
          summary: overview?.sentence(report) ?? report.title, published: published,
          updated: report.updated ?? published))
    }
    for (offset, correction) in report.corrections.enumerated() {
      let text = CorrectionText(report: report, correction: correction)
      entries.append(
        FeedEntry(
          id: FeedID.of(
            "correction", report.department, report.path, correction.date.description,
            text.place, correction.earlier, correction.now),
          title: "更正：" + name + " " + text.place,
          link: report.path + "/index.html#" + CorrectionText.id(offset),
          author: report.department, summary: text.sentence, published: correction.date,
          updated: correction.date))
    }
    return entries
  }
}

/// Makes ids for feeds that stay the same wherever the site stands.
enum FeedID {
  /// A UUID (version 8) out of texts: their FNV-1a hash of 128 bits.
  static func of(_ texts: String...) -> String {
    var hash: UInt128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d
    for text in texts {
      for byte in text.utf8 + [0] {
        hash ^= UInt128(byte)
        hash = hash &* 0x0000_0000_0100_0000_0000_0000_0000_013B
      }
    }
    hash &= ~(UInt128(0xF) << 76 | UInt128(0b11) << 62)
    hash |= UInt128(8) << 76 | UInt128(0b10) << 62
    let digits = String(hash, radix: 16)
    let padded = String(repeating: "0", count: 32 - digits.count) + digits
    var uuid = "urn:uuid:"
    for (offset, digit) in padded.enumerated() {
      if [8, 12, 16, 20].contains(offset) { uuid += "-" }
      uuid.append(digit)
    }
    return uuid
  }
}
