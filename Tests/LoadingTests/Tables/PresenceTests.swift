import Budget
import Testing

@testable import Loading

@Suite struct PresenceTests {
  private let fund = FormFixture.labelled(
    .none, closing: [FormFixture.total], mayBeEmpty: true)
  private let header = "item,amount\n"

  @Test func anEmptyTableNeedsANote() {
    let noted = Loaded(fund, header + ",\n总计,\n", note: "注：没有收入，故没有数据。")
    #expect(noted.places.isEmpty)
    #expect(noted.table.presence == .empty)
    #expect(noted.keys() == ["total"])
    let zero = Loaded(fund, header + "总计,0.00\n")
    #expect(zero.places == ["1:1 empty-table-without-note"])
  }

  @Test func labelsWithoutAnyAmountAreNoData() {
    let loaded = Loaded(fund, header + "甲,\n总计,\n", note: "注：没有数据")
    #expect(loaded.table.presence == .empty)
    #expect(loaded.places.isEmpty)
    // A dash says that there is none; what cannot be read says something.
    let dashes = Loaded(fund, header + "甲,—\n总计,-\n", note: "注：没有数据")
    #expect(dashes.table.presence == .empty)
    #expect(dashes.places.isEmpty)
    #expect(dashes.table.rows.map { $0[1].text } == ["—", "-"])
    #expect(Loaded(fund, header + "甲,1O\n总计,\n").table.presence == .filled)
  }

  @Test func aTableThatMustHaveDataMayNotBeEmpty() {
    let loaded = Loaded(FormFixture.plain, header, note: "注：没有数据")
    #expect(loaded.places == ["1:1 empty-table-not-allowed"])
    #expect(loaded.findings[0].message.contains("没有一个金额"))
  }

  @Test func aFormWithoutAmountsIsNotAskedForAny() {
    let loaded = Loaded(FormFixture.paper, "section,item,content\n")
    #expect(loaded.places == ["1:1 empty-table-not-allowed"])
    #expect(!loaded.findings[0].message.contains("金额"), "\(loaded.findings[0].message)")
  }

  @Test func aNoteMustNotDenyTheData() {
    let loaded = Loaded(fund, header + "甲,1\n总计,1\n", note: "注：本部门没 有 数 据。")
    #expect(loaded.findings.map(\.rule) == ["note-on-filled-table"])
    #expect(loaded.findings[0].position.file == "report.yml")
    #expect(Loaded(fund, header + "甲,1\n总计,1\n", note: "注：单位名称略。").places.isEmpty)
  }

  @Test func anAbsentTableSaysWhy() {
    let loaded = Loaded(fund, nil, absence: "材料中没有本表。")
    #expect(loaded.table.presence == .absent("材料中没有本表。"))
    #expect(loaded.places.isEmpty)
    #expect(loaded.table.listings.count == 1)
  }

  @Test func aMissingTableIsNamedWithItsPath() {
    let loaded = Loaded(fund, nil)
    #expect(loaded.places == ["1:1 table-missing"])
    #expect(loaded.findings[0].message.contains("Content/2021/tables/expenditure.csv"))
    let both = Loaded(fund, header + "甲,1\n总计,1\n", absence: "没有")
    #expect(both.places == ["6:3 absent-table-present"])
    #expect(both.keys() == ["甲", "total"])
  }

  @Test func totalsCloseTheList() {
    let loaded = Loaded(fund, header + "总计,3\n甲,1\n乙,2\n")
    #expect(loaded.places == ["3:1 row-after-total", "4:1 row-after-total"])
    let missing = Loaded(fund, header + "甲,1\n乙,2\n")
    #expect(missing.places == ["3:1 missing-total"])
  }

  @Test func anItemBelowTheLineIsClosingOnlyAtTheEnd() {
    let form = FormFixture.labelled(
      .none,
      closing: [
        .init(key: "subtotal", label: "本年收入合计", sum: .items),
        .init(key: "carried-over", label: "上年结转", sum: .nothing),
        .init(key: "total", label: "收入总计", sum: .closing),
      ])
    let loaded = Loaded(
      form, header + "上年结转,1\n甲,1\n    本年收入合计,2\n      上年结转,\n    收入总计：,2\n")
    #expect(loaded.places.isEmpty)
    #expect(loaded.keys() == ["上年结转", "甲", "subtotal", "carried-over", "total"])
  }
}
