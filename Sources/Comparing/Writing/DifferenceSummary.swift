/// How many changes there are of which kind, in words.
struct DifferenceSummary {
  let difference: SiteDifference

  private static let names: [(String, Set<Change.Kind>)] = [
    ("报告", [.reportAdded, .reportRemoved, .reportChanged]),
    ("表", [.tableAdded, .tableRemoved, .tableChanged, .tableMoved]),
    ("栏目", [.columnAdded, .columnRemoved, .columnChanged, .columnMoved]),
    ("行", [.rowAdded, .rowRemoved, .rowRenamed, .rowLevelChanged, .rowMoved]),
    ("金额", [.figureChanged]),
    ("表内文字", [.textChanged]),
    ("句子", [.sentenceAdded, .sentenceRemoved, .sentenceChanged, .paragraphChanged, .linkChanged]),
    ("数据来源", [.bindingChanged]),
    ("注", [.noteChanged]),
    ("表外数", [.factAdded, .factRemoved, .factChanged]),
    ("更正", [.correctionAdded, .correctionRemoved]),
    ("图表", [.chartAdded, .chartRemoved, .chartChanged]),
    ("勾稽", [.checkAdded, .checkRemoved, .checkChanged]),
  ]

  /// 共 3 处不同：金额 2，图表 1。
  var text: String {
    let changes = difference.changes
    guard !changes.isEmpty else { return "没有不同：报告、表格、文字、勾稽都一样。" }
    let counts = Self.names.compactMap { name, kinds in
      let count = changes.count { kinds.contains($0.kind) }
      return count > 0 ? "\(name) \(count)" : nil
    }
    return "共 \(changes.count) 处不同：\(counts.joined(separator: "，"))。"
      + (difference.changesFigures ? "公开的数字有变化。" : "公开的数字没有变化。")
  }
}
