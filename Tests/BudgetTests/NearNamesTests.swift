import Testing

import Budget

@Suite struct NearNamesTests {
  private let tables = [
    "revenue", "表一", "部门收入总体情况表", "表二", "expenditure", "表三", "部门支出总体情况表", "表十三", "附表4",
  ]

  /// The number says which table is meant, however it is written; another number is another table.
  @Test(arguments: [
    ("表3", "表三"), ("表３", "表三"), ("表13", "表十三"), ("表１３", "表十三"), ("附表四", "附表4"), ("表14", nil),
    ("表四", "附表4"), ("表5", nil), ("Revenue", "revenue"), ("ｒｅｖｅｎｕｅ", "revenue"),
    ("revenu", "revenue"),
    ("部门收人总体情况表", "部门收入总体情况表"), ("部门支出总体情况", "部门支出总体情况表"), ("说明", nil),
  ]) func nearest(text: String, expected: String?) {
    #expect(NearNames.nearest(to: text, among: tables).first == expected)
  }
}
