import Budget

/// The header cells of a form, row by row, with how far each spans.
struct HeaderGrid {
  /// A header cell.
  struct HeaderCell {
    /// What it says.
    let title: String
    /// The column that it heads; `nil` for a group.
    let column: Int?
    /// How many shown columns it spans.
    let columnSpan: Int
    /// How many header rows it spans.
    let rowSpan: Int
  }

  /// The rows from the top.
  let rows: [[HeaderCell]]

  /// The grid of a form's header tree; columns that readers do not see are left out.
  init(_ form: Form) {
    let depth = Self.depth(form.header, form)
    var rows = [[HeaderCell]](repeating: [], count: depth)
    for node in form.header { Self.place(node, row: 0, depth: depth, form, in: &rows) }
    self.rows = rows
  }

  private static func place(
    _ node: HeaderNode, row: Int, depth: Int, _ form: Form, in rows: inout [[HeaderCell]]
  ) {
    switch node {
    case .column(let index):
      guard form.columns[index].isShown else { return }
      rows[row].append(
        HeaderCell(
          title: form.columns[index].title, column: index, columnSpan: 1, rowSpan: depth - row))
    case .group(let title, let nodes):
      let span = width(node, form)
      guard span > 0 else { return }
      rows[row].append(HeaderCell(title: title, column: nil, columnSpan: span, rowSpan: 1))
      for inner in nodes { place(inner, row: row + 1, depth: depth, form, in: &rows) }
    }
  }

  private static func width(_ node: HeaderNode, _ form: Form) -> Int {
    switch node {
    case .column(let index): form.columns[index].isShown ? 1 : 0
    case .group(_, let nodes): nodes.reduce(0) { $0 + width($1, form) }
    }
  }

  private static func depth(_ nodes: [HeaderNode], _ form: Form) -> Int {
    nodes.map { node in
      switch node {
      case .column: 1
      case .group(_, let inner): 1 + depth(inner, form)
      }
    }.max() ?? 0
  }
}
