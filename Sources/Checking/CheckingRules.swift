import Budget

extension Rule {
  static let hierarchySum = Rule("hierarchy-sum", "上级科目的金额等于下级科目之和")
  static let closingSum = Rule("closing-sum", "合计、总计等于各项之和")
  static let checkUnresolved = Rule("check-unresolved", "核对关系里的表名、行名、列名都能找到")
  static let checkUnchecked = Rule("check-unchecked", "核对关系所需的行和数据齐全")
  static let overviewUnresolved = Rule("overview-unresolved", "概览引用的行和列在报告里都能找到")
  static let mixedFormats = Rule("mixed-number-format", "同一列金额的写法一致（千分位）")
  static let unitSlip = Rule("unit-slip", "金额单位没有混用（元与万元相差一万倍）")

  static let figureMismatch = Rule("figure-mismatch", "正文数字与所引用的数据一致")
  /// Every amount of the narrative says where it comes from.
  public static let figureUnbound = Rule("figure-unbound", "正文数字都注明了数据来源")
  static let figureText = Rule("figure-text", "方括号里恰好是一个数字及其单位")
  static let figureUnresolved = Rule("figure-unresolved", "数据来源的算式能够计算")
  /// A formula of numbers alone proves nothing: the figure would vouch for itself.
  static let bindingWithoutSource = Rule("binding-without-source", "数据来源的算式引用了单元格或文外数")
  static let needlessNote = Rule("needless-note", "只有与数据不符的数字才需要加注说明")
  static let vagueNote = Rule("vague-note", "说明写出了应有的数")
  static let sentenceDifference = Rule("sentence-difference", "句中的增减额等于前后两数之差")
  static let sentenceDirection = Rule("sentence-direction", "句中的增减方向与前后两数相符")
  static let sentenceRate = Rule("sentence-rate", "句中的增减幅度与增减额相符")
  static let sentenceShare = Rule("sentence-share", "句中的占比与两数之比相符")
  static let sentenceSame = Rule("sentence-same", "句中说一致、持平的数字确实相同")
  static let changeWithoutReason = Rule("change-without-reason", "增减变化说明了原因")
  static let placeholder = Rule("placeholder", "没有遗留的占位文字")
  static let strayYear = Rule("stray-year", "正文中的年份是本年度或上年度")
  static let contentsMismatch = Rule("contents-mismatch", "目录与正文标题、表名一致")
  static let nameMismatch = Rule("name-mismatch", "正文中的项目名称与表中一致")

  static let lastYearFigure = Rule("last-year-figure", "上年数与本站上年报告公布的一致")
  static let reportDuplicate = Rule("report-duplicate", "一个部门一年的一种公开只有一份报告")

  /// The rules that checking knows by itself; a form set's checks come with their own ids.
  public static let checkingRules: [Rule] = [
    hierarchySum, closingSum, checkUnresolved, checkUnchecked, overviewUnresolved, mixedFormats,
    unitSlip,
    figureMismatch, figureUnbound, figureText, figureUnresolved, bindingWithoutSource,
    needlessNote, vagueNote,
    sentenceDifference, sentenceDirection, sentenceRate, sentenceShare, sentenceSame,
    changeWithoutReason, placeholder, strayYear, contentsMismatch, nameMismatch,
    lastYearFigure, reportDuplicate,
  ]
}
