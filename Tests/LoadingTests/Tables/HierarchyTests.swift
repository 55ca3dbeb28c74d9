import Budget
import Testing

@testable import Loading

@Suite struct HierarchyTests {
  private func keys(_ form: Form, _ labels: String) -> [String] {
    let rows = labels.split(separator: "|").map { $0 + ",1\n" }.joined()
    let loaded = Loaded(form, "item,amount\n" + rows)
    return loaded.keys() + loaded.places
  }

  @Test func indentationIsTheOffsideRule() {
    #expect(
      keys(FormFixture.indented, "甲|　乙|　　丙|　　丁|　戊|己")
        == ["甲", "乙<甲", "丙<乙", "丁<乙", "戊<甲", "己"])
    // An ideographic space is as wide as two ASCII spaces, a tab as four.
    #expect(keys(FormFixture.indented, "甲|　乙|  丙|\t丁") == ["甲", "乙<甲", "丙<甲", "丁<丙"])
  }

  @Test func indentationMustReturnToAnOpenLevel() {
    #expect(
      keys(FormFixture.indented, "甲|　　乙|　丙|丁")
        == ["甲", "乙<甲", "丙<甲", "丁", "4:2 indentation-unclear"])
  }

  /// As printed: 其中； at the margin, its second item aligned with the words of the first.
  @Test func theWordsAfterBreakdownAreWhereTheLabelBegins() {
    #expect(
      keys(FormFixture.indented, "1、接待费|2、用车费|其中；购置费|      运行费|3、会议费")
        == ["接待费", "用车费", "购置费<用车费", "运行费<用车费", "会议费"])
    #expect(
      keys(FormFixture.indented, "用车费|　其中：购置费|　　　　运行费|会议费")
        == ["用车费", "购置费<用车费", "运行费<用车费", "会议费"])
    #expect(
      keys(FormFixture.indented, "用车费|　其中：购置费|　其中：运行费|会议费")
        == ["用车费", "购置费<用车费", "运行费<用车费", "会议费"])
  }

  @Test func numberingRanksLabels() {
    #expect(
      keys(FormFixture.numbered, "一、甲|（一）乙|1.丙|（1）丁|2、戊|（二）己|二、庚|辛")
        == ["甲", "乙<甲", "丙<乙", "丁<丙", "戊<乙", "己<甲", "庚", "辛"])
    #expect(
      keys(FormFixture.numbered, "1、甲|其中：乙|丙|2．丁")
        == ["甲", "乙<甲", "丙<甲", "丁"])
  }

  @Test func codesStandUnderTheirPrefix() {
    let loaded = Loaded(
      FormFixture.expenditure,
      """
      code,name,total,basic
      201,甲,1,
      20103,乙,1,
      2010350,丙,1,
      2010499,丁,1,
      20105,戊,1,
      2010350,己,1,
      总计,,1,

      """)
    #expect(
      loaded.keys() == [
        "201", "20103<201", "201/20103/2010350<20103", "2010499<201", "20105<201",
        "201/2010350<201", "total",
      ])
    #expect(loaded.places == ["5:1 hierarchy-orphan", "7:1 hierarchy-orphan"])
    #expect(loaded.findings[0].message.contains("20104"))
    #expect(loaded.findings[1].message.contains("第 3 行"))
  }

  @Test func aColumnSaysTheLevel() {
    let form = FormFixture.labelled(
      third: Column(id: "level", title: "级次", kind: .level), .level(column: 2))
    let loaded = Loaded(form, "item,amount,level\n甲,1,1\n乙,1,2\n丙,1,3\n丁,1,2\n戊,1,4\n己,1,x\n")
    #expect(loaded.keys() == ["甲", "乙<甲", "丙<乙", "丁<甲", "戊<丁", "己"])
    #expect(loaded.places == ["6:5 level-invalid", "7:5 level-invalid"])
  }

  @Test func aColumnSaysTheParent() {
    let form = FormFixture.labelled(
      third: Column(id: "parent", title: "上级", kind: .parent), .parent(column: 2))
    let loaded = Loaded(form, "item,amount,parent\n一、甲,1,\n乙,1,甲\n丙,1,一、甲\n丁,1,丁\n戊,1,己\n己,1,\n")
    #expect(loaded.keys() == ["甲", "乙<甲", "丙<甲", "丁", "戊", "己"])
    #expect(loaded.places == ["5:5 parent-unknown", "6:5 parent-unknown"])
  }

  @Test func aThousandLevelsAreCutOffWithoutRecursion() {
    let rows = (0..<1_000).map { String(repeating: " ", count: $0) + "r\($0),1\n" }.joined()
    let loaded = Loaded(FormFixture.indented, "item,amount\n" + rows)
    #expect(loaded.table.listings[0].entries.map(\.level).max() == 32)
    #expect(loaded.places.first == "34:33 hierarchy-too-deep")
    #expect(loaded.findings.count == 51)
  }
}
