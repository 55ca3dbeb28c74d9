import Budget
import Testing

@testable import Loading

@Suite struct HeaderTests {
  @Test(arguments: [
    "code,name,total,basic", "科目编码, 科目名称 ,合计,基本支出(元)",
    "科目/科目编码,科目/科目名称,合计,基本", "\u{FEFF}code,name,合计,\"基本支出\n（元）\",,",
  ])
  func acceptsIdsTitlesPathsAndAliases(header: String) {
    let loaded = Loaded(FormFixture.expenditure, header + "\n201,教育,5.00,5.00\n总计,,5.00,5.00\n")
    #expect(loaded.places.isEmpty)
    #expect(loaded.keys() == ["201", "total"])
  }

  /// Whoever copies the line that a message shows has a header without a fault.
  @Test(arguments: ["", "\n\n", "表三\n1,2\n"])
  func showsAHeaderThatCanBeCopied(text: String) throws {
    let missing = Loaded(FormFixture.mixed, text)
    #expect(missing.places == ["1:1 header-missing"])
    let header = try #require(missing.findings[0].message.split(separator: "：").last)
    #expect(header == "科目/编码,名称,上年,本年,note,remark,其中/基本,其中/项目")
    #expect(Loaded(FormFixture.mixed, header + "\n201,教育,1,2,,,1,1\n").places.isEmpty)
  }

  @Test func acceptsAnyOrderOfColumns() {
    let loaded = Loaded(
      FormFixture.expenditure, "合计,name,code,basic\n7.00,教育,201,5.00\n7.00,,总计,5.00\n")
    #expect(loaded.places.isEmpty)
    #expect(loaded.table.rows[0].map(\.text) == ["201", "教育", "7.00", "5.00"])
    #expect(loaded.table.position(row: 0, column: 0).column == 9)
  }

  /// However both are written, and in whatever order.
  @Test(arguments: [
    ("code,name,total,合计,basic", "1:17"), ("code,name,合计,total,basic", "1:14"),
    ("code,total,合计,name,basic", "1:12"), ("name,name,total,code,basic", "1:6"),
    ("科目名称,name,total,code,basic", "1:6"),
  ])
  func reportsAColumnThatStandsTwice(header: String, place: String) {
    let loaded = Loaded(FormFixture.expenditure, header + "\n")
    #expect(loaded.places.filter { $0.hasSuffix("column") } == [place + " duplicate-column"])
  }

  @Test func suggestsWhatWasProbablyMeant() throws {
    let loaded = Loaded(FormFixture.expenditure, "code,科目名,合计,基本支出\n")
    #expect(loaded.places == ["1:1 missing-column", "1:6 unknown-column", "1:13 unknown-column"])
    let messages = loaded.findings.map(\.message)
    #expect(messages[1].contains("是不是“科目名称”"))
    #expect(messages[2].contains("是不是“基本支出（元）”"))
  }

  @Test func asksForThePathOfAnAmbiguousTitle() {
    let loaded = Loaded(FormFixture.twoSided, "项目,收入/预算金额,支出/项目,支出/预算金额\n")
    #expect(loaded.places == ["1:1 ambiguous-column"])
    #expect(loaded.findings[0].message.contains("收入/项目 或 支出/项目"))
  }

  /// What a loader knows of the file before must not show.
  @Test(arguments: [
    "code,name,total,basic\n201,教育,5.00,5.00\n总计,,5.00,5.00\n",
    "code,name,total,basic\r\n201,教育,5.00,5.00\r\n总计,,5.00,5.0O\r\n",
    "code,name,total,basic\r201,教育,5.00,5.00\r总计,,5.00,5.0O\r",
    "\ncode,name,total,basic\n201,教育,5.00\n总计,,5.00,5.00\n", "code,name,total,basic\n",
    "code,name,basic,total\n201,教育,1.00,5.00\n总计,,1.00,5.00\n",
    "code,name,total,basic,更多\n201,教育,5.00,5.00\n", "",
    "code,name,total,\"basic\"\n201,\"教\n育\",5.00,5.00\n总计,,5.00,5.00\n",
    "code\tname\ttotal\tbasic\n201\t教育\t5.00\t5.00\n总计\t\t5.00\t5.00\n",
  ])
  func readsEveryFileAsIfItWereTheFirst(text: String) {
    let alone = Loaded(FormFixture.expenditure, text)
    var loader = TableLoader(FormFixture.expenditure)
    let first = "code,name,total,basic\n201,教育,5.00,5.00\n总计,,5.00,5.00\n"
    for before in [first, first.replacing("\n", with: "\r\n"), "\n" + first, text] {
      _ = Loaded(before, with: &loader)
      let loaded = Loaded(text, with: &loader)
      #expect(loaded.findings == alone.findings)
      #expect(loaded.table.rows.cells == alone.table.rows.cells)
      #expect(loaded.table.listings.map(\.entries) == alone.table.listings.map(\.entries))
    }
  }
}
