/// A change in Chinese words, in pieces that a terminal colours and Markdown marks.
struct ChangeText {
  /// A piece of a line.
  struct Piece: Equatable {
    enum Style { case plain, removed, added }

    let text: String
    var style = Style.plain
  }

  let change: Change

  /// What became of what.
  var headline: [Piece] {
    var pieces = [Piece(text: subject)]
    if !change.words.isEmpty {
      pieces.append(Piece(text: "："))
      return pieces
        + change.words.map { word in
          switch word.operation {
          case .kept: Piece(text: word.text)
          case .removed: Piece(text: word.text, style: .removed)
          case .added: Piece(text: word.text, style: .added)
          }
        }
    }
    switch change.kind {
    case .rowAdded, .rowRemoved:
      let style: Piece.Style = change.kind == .rowAdded ? .added : .removed
      pieces += [Piece(text: "："), Piece(text: change.new ?? change.old ?? "", style: style)]
      let cells = change.cells.filter { !change.place.rowLabel.hasSameBytes(as: $0.text) }
        .map { $0.columnTitle.isEmpty ? $0.text : $0.columnTitle + " " + $0.text }
      if !cells.isEmpty { pieces.append(Piece(text: "（\(cells.joined(separator: "，"))）")) }
    default:
      pieces.append(Piece(text: "："))
      if let old = change.old { pieces.append(Piece(text: shown(old), style: .removed)) }
      if change.old != nil, change.new != nil { pieces.append(Piece(text: " → ")) }
      if let new = change.new { pieces.append(Piece(text: shown(new), style: .added)) }
      if let difference { pieces.append(Piece(text: "（\(difference)）")) }
    }
    return pieces
  }

  /// What the change bears on, one line each.
  var consequences: [String] {
    let touches = change.touches
    var lines: [String] = []
    if !touches.totals.isEmpty {
      lines.append("合计：" + touches.totals.map(\.name).joined(separator: "；"))
    }
    for sentence in touches.sentences { lines.append("引用：\(sentence.heading)：\(sentence.text)") }
    if !touches.charts.isEmpty { lines.append("图表：" + touches.charts.joined(separator: "；")) }
    if !touches.checks.isEmpty {
      let names = touches.checks.map {
        $0.subject.isEmpty ? $0.title : "\($0.title)（\($0.subject)）"
      }
      let rest = names.count - Self.shownChecks
      lines.append(
        "勾稽：" + names.prefix(Self.shownChecks).joined(separator: "；")
          + (rest > 0 ? "，等共\(names.count)条" : ""))
    }
    return lines
  }

  /// How many checks are named; JSON has all.
  private static let shownChecks = 6

  /// 减少3,370.79，下降22.80%
  private var difference: String? {
    guard let difference = change.difference else { return nil }
    let isLess = difference.amount.hasPrefix("-")
    let amount = Self.grouped(difference.amount.drop { $0 == "-" })
    let percent = difference.percent.map { percent in
      let share = percent == "0.00" ? "不到0.01" : percent.drop { $0 == "-" }
      return "，\(isLess ? "下降" : "增长")\(share)%"
    }
    return (isLess ? "减少" : "增加") + amount + (percent ?? "")
  }

  private static func grouped(_ number: Substring) -> String {
    let whole = number.prefix { $0 != "." }
    var text = ""
    for (offset, digit) in whole.enumerated() {
      if offset > 0, (whole.count - offset) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return text + number.dropFirst(whole.count)
  }

  private func shown(_ text: String) -> String { text.isEmpty ? "（空）" : text }

  /// What it is that changed.
  private var subject: String {
    let place = change.place
    let cell = [place.rowLabel, place.columnTitle].compactMap { $0 }.joined(separator: " · ")
    let item = place.item ?? ""
    let name =
      switch change.kind {
      case .reportAdded: "新增报告"
      case .reportRemoved: "取消报告"
      case .reportChanged: "报告"
      case .tableAdded: "新增表"
      case .tableRemoved: "取消表"
      case .tableChanged: "表"
      case .tableMoved: "表的次序"
      case .columnAdded: "新增栏目"
      case .columnRemoved: "取消栏目"
      case .columnChanged: "栏目“\(place.columnTitle ?? "")”"
      case .columnMoved: "栏目次序 \(place.columnTitle ?? "")"
      case .rowAdded: "新增行"
      case .rowRemoved: "删去行"
      case .rowRenamed: "行改名"
      case .rowLevelChanged: "层级 \(cell)"
      case .rowMoved: "行移动 \(cell)"
      case .figureChanged: "金额 \(cell)"
      case .textChanged: "文字 \(cell)"
      case .sentenceAdded: "新增句 \(item)"
      case .sentenceRemoved: "删去句 \(item)"
      case .sentenceChanged: "改句 \(item)"
      case .paragraphChanged: "分段 \(item)"
      case .linkChanged: "链接 \(item)"
      case .bindingChanged, .noteChanged: item
      case .factAdded: "新增表外数 \(item)"
      case .factRemoved: "取消表外数 \(item)"
      case .factChanged: "表外数 \(item)"
      case .correctionAdded: "新增更正 \(item)"
      case .correctionRemoved: "取消更正 \(item)"
      case .chartAdded: "新增图表"
      case .chartRemoved: "取消图表"
      case .chartChanged:
        "图表 \([item, place.rowLabel ?? ""].filter { !$0.isEmpty }.joined(separator: " · "))"
      case .checkAdded: "新增勾稽 \(item)"
      case .checkRemoved: "取消勾稽 \(item)"
      case .checkChanged: "勾稽 \(item)"
      }
    guard let aspect = change.aspect else { return name }
    return name.isEmpty ? aspect : name + " " + aspect
  }
}
