import Budget

/// The narrative to fill in: headings, charts and the list of tables.
struct BlankNarrative {
  let title: String
  let kind: Report.Kind
  let charts: [ChartForm]
  let previous: Report?
  let years: YearShift

  /// A line of the outline.
  private enum Line {
    case heading(Int, String)
    case placement(String)
  }

  /// The usual sections of a department's disclosure. The names of funds have 预算 in accounts, too.
  private var usual: [(Int, String)] { kind == .budget ? Self.budget : Self.finalAccounts }

  private static let budget: [(Int, String)] = [
    (2, "第一部分：部门预算情况说明"),
    (3, "一、部门主要职责及机构设置情况"), (4, "（一）部门机构设置、职责"), (4, "（二）人员构成情况"),
    (3, "二、部门预算收支及增减变化情况说明"), (4, "（一）收入预算说明"), (4, "（二）支出预算说明"),
    (3, "三、主要支出情况"),
    (3, "四、部门“三公”经费财政拨款预算说明"), (4, "（一）“三公”经费的单位范围"),
    (4, "（二）“三公”经费预算财政拨款情况说明"),
    (3, "五、其他情况说明"), (4, "（一）机构运行经费说明"), (4, "（二）政府采购预算说明"),
    (4, "（三）政府购买服务预算说明"), (4, "（四）绩效目标情况及绩效评价结果说明"),
    (4, "（五）国有资本经营预算财政拨款情况说明"), (4, "（六）国有资产占用情况说明"),
    (3, "六、名词解释"),
    (2, "第二部分：部门预算表"),
  ]

  private static let finalAccounts: [(Int, String)] = [
    (2, "第一部分：部门决算情况说明"),
    (3, "一、部门主要职责及机构设置情况"), (4, "（一）部门机构设置、职责"), (4, "（二）人员构成情况"),
    (3, "二、部门决算收支及增减变化情况说明"), (4, "（一）收入决算说明"), (4, "（二）支出决算说明"),
    (3, "三、主要支出情况"),
    (3, "四、部门“三公”经费财政拨款决算说明"), (4, "（一）“三公”经费的单位范围"),
    (4, "（二）“三公”经费决算财政拨款情况说明"),
    (3, "五、其他情况说明"), (4, "（一）机关运行经费支出说明"), (4, "（二）政府采购支出说明"),
    (4, "（三）政府购买服务支出说明"), (4, "（四）绩效评价结果说明"),
    (4, "（五）国有资本经营预算财政拨款支出情况说明"), (4, "（六）国有资产占用情况说明"),
    (3, "六、名词解释"),
    (2, "第二部分：部门决算表"),
  ]

  var text: String {
    let lines = outline
    var text = "# \(title)\n"
    for (index, line) in lines.enumerated() {
      switch line {
      case .heading(let level, let words):
        text += "\n\(String(repeating: "#", count: level)) \(words)\n"
        if isLeaf(index, level, lines) { text += "\n\(UnfilledWords.usual)。\n" }
      case .placement(let markdown): text += "\n\(markdown)\n"
      }
    }
    return text
  }

  /// Whether nothing stands under a heading.
  private func isLeaf(_ index: Int, _ level: Int, _ lines: [Line]) -> Bool {
    guard index + 1 < lines.count else { return true }
    switch lines[index + 1] {
    case .heading(let next, _): return next <= level
    case .placement(let markdown): return !markdown.hasSuffix("(tables:)")
    }
  }

  private var outline: [Line] {
    guard let previous else {
      return usual.flatMap { level, words -> [Line] in
        let heading = Line.heading(level, words)
        guard words.contains("财政拨款情况说明"), words.contains("三公") else { return [heading] }
        return [heading] + charts.map { .placement("![\($0.title)](chart:\($0.id))") }
      } + [.placement("![\(kind.title)表](tables:)")]
    }
    return previous.narrative.blocks.compactMap { block -> Line? in
      switch block {
      case .heading(let heading):
        let words = heading.content.plainText
        // The page makes its own table of contents.
        guard heading.level > 1, words != "目录" else { return nil }
        return .heading(heading.level, years.text(words))
      case .placement(let placement):
        switch placement.part {
        case .chart(let id): return .placement("![\(placement.title)](chart:\(id))")
        case .tables: return .placement("![\(placement.title)](tables:)")
        }
      default: return nil
      }
    }
  }
}
