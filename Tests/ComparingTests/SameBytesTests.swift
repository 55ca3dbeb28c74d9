import Testing

@testable import Comparing

/// Two texts that Unicode calls equivalent are two texts: a search for one does not find the other.
@Suite struct SameBytesTests {
  /// 豈 as a compatibility ideograph, and as it is written.
  private let old = "\u{F900}"
  private let new = "\u{8C48}"

  @Test func aChangedLabel() throws {
    let found = try changes(from: SmallReport(label: old), to: SmallReport(label: new))
    #expect(found.map(\.kind) == [.rowRenamed])
  }

  @Test func aChangedDepartment() throws {
    let found = try changes(
      from: SmallReport(meta: old + "局 · 2021年度"), to: SmallReport(meta: new + "局 · 2021年度"))
    #expect(found.map(\.aspect) == ["部门"])
  }

  @Test func aChangedSentence() throws {
    let found = try changes(
      from: SmallReport(narrative: "<p>收入\(old)增加。</p>"),
      to: SmallReport(narrative: "<p>收入\(new)增加。</p>"))
    #expect(found.map(\.kind) == [.sentenceChanged])
    #expect(found.first?.words.map(\.operation) == [.kept, .removed, .added, .kept])
  }

  @Test func aLinkToAnotherPage() throws {
    let found = try changes(
      from: SmallReport(narrative: "<p><a href='https://a.cn/\(old)'>见网页。</a></p>"),
      to: SmallReport(narrative: "<p><a href='https://a.cn/\(new)'>见网页。</a></p>"))
    #expect(found.map(\.kind) == [.linkChanged])
  }

  @Test func anotherFolder() throws {
    let difference = try SiteComparison(
      old: site(["2021": SmallReport(), old: SmallReport()]),
      new: site(["2021": SmallReport(), new: SmallReport()])
    ).difference()
    #expect(difference.changes.map(\.kind) == [.reportAdded, .reportRemoved])
  }

  /// Two rows whose keys are equivalent are two rows.
  @Test func cellsOfTwoRows() {
    let names: Set = [
      CellName(table: "t", row: old, column: "c"), CellName(table: "t", row: new, column: "c"),
    ]
    #expect(names.count == 2)
  }
}
