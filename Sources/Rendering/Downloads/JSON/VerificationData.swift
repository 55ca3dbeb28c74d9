import Budget

/// The charts and checks for `data.json`: which figures they are made of, and what came of them.
struct VerificationData {
  let report: Report
  let verification: Verification

  /// Appends the fields `charts` and `checks`.
  func write(into json: inout JSONWriter) {
    json.line()
    json.key("charts")
    json.array { json in
      let index = ReportIndex(report)
      for chart in report.formSet.charts {
        json.line()
        self.chart(chart, index, &json)
      }
      json.line()
    }
    json.line()
    json.key("checks")
    json.array { json in
      for group in groups() {
        json.line()
        write(group, &json)
      }
      json.line()
    }
  }

  private func chart(_ chart: ChartForm, _ index: ReportIndex, _ json: inout JSONWriter) {
    var cells: [CellAddress] = []
    for expression in chart.items.flatMap({ [$0.previous, $0.current] }) {
      guard case .reference(let reference) = expression,
        case .success(let referent) = index.resolve(reference)
      else { continue }
      cells += referent.cells
    }
    json.object { json in
      json.field("id", chart.id)
      json.field("title", chart.title)
      json.key("cells")
      json.array(cells, of: report)
    }
  }

  /// A check with all rows and groups for which it is made.
  private struct Group {
    let id: String
    let title: String
    var counts = (passed: 0, failed: 0, unchecked: 0)
    var cells: [CellAddress] = []
    var columns: [CellAddress] = []

    /// Notes what the check is made of, each once. The lists are short: searching them is faster
    /// than hashing. A sum over more cells is known by its columns, too.
    mutating func add(_ cell: CellAddress, isMadeOnce: Bool) {
      if isMadeOnce, columns.isEmpty {
        guard !cells.contains(cell) else { return }
        cells.append(cell)
        guard cells.count > Self.mostCells else { return }
        let many = cells
        cells = []
        for cell in many { add(cell, isMadeOnce: false) }
      } else if !columns.contains(where: { $0.table == cell.table && $0.column == cell.column }) {
        columns.append(cell)
      }
    }

    private static let mostCells = 100
  }

  /// The checks in their order. One made for many rows is known by its columns, since all their
  /// cells would make the file several times as large.
  private func groups() -> [Group] {
    var groups: [Group] = []
    for check in verification.checks {
      let rule = verification.rules[check.rule]
      if groups.last?.id != rule.id || groups.last?.title != rule.title {
        groups.append(Group(id: rule.id, title: rule.title))
      }
      let last = groups.count - 1
      switch check.state {
      case .consistent: groups[last].counts.passed += 1
      case .inconsistent: groups[last].counts.failed += 1
      case .unchecked: groups[last].counts.unchecked += 1
      }
      for side in [check.left, check.right] {
        for place in side?.terms ?? 0..<0 {
          if let cell = verification.terms[place].cell {
            groups[last].add(cell, isMadeOnce: check.subject == nil)
          }
        }
      }
    }
    return groups
  }

  private func write(_ group: Group, _ json: inout JSONWriter) {
    json.object { json in
      json.field("id", group.id)
      json.field("title", group.title)
      json.field("passed", group.counts.passed)
      json.field("failed", group.counts.failed)
      json.field("unchecked", group.counts.unchecked)
      if !group.cells.isEmpty {
        json.key("cells")
        json.array(group.cells, of: report)
      }
      if !group.columns.isEmpty {
        json.key("columns")
        json.array(
          group.columns.map {
            let form = report.tables[$0.table].form
            return form.id + "#" + form.columns[$0.column].id
          })
      }
    }
  }
}
