import Budget

@testable import Loading

/// Forms for tests, small but of every shape.
enum FormFixture {
  static let total = ListingForm.ClosingRow(key: "total", label: "总计", sum: .items)

  /// 科目 by code, with 合计 and 基本支出.
  static let expenditure = list(
    columns: [
      Column(id: "code", title: "科目编码", path: ["科目", "科目编码"], kind: .code),
      Column(id: "name", title: "科目名称", path: ["科目", "科目名称"], kind: .label),
      Column(id: "total", title: "合计", kind: .amount),
      Column(id: "basic", title: "基本支出（元）", aliases: ["基本"], kind: .amount),
    ],
    listing: ListingForm(
      id: "rows", key: [0], label: 1, hierarchy: .code(columns: [0], lengths: [3, 5, 7]),
      closing: [total]))

  /// Items side by side, one amount.
  static let plain = labelled(.none)
  static let indented = labelled(.indentation)
  static let numbered = labelled(.numbering)

  static func labelled(
    _ hierarchy: ListingForm.Hierarchy, closing: [ListingForm.ClosingRow] = [],
    mayBeEmpty: Bool = false
  ) -> Form {
    list(
      columns: [
        Column(id: "item", title: "项目", kind: .label),
        Column(id: "amount", title: "金额", kind: .amount),
      ],
      listing: ListingForm(
        id: "rows", key: [0], label: 0, hierarchy: hierarchy, closing: closing),
      mayBeEmpty: mayBeEmpty)
  }

  /// A third column says the level or the parent.
  static func labelled(third: Column, _ hierarchy: ListingForm.Hierarchy) -> Form {
    list(
      columns: [
        Column(id: "item", title: "项目", kind: .label),
        Column(id: "amount", title: "金额", kind: .amount), third,
      ],
      listing: ListingForm(id: "rows", key: [0], label: 0, hierarchy: hierarchy))
  }

  /// 收入 beside 支出, both with 项目 and 预算金额.
  static let twoSided: Form = {
    let columns = [
      Column(id: "income_item", title: "项目", path: ["收入", "项目"], kind: .label),
      Column(id: "income_amount", title: "预算金额", path: ["收入", "预算金额"], kind: .amount),
      Column(id: "outlay_item", title: "项目", path: ["支出", "项目"], kind: .label, listing: 1),
      Column(
        id: "outlay_amount", title: "预算金额", path: ["支出", "预算金额"], kind: .amount, listing: 1),
    ]
    return Form(
      id: "balance", number: "表四", title: "财政拨款收支总体情况表", layout: .twoSided,
      columns: columns, header: [],
      listings: [
        ListingForm(
          id: "income", title: "收入", key: [0], label: 0, hierarchy: .numbering,
          closing: [.init(key: "total", label: "收入总计", sum: .items)]),
        ListingForm(
          id: "outlay", title: "支出", key: [2], label: 2, hierarchy: .numbering,
          closing: [.init(key: "total", label: "支出总计", sum: .items)]),
      ])
  }()

  /// A paper form with amounts in some rows.
  static let paper = Form(
    id: "performance", number: "表十二", title: "部门整体支出绩效目标申报表", unit: .tenThousandYuan,
    layout: .form,
    columns: [
      Column(id: "section", title: "栏目", kind: .label),
      Column(id: "item", title: "项目", kind: .label),
      Column(id: "content", title: "内容", kind: .value),
    ], header: [],
    listings: [
      ListingForm(
        id: "rows", key: [0, 1], label: 0, amountRows: ["资金总额", "基本支出"],
        headingRows: ["指标名称"])
    ])

  /// Eight columns, of which two are hard to name.
  static let mixed = list(
    columns: [
      Column(id: "code", title: "编码", path: ["科目", "编码"], kind: .code),
      Column(id: "name", title: "名称", kind: .label),
      Column(id: "before", title: "上年", kind: .amount),
      Column(id: "now", title: "本年", kind: .amount),
      Column(id: "note", title: "说明", aliases: ["备注"], kind: .text),
      Column(id: "remark", title: "说明", path: ["说明"], kind: .text),
      Column(id: "basic", title: "基本", path: ["其中", "基本"], kind: .amount),
      Column(id: "project", title: "项目", path: ["其中", "项目"], kind: .amount),
    ],
    listing: ListingForm(id: "rows", key: [0], label: 1, hierarchy: .none))

  /// 类/款/项 in three columns, whole yuan.
  static let threeColumns = list(
    columns: [
      Column(id: "class", title: "类", path: ["科目编码", "类"], kind: .code),
      Column(id: "section", title: "款", path: ["科目编码", "款"], kind: .code),
      Column(id: "item", title: "项", path: ["科目编码", "项"], kind: .code),
      Column(id: "name", title: "科目名称", kind: .label),
      Column(id: "total", title: "合计", kind: .amount),
    ],
    listing: ListingForm(
      id: "rows", key: [0, 1, 2], label: 3,
      hierarchy: .code(columns: [0, 1, 2], lengths: [3, 5, 7]),
      closing: [.init(key: "total", label: "合计", sum: .items)]),
    decimals: 0)

  /// One row of 三公 under a wide header, in 万元.
  static let wide = Form(
    id: "three-public", number: "附表七", title: "“三公”经费支出表", unit: .tenThousandYuan,
    layout: .wide,
    columns: [
      Column(id: "total", title: "合计", kind: .amount),
      Column(id: "abroad", title: "因公出国（境）费", kind: .amount),
      Column(id: "cars_bought", title: "购置费", path: ["公务用车", "购置费"], kind: .amount),
      Column(id: "cars_run", title: "运行费", path: ["公务用车", "运行费"], kind: .amount),
      Column(id: "reception", title: "公务接待费", kind: .amount),
    ], header: [], listings: [ListingForm(id: "rows", key: [], label: nil)])

  static func list(
    columns: [Column], listing: ListingForm, decimals: Int = 2, mayBeEmpty: Bool = false
  ) -> Form {
    Form(
      id: "expenditure", number: "表三", title: "部门支出总体情况表", decimals: decimals,
      columns: columns, header: columns.indices.map { .column($0) }, listings: [listing],
      mayBeEmpty: mayBeEmpty)
  }
}

/// A loaded table and what was found on the way.
struct Loaded {
  let table: Table
  let findings: [Finding]

  /// Loads `text` as a table of `form`.
  init(
    _ form: Form, _ text: String?, absence: String? = nil, note: String = "",
    limits: TableLimits = TableLimits()
  ) {
    self.init(
      form, bytes: text.map { Array($0.utf8) }, absence: absence, note: note, limits: limits)
  }

  /// Loads `text` with a loader that may have loaded others.
  init(_ text: String, with loader: inout TableLoader) {
    var findings: [Finding] = []
    table = loader.load(
      bytes: Array(text.utf8), file: "table.csv", absence: nil,
      absencePosition: SourcePosition(file: "report.yml", line: 6, column: 3), note: "",
      notePosition: SourcePosition(file: "report.yml", line: 9, column: 3),
      reportFile: "Content/2021/report.yml", into: &findings)
    self.findings = findings
  }

  init(
    _ form: Form, bytes: [UInt8]?, absence: String? = nil, note: String = "",
    limits: TableLimits = TableLimits()
  ) {
    var findings: [Finding] = []
    var loader = TableLoader(form, limits: limits)
    table = loader.load(
      bytes: bytes, file: "table.csv", absence: absence,
      absencePosition: SourcePosition(file: "report.yml", line: 6, column: 3), note: note,
      notePosition: SourcePosition(file: "report.yml", line: 9, column: 3),
      reportFile: "Content/2021/report.yml", into: &findings)
    self.findings = findings
  }

  /// Each finding as `line:column rule`.
  var places: [String] {
    findings.map { "\($0.position.line):\($0.position.column) \($0.rule)" }
  }

  /// Each entry as its key and the key of its parent: `20103<201`.
  func keys(_ listing: Int = 0) -> [String] {
    let entries = table.listings[listing].entries
    return entries.map { entry in
      entry.key + (entry.parent.map { "<" + entries[$0].key } ?? "")
    }
  }
}
