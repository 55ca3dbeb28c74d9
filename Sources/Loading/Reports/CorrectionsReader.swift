import Budget

/// Reads `corrections.yml`: what was corrected (更正) since the report was published.
struct CorrectionsReader {
  private static let file = "corrections.yml"
  private static let keys = ["date", "cell", "section", "earlier", "now", "reason"]

  /// The report that was corrected, complete but for the corrections.
  let report: Report
  private let index: ReportIndex
  private let sections: [String: NarrativeSection]

  /// A reader of the corrections of `report`.
  init(_ report: Report) {
    self.report = report
    index = ReportIndex(report)
    sections = Dictionary(
      report.narrative.sections.map {
        (RowName.withoutSpaces($0.heading.content.plainText), $0)
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The corrections that `root` lists, in the order of their dates; faulty ones are left out.
  func corrections(_ root: YAMLNode, into findings: inout [Finding]) -> [Correction] {
    guard case .sequence(let nodes) = root.content else {
      // A file with nothing but comments is a mapping without entries.
      if case .mapping(let entries) = root.content, entries.isEmpty { return [] }
      if !root.isNull {
        findings.append(
          Finding(
            .yamlWrongType, at: root.position,
            "\(Self.file) 应是一个列表，每条更正以“- date: 日期”开头，这里却是\(root.kindName)。"))
      }
      return []
    }
    var drafts: [(correction: Correction, now: YAMLScalar, earlier: YAMLScalar)] = []
    for node in nodes {
      guard let draft = correction(node, into: &findings) else { continue }
      drafts.append(draft)
    }
    // Dates without a time are equal on one day; the order of the file decides then.
    let ordered = drafts.enumerated().sorted {
      ($0.element.correction.date, $0.offset) < ($1.element.correction.date, $1.offset)
    }.map(\.element)
    for (position, draft) in ordered.enumerated() {
      // A place that was corrected again says what the last correction says.
      let later = ordered[(position + 1)...].first { $0.correction.place == draft.correction.place }
      if let later {
        checkChain(draft.correction, later.earlier, into: &findings)
      } else {
        checkNow(draft.correction, draft.now, into: &findings)
      }
    }
    return ordered.map(\.correction)
  }

  private func correction(
    _ node: YAMLNode, into findings: inout [Finding]
  ) -> (Correction, now: YAMLScalar, earlier: YAMLScalar)? {
    guard let fields = YAMLFields(node, of: "更正", known: Self.keys, into: &findings) else {
      return nil
    }
    let date = date(fields, into: &findings)
    let place = place(fields, into: &findings)
    let earlier = fields.required("earlier", into: &findings)
    let now = fields.required("now", into: &findings)
    let reason = fields.required("reason", into: &findings)
    guard let date, let place, let earlier, let now, let reason else { return nil }
    let correction = Correction(
      date: date, place: place, earlier: earlier.text.trimmed, now: now.text.trimmed,
      reason: reason.text.trimmed)
    if isSame(correction.earlier, correction.now, at: place) {
      findings.append(
        Finding(
          .correctionEarlier, at: earlier.position, length: earlier.text.unicodeScalars.count,
          "更正前（earlier）和更正后（now）都是“\(earlier.text)”，没有改动什么；请核对。"))
    }
    return (correction, now, earlier)
  }

  private func date(
    _ fields: YAMLFields, into findings: inout [Finding]
  ) -> PublicationDate? {
    guard let scalar = fields.required("date", into: &findings) else { return nil }
    guard let date = PublicationDate(scalar.text) else {
      fields.invalid(
        "date", scalar, "应是日期，如 2021-03-01，或日期和时间，如 2021-03-01 09:30", into: &findings)
      return nil
    }
    if let published = report.published, date.day < published.day {
      fields.invalid("date", scalar, "早于报告的发布日期 \(published.day)", into: &findings)
    }
    return date
  }

  private func place(
    _ fields: YAMLFields, into findings: inout [Finding]
  ) -> Correction.Place? {
    guard fields.has("cell") != fields.has("section") else {
      findings.append(
        Finding(
          .correctionPlace, at: fields.position,
          "更正要写明改了哪里，二者择一：cell（如 三公[公务接待费].本年）或 section（情况说明里的标题）。"))
      return nil
    }
    if let scalar = fields.scalar("section", into: &findings) {
      guard let section = sections[RowName.withoutSpaces(scalar.text)] else {
        let titles = report.narrative.sections.map { $0.heading.content.plainText }
        let hint = Spelling.suggestion(for: scalar.text, among: titles)
        findings.append(
          Finding(
            .correctionPlace, at: scalar.position, length: scalar.text.unicodeScalars.count,
            "情况说明里没有标题“\(scalar.text)”\(hint.isEmpty ? "；请照抄标题的全文。" : hint)"))
        return nil
      }
      return .section(
        anchor: section.heading.anchor, title: section.heading.content.plainText)
    }
    guard let scalar = fields.scalar("cell", into: &findings) else { return nil }
    return cell(scalar, into: &findings).map(Correction.Place.cell)
  }

  private func cell(_ scalar: YAMLScalar, into findings: inout [Finding]) -> CellAddress? {
    func fail(_ message: String) {
      findings.append(
        Finding(
          .correctionPlace, at: scalar.position, length: scalar.text.unicodeScalars.count, message))
    }
    do {
      guard case .reference(let reference) = try Expression(parsing: scalar.text),
        !reference.isFact
      else {
        fail("更正的单元格要写成 表[行].列，如 三公[公务接待费].本年；“\(scalar.text)”不是。")
        return nil
      }
      switch index.resolve(reference) {
      case .success(let found) where found.cells.count == 1: return found.cells[0]
      case .success: fail("“\(scalar.text)”指的不是一个单元格，请写明是哪一行。")
      case .failure(let error): fail(error.message)
      }
    } catch {
      findings.append(.expressionSyntax(error, in: scalar))
    }
    return nil
  }
}

extension CorrectionsReader {
  /// The new value must be what the place says today, or the page would contradict itself.
  private func checkNow(
    _ correction: Correction, _ now: YAMLScalar, into findings: inout [Finding]
  ) {
    switch correction.place {
    case .cell(let address):
      let text = report.cell(at: address).text
      guard !isSame(correction.now, text, at: correction.place) else { return }
      findings.append(
        Finding(
          .correctionNow, at: now.position, length: now.text.unicodeScalars.count,
          "更正后（now）应与单元格一致：\(report.name(of: address))现在是“\(text)”，这里写的是“\(now.text)”。",
          stated: correction.now, expected: text))
    case .section(let anchor, let title):
      let section = sections.values.first { $0.heading.anchor == anchor }
      let words = RowName.withoutSpaces(section?.plainText ?? "")
      guard !words.contains(RowName.withoutSpaces(correction.now)) else { return }
      findings.append(
        Finding(
          .correctionNow, at: now.position, length: now.text.unicodeScalars.count,
          "更正后（now）应与正文一致：“\(title)”里找不到“\(now.text)”。"))
    }
  }

  /// A later correction of the same place starts from what the one before it arrived at.
  private func checkChain(
    _ correction: Correction, _ earlier: YAMLScalar, into findings: inout [Finding]
  ) {
    guard !isSame(correction.now, earlier.text.trimmed, at: correction.place) else { return }
    findings.append(
      Finding(
        .correctionEarlier, at: earlier.position, length: earlier.text.unicodeScalars.count,
        "同一处 \(correction.date.day) 已更正为“\(correction.now)”，这次更正前（earlier）应与它相同。",
        stated: earlier.text.trimmed, expected: correction.now))
  }

  /// Whether two texts say the same: amounts by value, words without their spaces.
  private func isSame(_ left: String, _ right: String, at place: Correction.Place) -> Bool {
    if let a = amount(left, at: place), let b = amount(right, at: place) { return a == b }
    return RowName.withoutSpaces(left) == RowName.withoutSpaces(right)
  }

  private func amount(_ text: String, at place: Correction.Place) -> ExactDecimal? {
    guard case .cell(let address) = place else { return nil }
    if let figure = PrintedFigure(text) {
      let unit = report.tables[address.table].form.unit
      return figure.amount.flatMap { $0.unit == unit ? $0.value : nil }
    }
    return ExactDecimal(text.filter { $0 != "," && $0 != "，" })
  }
}
