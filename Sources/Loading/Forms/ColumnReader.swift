import Budget

/// Reads the columns of a form with the tree of header cells over them.
struct ColumnReader {
  private(set) var columns: [Column] = []
  private var ids = UniqueNames(of: "列")

  /// The header cells that `nodes` describe; their columns are added to ``columns``.
  ///
  /// Columns that readers do not see have no header cell.
  mutating func header(
    _ nodes: [YAMLNode], under path: [String] = [], listing: Int, into findings: inout [Finding]
  ) -> [HeaderNode] {
    var header: [HeaderNode] = []
    for node in nodes {
      guard let cell = cell(node, under: path, listing: listing, into: &findings) else { continue }
      header.append(cell)
    }
    return header
  }

  private mutating func cell(
    _ node: YAMLNode, under path: [String], listing: Int, into findings: inout [Finding]
  ) -> HeaderNode? {
    let isGroup = Self.isGroup(node)
    let known = isGroup ? ["title", "columns"] : ["id", "title", "type", "aliases"]
    let subject = isGroup ? "表头组" : "列"
    guard let fields = YAMLFields(node, of: subject, known: known, into: &findings) else {
      return nil
    }
    let title = fields.required("title", into: &findings)?.text ?? ""
    if isGroup {
      let cells = header(
        fields.nodes("columns", into: &findings), under: path + [title], listing: listing,
        into: &findings)
      return cells.isEmpty ? nil : .group(title: title, cells)
    }
    _ = fields.requiredNode("type", into: &findings)
    let kind: Column.Kind? = fields.choice("type", into: &findings)
    let aliases = fields.scalars("aliases", into: &findings).map(\.text)
    // Without a usable id the column keeps its place, so that its names are still known.
    let id = ids.id(fields, into: &findings) ?? "column-\(columns.count + 1)"
    let column = Column(
      id: id, title: title, path: path + [title], aliases: aliases, kind: kind ?? .text,
      listing: listing)
    columns.append(column)
    return column.isShown ? .column(columns.count - 1) : nil
  }

  private static func isGroup(_ node: YAMLNode) -> Bool {
    guard case .mapping(let entries) = node.content else { return false }
    return entries.contains { $0.key == "columns" }
  }
}
