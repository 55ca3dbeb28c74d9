import Budget

/// All checks of a report for citizens and auditors: what must hold, both sides with every value
/// that they are made of, and what became of it.
struct CheckList {
  let report: Report
  let verification: Verification

  /// The checks of one rule, which a report makes for many rows.
  private struct Group {
    let title: String
    /// The indices of its results.
    var results: [Int]
  }

  /// One section for each rule, in the order of the checks; one check a line.
  func render() -> [UInt8] {
    var html = HTMLBuffer(capacity: 256 * verification.checks.count)
    for group in groups() {
      let states = group.results.map { verification.checks[$0].state }
      let isConsistent = states.allSatisfy { $0 == .consistent }
      html.raw("<details class=\"check-group\"")
      // What needs a look stands open.
      if !isConsistent { html.raw(" open") }
      html.raw(">\n<summary><span class=\"check-title\">")
      html.text(group.title)
      html.raw("</span> ")
      tally(states, into: &html)
      html.raw("</summary>\n<ul class=\"checks\">\n")
      for result in group.results { check(verification.checks[result], into: &html) }
      html.raw("</ul>\n</details>\n")
    }
    return html.bytes
  }

  private func groups() -> [Group] {
    var groups: [Group] = []
    var indices: [String: Int] = [:]
    for (place, result) in verification.checks.enumerated() {
      if let index = indices[result.title] {
        groups[index].results.append(place)
      } else {
        indices[result.title] = groups.count
        groups.append(Group(title: result.title, results: [place]))
      }
    }
    return groups
  }

  private func tally(_ states: [CheckResult.State], into html: inout HTMLBuffer) {
    let failed = states.filter { $0 == .inconsistent }.count
    let passed = states.filter { $0 == .consistent }.count
    let unchecked = states.count - failed - passed
    for (count, name, state) in [
      (passed, "一致", "consistent"), (failed, "不一致", "inconsistent"),
      (unchecked, "未核对", "unchecked"),
    ] where count > 0 {
      html.raw("<span class=\"check-state ")
      html.text(state)
      html.raw("\">")
      html.text(count == 1 ? name : "\(name) \(count)")
      html.raw("</span>")
    }
  }

  private func check(_ result: CheckResult, into html: inout HTMLBuffer) {
    html.raw("<li>")
    let instance = subject(of: result)
    if !instance.isEmpty {
      html.raw("<span class=\"check-subject\">")
      html.text(instance)
      html.raw("</span> ")
    }
    switch result.state {
    case .unchecked(let reason):
      html.raw("<span class=\"check-state unchecked\">未核对</span> ")
      html.text(reason)
    case .consistent, .inconsistent:
      if let left = result.left, let right = result.right {
        side(left, into: &html)
        html.text(" \(symbol(result)) ")
        side(right, into: &html)
      }
      if result.state == .inconsistent { difference(result, into: &html) }
    }
    html.raw("</li>\n")
  }

  /// For which row the check was made, and in which column if its sides are sums of one.
  private func subject(of result: CheckResult) -> String {
    let instance = result.instance(in: report)
    guard case .row = result.subject, let terms = result.left?.terms, terms.count == 1,
      let cell = terms[0].cell
    else { return instance }
    return instance + " · " + report.tables[cell.table].form.columns[cell.column].title
  }

  private func symbol(_ result: CheckResult) -> String {
    let holds = result.state == .consistent
    return switch result.comparison {
    case .equal: holds ? "＝" : "≠"
    case .atMost: holds ? "≤" : "＞"
    case .atLeast: holds ? "≥" : "＜"
    }
  }

  private func difference(_ result: CheckResult, into html: inout HTMLBuffer) {
    html.raw(" <span class=\"check-state inconsistent\">不一致，相差")
    html.text(result.difference.map { $0.value.grouped + $0.unit.rawValue } ?? "—")
    html.raw("</span>")
  }

  /// A value by itself, or a sum with its values. Blank cells add nothing and are left out, unless
  /// the side has nothing else.
  private func side(_ side: CheckResult.Side, into html: inout HTMLBuffer) {
    let valued = side.terms.filter { !isBlank($0) }
    let terms = valued.isEmpty ? Array(side.terms.prefix(1)) : valued
    for (offset, term) in terms.enumerated() {
      if offset > 0 || term.isSubtracted { html.text(term.isSubtracted ? " − " : " ＋ ") }
      self.term(term, into: &html)
    }
    if terms.isEmpty { html.raw("0") }
  }

  private func term(_ term: Term, into html: inout HTMLBuffer) {
    if let cell = term.cell {
      html.linkedAmount(of: cell, in: report)
    } else {
      html.text(report.text(of: term))
    }
  }

  private func isBlank(_ term: Term) -> Bool {
    term.cell.map { report.cell(at: $0).isBlank } ?? false
  }
}
