import Budget
import Testing

@testable import Loading

@Suite struct KeyTests {
  @Test(arguments: [
    ("一、本年收入", "本年收入"), ("  （一）一般公共预算拨款", "一般公共预算拨款"),
    ("1、因公出国（境）费", "因公出国（境）费"), ("其中；公务用车购置费", "公务用车购置费"),
    ("2．其中：甲", "甲"), ("(3)乙：", "乙"), ("收 入　总 计：", "收入总计"), ("2020年预算", "2020年预算"),
    ("12345市民服务热线 西城", "12345市民服务热线西城"), ("1.5倍", "1.5倍"), ("一、", "一、"),
    ("A<b>&\"#%", "A_b_____"), ("十一、住房", "住房"),
  ])
  func labelsMakeKeys(label: String, key: String) {
    #expect(LabelText.key(label) == key)
  }

  @Test func aRepeatedKeyBecomesAPath() {
    let loaded = Loaded(
      FormFixture.numbered, "item,amount\n一、本年收入,1\n（一）拨款,1\n二、上年结转,1\n（一）拨款,1\n")
    #expect(loaded.places.isEmpty)
    #expect(
      loaded.keys() == ["本年收入", "本年收入/拨款<本年收入", "上年结转", "上年结转/拨款<上年结转"])
  }

  @Test func equalRowsAreReportedAndKeptApart() {
    let loaded = Loaded(FormFixture.plain, "item,amount\n甲,1\n甲,2\n甲,3\n")
    #expect(loaded.keys() == ["甲", "甲~2", "甲~3"])
    #expect(loaded.places == ["3:1 duplicate-key", "4:1 duplicate-key"])
    #expect(loaded.findings.allSatisfy { $0.message.contains("第 2 行") })
  }

  /// Keys are short where the beginning of a label is enough.
  @Test func longLabelsAreToldApartByTheirEnds() {
    let long = String(repeating: "长", count: 100)
    let loaded = Loaded(
      FormFixture.plain, "item,amount\n\(long)甲,1\n\(long)乙,2\n\(long),3\n短\(long)丙,4\n")
    #expect(loaded.places.isEmpty)
    #expect(loaded.keys() == [long + "甲", long + "乙", long, "短" + long.dropLast()])
    let same = Loaded(
      FormFixture.plain, "item,amount\n\(long)甲,1\n\(long)乙,2\n\(long)甲,3\n")
    #expect(same.places == ["4:1 duplicate-key"])
    #expect(same.keys() == [long + "甲", long + "乙", long + "甲~2"])
    let longest = String(repeating: "长", count: 300)
    let endless = Loaded(FormFixture.plain, "item,amount\n\(longest)甲,1\n\(longest)乙,2\n")
    #expect(endless.places == ["3:1 duplicate-key"])
  }

  /// So are the sections of a paper form in which items have the same names.
  @Test func longSectionsAreToldApartByTheirEnds() {
    let long = String(repeating: "长", count: 100)
    let loaded = Loaded(
      FormFixture.paper,
      "section,item,content\n\(long)甲,数量,一\n,质量,二\n\(long)乙,数量,三\n,质量,四\n")
    #expect(loaded.places.isEmpty)
    #expect(
      loaded.keys()
        == ["甲", "甲", "乙", "乙"].enumerated().map {
          long + $1 + "/" + ["数量", "质量"][$0 % 2]
        })
  }

  /// Rows that nothing tells apart are numbered; a total is not one of them.
  @Test(arguments: [
    ("甲,1\n合计,1\n", ["row", "total"]), ("甲,1\n乙,2\n合计,3\n", ["row", "row2", "total"]),
    ("甲,1\n乙,2\n丙,3\n合计,6\n", ["row", "row2", "row3", "total"]),
  ])
  func totalsKeepTheirKeyAmongNamelessRows(rows: String, keys: [String]) {
    let form = Form(
      id: "wide", number: "表一", title: "表", layout: .wide,
      columns: [
        Column(id: "words", title: "内容", kind: .text),
        Column(id: "amount", title: "金额", kind: .amount),
      ], header: [],
      listings: [
        ListingForm(
          id: "rows", key: [], label: nil,
          closing: [.init(key: "total", label: "合计", sum: .items)])
      ])
    let loaded = Loaded(form, "words,amount\n" + rows)
    #expect(loaded.places.isEmpty)
    #expect(loaded.keys() == keys)
  }

  @Test func aCodeThatIsBlankLeavesTheLabel() {
    let form = FormFixture.list(
      columns: [
        Column(id: "code", title: "编码", kind: .code),
        Column(id: "name", title: "名称", kind: .label),
        Column(id: "project", title: "项目", kind: .text),
        Column(id: "amount", title: "金额", kind: .amount),
      ],
      listing: ListingForm(
        id: "rows", key: [0, 2], label: 1, hierarchy: .indentation,
        closing: [.init(key: "total", label: "合计", sum: .items)]))
    let loaded = Loaded(
      form, "code,name,project,amount\n  B 01,社区,甲,1\n,　热线,,1\n30101,　　工资,人员_工资,1\n合计,,,3\n")
    #expect(loaded.places.isEmpty)
    #expect(loaded.keys() == ["B_01-甲", "热线<B_01-甲", "30101-人员_工资<热线", "total"])
    #expect(loaded.table.listings[0].entries.map(\.label) == ["社区", "热线", "工资", "合计"])
  }

  @Test func eachSideOfAStatementHasItsOwnEntries() {
    let loaded = Loaded(
      FormFixture.twoSided,
      """
      收入/项目,收入/预算金额,支出/项目,支出/预算金额
      一、本年收入,10,一、本年支出,10
      ,,（一）教育,10
      二、上年结转,,,
      收入总计：,10,支出总计：,10

      """)
    #expect(loaded.places.isEmpty)
    #expect(loaded.keys(0) == ["本年收入", "上年结转", "total"])
    #expect(loaded.keys(1) == ["本年支出", "教育<本年支出", "total"])
    #expect(loaded.table.listings[0].entries.map(\.row) == [0, 2, 3])
    #expect(loaded.table.listings[1].entries.map(\.row) == [0, 1, 3])
    #expect(loaded.table.listings[0].entries[2].role == .closing(0))
  }

  @Test func aPaperFormIsAddressedByItsInnermostLabels() {
    let loaded = Loaded(
      FormFixture.paper,
      """
      section,item,content
      部门名称,,服务中心
      总体资金情况（万元）,资金总额：,6064.66
      ,基本支出：,"2,958.87"
      绩效指标,指标名称,指标内容
      ,产出-数量,完成
      其他,说明,无
      补充,说明,无

      """)
    #expect(loaded.places.isEmpty)
    #expect(
      loaded.keys() == ["部门名称", "资金总额", "基本支出", "指标名称", "产出-数量", "其他/说明", "补充/说明"])
    #expect(
      loaded.table.rows.map { $0[2].value?.description }.prefix(3) == [
        nil, "6064.66", "2958.87",
      ])
    #expect(loaded.table.listings[0].entries[3].role == .heading)
    #expect(loaded.table.listings[0].entries[2].label == "基本支出：")
  }
}
