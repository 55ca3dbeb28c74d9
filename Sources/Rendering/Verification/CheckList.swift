import Budget

/// All checks of a report for citizens and auditors: what must hold, both sides with every value
/// that they are made of, and what became of it.
struct CheckList {
  private let report: Report
  private let verification: Verification
  private var amounts: LinkedAmounts

  init(report: Report, verification: Verification, links: CellLinks) {
    self.report = report
    self.verification = verification
    amounts = LinkedAmounts(report, links: links)
  }

  /// The checks of one rule, which a report makes for many rows.
  private struct Group {
    let title: String
    /// The indices of its results, which mostly follow each other.
    var results: [Range<Int>] = []
    var consistent = 0
    var inconsistent = 0
    var unchecked = 0

    mutating func add(_ result: Int, _ state: CheckResult.State) {
      if let last = results.indices.last, results[last].upperBound == result {
        results[last] = results[last].lowerBound..<(result + 1)
      } else {
        results.append(result..<(result + 1))
      }
      switch state {
      case .consistent: consistent += 1
      case .inconsistent: inconsistent += 1
      case .unchecked: unchecked += 1
      }
    }
  }

  /// One section for each rule, in the order of the checks; one check a line.
  mutating func render() -> [UInt8] {
    var html = HTMLBuffer(capacity: 384 * verification.checks.count)
    for group in groups() {
      html.raw("<details class=\"check-group\"")
      // What needs a look stands open.
      if group.inconsistent + group.unchecked > 0 { html.raw(" open") }
      html.raw(">\n<summary><span class=\"check-title\">")
      html.text(group.title)
      html.raw("</span> ")
      tally(group, into: &html)
      html.raw("</summary>\n<ul class=\"checks\">\n")
      for index in group.results.joined() { check(index, into: &html) }
      html.raw("</ul>\n</details>\n")
    }
    return html.bytes
  }

  /// The results by title, in the order in which titles appear.
  private func groups() -> [Group] {
    var groups: [Group] = []
    var groupOfTitle: [ExactText: Int] = Dictionary(minimumCapacity: verification.rules.count)
    var groupOfRule = Array(repeating: -1, count: verification.rules.count)
    for index in verification.checks.indices {
      let rule = verification.checks[index].rule
      if groupOfRule[rule] < 0 {
        let title = verification.rules[rule].title
        if let known = groupOfTitle.updateValue(groups.count, forKey: ExactText(title)) {
          groupOfTitle[ExactText(title)] = known
          groupOfRule[rule] = known
        } else {
          groupOfRule[rule] = groups.count
          groups.append(Group(title: title))
        }
      }
      groups[groupOfRule[rule]].add(index, verification.checks[index].state)
    }
    return groups
  }

  private func tally(_ group: Group, into html: inout HTMLBuffer) {
    let counts: [(Int, String, StaticString)] = [
      (group.consistent, "一致", "consistent"), (group.inconsistent, "不一致", "inconsistent"),
      (group.unchecked, "未核对", "unchecked"),
    ]
    for (count, name, state) in counts where count > 0 {
      html.raw("<span class=\"check-state ")
      html.raw(state)
      html.raw("\">")
      html.text(count == 1 ? name : "\(name) \(count)")
      html.raw("</span>")
    }
  }

  private mutating func check(_ index: Int, into html: inout HTMLBuffer) {
    subject(of: index, into: &html)
    if case .unchecked(let reason) = verification.checks[index].state {
      html.raw("<span class=\"check-state unchecked\">未核对</span> ")
      html.text(reason)
    } else if let left = verification.checks[index].left,
      let right = verification.checks[index].right
    {
      let holds = verification.checks[index].state == .consistent
      side(left, into: &html)
      html.raw(symbol(verification.checks[index].comparison, holds: holds))
      side(right, into: &html)
      if !holds { difference(verification.checks[index], into: &html) }
    }
    html.raw("</li>\n")
  }

  /// Begins a line with the row for which the check was made, and the column if its sides are sums
  /// of one.
  private func subject(of index: Int, into html: inout HTMLBuffer) {
    let instance = report.name(of: verification.checks[index].subject)
    let column = column(of: index)
    guard !instance.isEmpty || column != nil else { return html.raw("<li>") }
    html.raw("<li><span class=\"check-subject\">")
    html.text(instance)
    if let column {
      html.raw(" · ")
      html.text(column)
    }
    html.raw("</span> ")
  }

  private func column(of index: Int) -> String? {
    guard case .row = verification.checks[index].subject,
      let terms = verification.checks[index].left?.terms, terms.count == 1,
      let cell = verification.terms[terms.lowerBound].cell
    else { return nil }
    return report.tables[cell.table].form.columns[cell.column].title
  }

  private func symbol(_ comparison: Relation.Comparison, holds: Bool) -> StaticString {
    switch comparison {
    case .equal: holds ? " ＝ " : " ≠ "
    case .atMost: holds ? " ≤ " : " ＞ "
    case .atLeast: holds ? " ≥ " : " ＜ "
    }
  }

  private func difference(_ result: CheckResult, into html: inout HTMLBuffer) {
    html.raw(" <span class=\"check-state inconsistent\">不一致，相差")
    html.text(result.difference.map { $0.value.grouped + $0.unit.rawValue } ?? "—")
    html.raw("</span>")
  }

  /// A value by itself, or a sum with its values. Blank cells add nothing and are left out, unless
  /// the side has nothing else.
  private mutating func side(_ side: CheckResult.Side, into html: inout HTMLBuffer) {
    guard let first = side.terms.first else { return html.raw("0") }
    var isFirst = true
    for place in side.terms where !isBlank(verification.terms[place]) {
      term(verification.terms[place], isFirst: isFirst, into: &html)
      isFirst = false
    }
    if isFirst { term(verification.terms[first], isFirst: true, into: &html) }
  }

  private mutating func term(_ term: Term, isFirst: Bool, into html: inout HTMLBuffer) {
    let sign: StaticString = term.isSubtracted ? " − " : isFirst ? "" : " ＋ "
    if let cell = term.cell {
      amounts.append(cell, after: sign, into: &html)
    } else {
      html.raw(sign)
      html.text(report.text(of: term))
    }
  }

  private func isBlank(_ term: Term) -> Bool {
    guard let cell = term.cell else { return false }
    return report.tables[cell.table].rows.isBlank(row: cell.row, column: cell.column)
  }
}
