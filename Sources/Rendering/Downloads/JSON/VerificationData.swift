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
    var cells: [String] = []
    for expression in chart.items.flatMap({ [$0.previous, $0.current] }) {
      guard case .reference(let reference) = expression,
        case .success(let referent) = index.resolve(reference)
      else { continue }
      cells += referent.cells.map(report.dataName)
    }
    json.object { json in
      json.field("id", chart.id)
      json.field("title", chart.title)
      json.key("cells")
      json.array(cells)
    }
  }

  /// A check with all rows and groups for which it is made.
  private struct Group {
    let id: String
    let title: String
    var counts = (passed: 0, failed: 0, unchecked: 0)
    var cells: [CellAddress] = []
    var columns: [CellAddress] = []
  }

  /// The checks in their order. One made for many rows is known by its columns, since all their
  /// cells would make the file several times as large.
  private func groups() -> [Group] {
    var groups: [Group] = []
    var seen: Set<CellAddress> = []
    for check in verification.checks {
      if groups.last?.id != check.check || groups.last?.title != check.title {
        groups.append(Group(id: check.check, title: check.title))
        seen.removeAll(keepingCapacity: true)
      }
      let last = groups.count - 1
      switch check.state {
      case .consistent: groups[last].counts.passed += 1
      case .inconsistent: groups[last].counts.failed += 1
      case .unchecked: groups[last].counts.unchecked += 1
      }
      for term in (check.left?.terms ?? []) + (check.right?.terms ?? []) {
        guard let cell = term.cell else { continue }
        if check.subject == nil {
          if !groups[last].cells.contains(cell) { groups[last].cells.append(cell) }
        } else {
          let column = CellAddress(table: cell.table, row: 0, column: cell.column)
          if seen.insert(column).inserted { groups[last].columns.append(column) }
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
        json.array(group.cells.map(report.dataName))
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
