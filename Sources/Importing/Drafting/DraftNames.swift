/// Ids in ASCII for the titles that budget tables commonly have.
enum DraftNames {
  private static let tables: [(words: [String], id: String)] = [
    (["三公"], "three-public"), (["政府性基金"], "government-fund"),
    (["国有资本"], "state-capital"), (["购买服务"], "service-procurement"),
    (["政府采购"], "government-procurement"), (["项目", "绩效"], "project-performance"),
    (["整体", "绩效"], "overall-performance"), (["绩效"], "performance"),
    (["转移支付"], "special-transfer"), (["基本支出"], "basic-expenditure"),
    (["项目支出"], "project-expenditure"), (["财政拨款", "收支"], "appropriation"),
    (["一般公共预算"], "general-budget"), (["收支"], "revenue-expenditure"),
    (["明细"], "detail"), (["收入"], "revenue"), (["支出"], "expenditure"),
  ]
  private static let columns: [String: String] = [
    "科目编码": "code", "科目代码": "code", "功能分类科目编码": "code", "功能科目编码": "code",
    "科目名称": "name", "功能分类科目名称": "name", "类": "class", "款": "section", "项": "item",
    "合计": "total", "总计": "total", "小计": "subtotal", "基本支出": "basic", "项目支出": "project",
    "人员经费": "personnel", "公用经费": "operating", "项目": "item", "预算数": "amount",
    "金额": "amount", "预算金额": "amount", "备注": "remark", "序号": "number", "项目名称": "project_name",
    "一般公共预算": "general_budget", "一般公共预算拨款": "general_budget", "政府性基金预算": "government_fund",
    "政府性基金预算拨款": "government_fund", "国有资本经营预算": "state_capital", "财政专户管理资金": "special_account",
    "事业收入": "institutional", "经营收入": "operating_income", "其他收入": "other",
    "因公出国(境)费": "abroad", "公务接待费": "reception", "公务用车购置费": "purchase", "购置费": "purchase",
    "公务用车运行费": "running", "公务用车运行维护费": "running", "运行费": "running", "运行维护费": "running",
    "上年结转": "carried_over", "单位编码": "unit_code", "单位名称": "unit_name",
  ]

  /// An id for a table.
  static func table(_ title: String, number: Int) -> String {
    tables.first { $0.words.allSatisfy { title.contains($0) } }?.id ?? "table-\(number)"
  }

  /// An id for a column.
  static func column(_ title: String, number: Int) -> String {
    columns[title.folded] ?? "column-\(number)"
  }

  /// The ids with numbers behind those that were given before.
  static func unique(_ ids: [String], separator: String) -> [String] {
    var taken: Set<String> = []
    return ids.map { id in
      var candidate = id
      var number = 2
      while !taken.insert(candidate).inserted {
        candidate = id + separator + String(number)
        number += 1
      }
      return candidate
    }
  }
}
