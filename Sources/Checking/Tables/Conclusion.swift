import Budget

extension CheckRun {
  /// Records what became of a check, with a finding unless it holds. `place` is where the check
  /// itself stands, for checks that cannot be made.
  mutating func conclude(
    check: String, title: String, subject: CheckSubject?, severity: Finding.Severity,
    _ outcome: Result<Comparing, ReckoningFailure>, at place: SourcePosition
  ) {
    switch outcome {
    case .success(let comparing):
      let result = CheckResult(
        check: check, title: title, subject: subject,
        state: comparing.holds ? .consistent : .inconsistent, comparison: comparing.comparison,
        left: comparing.left, right: comparing.right)
      checks.append(result)
      if !comparing.holds { findings.append(finding(result, severity, at: place)) }
    case .failure(let failure):
      let reason = failure.message(in: report)
      let result = CheckResult(
        check: check, title: title, subject: subject, state: .unchecked(reason))
      checks.append(result)
      guard !failure.isAbsentTable else { return }
      let instance = result.instance(in: report)
      findings.append(
        Finding(
          failure.isMissingInput ? .checkUnchecked : .checkUnresolved, at: place,
          severity: failure.isMissingInput ? .warning : .error,
          "“\(title)”\(instance.isEmpty ? "" : "（\(instance)）")未能核对：\(reason)"))
    }
  }

  /// The finding of a check that does not hold.
  private func finding(
    _ result: CheckResult, _ severity: Finding.Severity, at place: SourcePosition
  ) -> Finding {
    guard let left = result.left, let right = result.right else {
      return Finding(ruleID: result.check, at: place, severity: severity, result.title)
    }
    let contributors =
      left.terms.compactMap { contributor($0, .left) }
      + right.terms.compactMap { contributor($0, .right) }
    let difference = result.difference
    let expected = right.total.inYuan.inUnit(left.total.unit)
    return Finding(
      ruleID: result.check,
      at: contributors.first?.position ?? place, length: contributors.first?.text.count ?? 1,
      severity: severity, message(of: result, left, right),
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
    let instance = result.instance(in: report)
    var message = "核对不符：\(result.title)\(instance.isEmpty ? "" : "（\(instance)）")。"
    message += "\(describe(left)) \(relation) \(describe(right))"
    if let difference = result.difference {
      message += "，相差 \(difference.value.grouped)\(difference.unit.rawValue)"
    }
    message += "。" + hint(left, right) + "请对照原件核对所列各数。"
    return message
  }

  private func describe(_ side: CheckResult.Side) -> String {
    let total = side.total.value.grouped + side.total.unit.rawValue
    switch side.terms.count {
    case 0: return "没有符合条件的行，合计 \(total)"
    case 1:
      return report.text(of: side.terms[0]).isEmpty
        ? "\(report.name(of: side.terms[0]))为空白" : "\(report.name(of: side.terms[0])) \(total)"
    case 2...4:
      return side.terms.map { ($0.isSubtracted ? "－" : "＋") + report.name(of: $0) }
        .joined().drop { $0 == "＋" } + " 得 \(total)"
    default:
      let first = report.name(of: side.terms[0])
      return "\(first)等 \(side.terms.count) 个数合计 \(total)"
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
    let terms = left.terms + right.terms
    guard terms.count > 2,
      let same = terms.first(where: { term in
        term.cell.flatMap { report.amount(at: $0) }?.inYuan.magnitude == difference
      })
    else { return "" }
    return "差额正好是\(report.name(of: same))，可能漏计或重复。"
  }
}
