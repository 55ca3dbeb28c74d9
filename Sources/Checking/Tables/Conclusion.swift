import Budget

extension CheckRun {
  /// Makes a check known; the index of its rule for the results.
  mutating func open(_ id: String, title: String) -> Int {
    rules.append(CheckRule(id: id, title: title))
    return rules.count - 1
  }

  /// Records what came out of a check, with a finding unless it holds. `place` is where the check
  /// itself stands, for sides without cells.
  mutating func conclude(
    _ rule: Int, _ subject: CheckSubject?, _ severity: Finding.Severity, _ comparing: Comparing,
    at place: SourcePosition
  ) {
    checks.append(
      CheckResult(
        rule: rule, subject: subject, state: comparing.holds ? .consistent : .inconsistent,
        comparison: comparing.comparison, left: comparing.left, right: comparing.right))
    if !comparing.holds {
      findings.append(finding(checks[checks.count - 1], severity, comparing, at: place))
    }
  }

  /// Records that a check could not be made. `place` is where to look for the reason.
  mutating func giveUp(
    _ rule: Int, _ subject: CheckSubject?, _ failure: ReckoningFailure, at place: SourcePosition
  ) {
    let reason = failure.message(in: report)
    checks.append(CheckResult(rule: rule, subject: subject, state: .unchecked(reason)))
    guard !failure.isWithoutSource else { return }
    let instance = report.name(of: subject)
    findings.append(
      Finding(
        failure.isMissingInput ? .checkUnchecked : .checkUnresolved, at: place,
        severity: failure.isMissingInput ? .warning : .error,
        whose(place)
          + "“\(rules[rule].title)”\(instance.isEmpty ? "" : "（\(instance)）")未能核对：\(reason)"))
  }

  /// Which report is meant, where a place does not say so: the form set is shared by many.
  private func whose(_ place: SourcePosition) -> String {
    place.file.hasPrefix(report.file.parentFolder + "/") ? "" : "报告“\(report.path)”的"
  }

  /// Where the row stands for which a check is made; `nil` if it is made for none.
  func position(of subject: CheckSubject?) -> SourcePosition? {
    guard case .row(let table, let listing, let entry) = subject else { return nil }
    let columns = report.tables[table].form.columns
    guard let column = columns.firstIndex(where: { $0.listing == listing }) else { return nil }
    let row = index.row(ofEntry: entry, table: table, listing: listing)
    return report.position(of: CellAddress(table: table, row: row, column: column))
  }

  /// How many characters of the source stand for the first term of a side that has a place there.
  private func length(of side: CheckResult.Side) -> Int {
    for term in bench.terms[side.terms] where report.position(of: term) != nil {
      guard let cell = term.cell else { return report.text(of: term).unicodeScalars.count }
      return max(1, report.cell(at: cell).text.unicodeScalars.count)
    }
    return 1
  }

  /// The finding of a check that does not hold.
  private func finding(
    _ result: CheckResult, _ severity: Finding.Severity, _ comparing: Comparing,
    at place: SourcePosition
  ) -> Finding {
    let (left, right) = (comparing.left, comparing.right)
    let contributors =
      bench.terms[left.terms].compactMap { contributor($0, .left) }
      + bench.terms[right.terms].compactMap { contributor($0, .right) }
    let difference = result.difference
    let expected = right.total.inYuan.inUnit(left.total.unit)
    let place = contributors.first?.position ?? place
    return Finding(
      ruleID: rules[result.rule].id, at: place, length: length(of: left),
      severity: severity, whose(place) + message(of: result, left, right),
      stated: left.total.value.description, expected: expected?.description,
      difference: difference?.value.description, contributors: contributors)
  }

  /// A term as a finding lists it; `nil` for a number in a formula.
  func contributor(_ term: Term, _ side: Contributor.Side) -> Contributor? {
    guard let position = report.position(of: term) else { return nil }
    return Contributor(
      side: side, isSubtracted: term.isSubtracted, name: report.name(of: term),
      text: report.text(of: term), position: position)
  }

  private func message(
    of result: CheckResult, _ left: CheckResult.Side, _ right: CheckResult.Side
  ) -> String {
    let relation =
      switch result.comparison {
      case .equal: "不等于"
      case .atMost: "大于"
      case .atLeast: "小于"
      }
    let instance = report.name(of: result.subject)
    var message = "核对不符：\(rules[result.rule].title)\(instance.isEmpty ? "" : "（\(instance)）")。"
    message += "\(describe(left)) \(relation) \(describe(right))"
    if let difference = result.difference {
      message += "，相差 \(difference.value.grouped)\(difference.unit.rawValue)"
    }
    message += "。" + hint(left, right) + "请对照原件核对所列各数。"
    return message
  }

  private func describe(_ side: CheckResult.Side) -> String {
    let total = side.total.value.grouped + side.total.unit.rawValue
    let terms = bench.terms[side.terms]
    guard let first = terms.first else { return "没有符合条件的行，合计 \(total)" }
    switch terms.count {
    case 1:
      return report.text(of: first).isEmpty
        ? "\(report.name(of: first))为空白" : "\(report.name(of: first)) \(total)"
    case 2...4:
      return terms.map { ($0.isSubtracted ? "－" : "＋") + report.name(of: $0) }
        .joined().drop { $0 == "＋" } + " 得 \(total)"
    default:
      return "\(report.name(of: first))等 \(terms.count) 个数合计 \(total)"
    }
  }

  /// What the difference itself suggests.
  private func hint(_ left: CheckResult.Side, _ right: CheckResult.Side) -> String {
    guard let difference = left.total.inYuan.subtracting(right.total.inYuan)?.magnitude,
      !difference.isZero
    else { return "" }
    let (a, b) = (left.total.inYuan.magnitude, right.total.inYuan.magnitude)
    let factor = ExactDecimal(10_000)
    if !a.isZero, !b.isZero, a == b.multiplied(by: factor) || b == a.multiplied(by: factor) {
      return "两边正好相差一万倍，可能混用了元和万元。"
    }
    let terms = bench.terms[left.terms] + bench.terms[right.terms]
    guard terms.count > 2,
      let same = terms.first(where: { term in
        term.cell.flatMap { report.amount(at: $0) }?.inYuan.magnitude == difference
      })
    else { return "" }
    return "差额正好是\(report.name(of: same))，可能漏计或重复。"
  }
}
