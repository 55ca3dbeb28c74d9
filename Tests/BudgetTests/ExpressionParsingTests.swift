import Testing

@testable import Budget

@Suite struct ExpressionParsingTests {
  /// A text, and its canonical notation.
  @Test(arguments: [
    ("收入[总计].合计", "收入[总计].合计"),
    ("文外.2020收入 - 收入[总计].合计", "文外.2020收入-收入[总计].合计"),
    ("文外.2020收入－收入[总计].合计", "文外.2020收入-收入[总计].合计"),
    ("a.b ＋ c.d × 2 ÷ 3", "a.b+c.d*2/3"),
    ("三公[因公出国（境）费].2021年预算数", "三公[因公出国（境）费].2021年预算数"),
    ("（三公[总计].本年－三公[总计].上年）÷三公[总计].上年", "(三公[总计].本年-三公[总计].上年)/三公[总计].上年"),
    ("（5+3）×2", "(5+3)*2"),
    ("12.50万元", "12.50万元"), ("5%", "5%"), ("5％", "5%"), ("3", "3"), ("1亿元", "1亿元"),
    ("1.5千元", "1.5千元"),
    ("2021年预算数", "2021年预算数"),
    ("三公.2021", "三公.2021"),
    ("2021.合计", "「2021」.合计"),
    ("三公.2021-三公.2020", "三公.2021-三公.2020"),
    ("三公.2021/2", "三公.2021/2"),
    ("three-public[total].this_year", "three-public[total].this_year"),
    ("total-(basic)", "total-(basic)"),
    ("合计-基本支出", "合计-基本支出"),
    ("sum(明细[功能分类代码=201*,级=3,末级].预算金额)", "sum(明细[功能分类代码=201*,级=3,末级].预算金额)"),
    ("sum( 明细[ * ] . 预算金额 )", ""),
    ("sum(明细[*].预算金额)", "sum(明细[*].预算金额)"),
    ("支出[$].合计", "支出[$].合计"),
    ("基本支出[部门经济分类代码=$.部门经济分类代码].合计", "基本支出[部门经济分类代码=$.部门经济分类代码].合计"),
    ("财政拨款[本年收入/一般公共预算拨款].收入金额", "财政拨款[本年收入/一般公共预算拨款].收入金额"),
    ("明细[12345市民热线 西城分中心热线服务项目经费].预算金额", "明细[12345市民热线西城分中心热线服务项目经费].预算金额"),
    ("购买服务[「社会管理性服务(B)」].「编码(代码)」", "购买服务[社会管理性服务(B)].「编码(代码)」"),
    ("支出[\"a[1]\"\"\"].合计", "支出[「a[1]\"」].合计"),
    ("支出[「末级」].合计", "支出[「末级」].合计"),
    ("支出[科目名称=「甲*」].合计", "支出[科目名称=「甲*」].合计"),
    ("支出[科目名称=「」].合计", "支出[科目名称=「」].合计"),
    ("「科目/科目编码」", "「科目/科目编码」"),
    ("-(a.b+c.d)-(-e.f)", "-(a.b+c.d)-(-e.f)"),
    ("1-(2-3)-4", "1-(2-3)-4"), ("1/(2*3)", "1/(2*3)"), ("--a.b", "--a.b"), ("+5", "5"),
  ]) func canonicalNotation(text: String, canonical: String) throws {
    guard !canonical.isEmpty else {
      #expect(throws: ExpressionSyntaxError.self) { try Expression(parsing: text) }
      return
    }
    let expression = try Expression(parsing: text)
    #expect(expression.description == canonical)
    #expect(try Expression(parsing: canonical) == expression)
  }

  @Test func parts() throws {
    let sum = try Expression(parsing: "sum(明细[功能分类代码=201*,级=3,末级,名=「x」].预算金额) - 2%")
    let reference = Reference(
      table: "明细",
      rows: .filtered([
        Filter(column: "功能分类代码", match: .prefix("201")), Filter(column: "", match: .level(3)),
        Filter(column: "", match: .leaf), Filter(column: "名", match: .equals("x")),
      ]), column: "预算金额")
    #expect(
      sum
        == .operation(
          .minus, .sum(reference), .number(ExactDecimal(2), .percent)))
  }

  /// A text, the offset of its mistake, and words of the message.
  @Test(arguments: [
    ("", 0, "缺少数字或引用"), ("支出[总计]", 6, "缺少“.列名”"), ("支出[总计.合计", 2, "没有结束"),
    ("支出[总计].", 7, "缺少列名"), ("支出[].合计", 3, "缺少行名"), ("(1+2", 0, "括号没有结束"),
    ("1+", 2, "缺少数字或引用"), ("1 2", 2, "多余的“2”"), ("1)", 1, "多余的“)”"), ("abs(1)", 0, "没有函数"),
    ("sum（a.b）", 0, "半角括号"), ("sum(1)", 4, "只能有一个引用"), ("「甲", 0, "引号没有结束"),
    ("$.合计", 0, "$ 只能写在方括号里"), ("支出［总计］.合计", 2, "多余的"), ("文外[甲].乙", 0, "文外数据没有行"),
    ("支出[级=三].合计", 5, "级次应当是正整数"), ("支出[科目编码=].合计", 8, "缺少内容"),
    ("支出[科目编码=*].合计", 8, "前面缺少开头"), ("支出[=3].合计", 3, "前面缺少列名"),
    ("支出[201*].合计", 3, "请写明列名"), ("支出[级=3,甲].合计", 7, "应当是条件"),
    ("支出[甲[乙].合计", 4, "请加引号"), ("a.b = c.d", 4, "比较符号"),
    ("1234567890123456789012345", 0, "数字太长"),
  ]) func mistakes(text: String, offset: Int, words: String) {
    let error = #expect(throws: ExpressionSyntaxError.self) { try Expression(parsing: text) }
    #expect(error?.offset == offset)
    #expect(error?.message.contains(words) == true, "\(error?.message ?? "")")
  }

  @Test func hostileInput() {
    for text in [
      String(repeating: "(", count: 100_000), String(repeating: "-", count: 3_000),
      String(repeating: "1+", count: 1_900) + "1", String(repeating: "（", count: 3_000),
      String(repeating: "[", count: 3_000), String(repeating: "a", count: 100_000),
    ] {
      #expect(throws: ExpressionSyntaxError.self) { try Expression(parsing: text) }
    }
  }

  @Test(arguments: [
    ("合计 = 基本支出 + 项目支出", "合计=基本支出+项目支出"), ("a.b<=c.d", "a.b≤c.d"), ("a.b ≥ 0", "a.b≥0"),
    ("a.b == c.d", "a.b=c.d"), ("a.b ＜= c.d", "a.b≤c.d"), ("a.b >= c.d", "a.b≥c.d"),
  ]) func relations(text: String, canonical: String) throws {
    let relation = try Relation(parsing: text)
    #expect(relation.description == canonical)
    #expect(try Relation(parsing: canonical) == relation)
  }

  @Test(arguments: [
    ("a.b", 3, "缺少比较符号"), ("a.b < c.d", 4, "只能比较"), ("a.b = c.d = e.f", 10, "不能再有比较符号"),
    ("a.b ! c.d", 4, "多余的"),
  ]) func relationMistakes(text: String, offset: Int, words: String) {
    let error = #expect(throws: ExpressionSyntaxError.self) { try Relation(parsing: text) }
    #expect(error?.offset == offset)
    #expect(error?.message.contains(words) == true)
  }

  @Test func domains() throws {
    guard case .rows("支出", nil, let all, true) = try CheckForm.Domain(parsing: "支出") else {
      Issue.record("支出")
      return
    }
    #expect(all.isEmpty)
    guard
      case .rows("收支总表", "outlay", let items, false) =
        try CheckForm.Domain(parsing: "收支总表/outlay[*]")
    else {
      Issue.record("收支总表/outlay[*]")
      return
    }
    #expect(items.isEmpty)
    guard case .rows("支出", nil, let level, false) = try CheckForm.Domain(parsing: "支出[级=3]") else {
      Issue.record("支出[级=3]")
      return
    }
    #expect(level == [Filter(column: "", match: .level(3))])
    guard case .groups("明细", "功能分类代码") = try CheckForm.Domain(parsing: "明细.功能分类代码") else {
      Issue.record("明细.功能分类代码")
      return
    }
    for text in ["", "支出[总计]", "支出[*].合计", "支出/"] {
      #expect(throws: ExpressionSyntaxError.self) { try CheckForm.Domain(parsing: text) }
    }
  }
}
