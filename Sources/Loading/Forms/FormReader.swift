import Budget

/// Reads the form of one table.
enum FormReader {
  private static let keys =
    [
      "id", "number", "title", "aliases", "summary", "subtitle", "unit", "decimals", "layout",
      "may_be_empty", "columns", "sides", "heading_rows", "amount_rows",
    ] + ListingReader.keys
  /// The most columns; the widest official tables have about thirty.
  private static let maximumColumns = 200
  /// What only a whole table has, not one with two sides.
  private static let listKeys = ["columns", "heading_rows", "amount_rows"] + ListingReader.keys

  /// The form that `node` describes, the one with this `number` in its set.
  static func form(
    _ node: YAMLNode, number position: Int, ids: inout UniqueNames, into findings: inout [Finding]
  ) -> Form? {
    guard let fields = YAMLFields(node, of: "表", known: keys, into: &findings) else { return nil }
    // Without a usable id the form keeps its place, so that its names are still known.
    let id = ids.id(fields, fileName: true, into: &findings) ?? "table-\(position)"
    let title = fields.required("title", into: &findings)?.text ?? ""
    let layout: Form.Layout = fields.choice("layout", into: &findings) ?? .list
    let body =
      layout == .twoSided
      ? sides(fields, into: &findings) : list(fields, layout: layout, into: &findings)
    if body.columns.count > maximumColumns {
      layoutFinding(
        fields, "一张表最多 \(maximumColumns) 列，这里有 \(body.columns.count) 列。", into: &findings)
      return nil
    }
    let unit: Unit? = fields.choice("unit", into: &findings)
    if body.columns.contains(where: { $0.kind == .amount || $0.kind == .value }) {
      _ = fields.requiredNode("unit", into: &findings)
    }
    let number = fields.text("number", into: &findings)
    let aliases = fields.scalars("aliases", into: &findings).map(\.text)
    let decimals = fields.integer("decimals", in: 0...8, into: &findings) ?? 2
    let subtitle = fields.text("subtitle", into: &findings)
    let mayBeEmpty = fields.flag("may_be_empty", into: &findings) ?? false
    let summary = fields.text("summary", into: &findings)
    return Form(
      id: id, number: number, title: title, aliases: aliases, unit: unit ?? .yuan,
      decimals: decimals, layout: layout, subtitle: subtitle, columns: body.columns,
      header: body.header, listings: body.listings, mayBeEmpty: mayBeEmpty, summary: summary)
  }

  private typealias Body = (columns: [Column], header: [HeaderNode], listings: [ListingForm])

  private static func list(
    _ fields: YAMLFields, layout: Form.Layout, into findings: inout [Finding]
  ) -> Body {
    if fields.has("sides") {
      layoutFinding(fields, "只有版式 two-sided（收支两栏）才写“sides”；请改版式或改用“columns”。", into: &findings)
    }
    if layout != .form, fields.has("heading_rows") || fields.has("amount_rows") {
      layoutFinding(fields, "“heading_rows”和“amount_rows”只用于版式 form（申报表）。", into: &findings)
    }
    var reader = ColumnReader()
    _ = fields.requiredNode("columns", into: &findings)
    let header = reader.header(
      fields.nodes("columns", into: &findings), listing: 0, into: &findings)
    let listing = ListingReader(columns: reader.columns, listing: 0)
      .listing(fields, id: "rows", layout: layout, into: &findings)
    return (reader.columns, header, [listing])
  }

  private static func sides(_ fields: YAMLFields, into findings: inout [Finding]) -> Body {
    for key in listKeys where fields.has(key) {
      layoutFinding(
        fields, "版式 two-sided（收支两栏）的“\(key)”要写在“sides”的每一栏里。", into: &findings)
    }
    let nodes = fields.nodes("sides", into: &findings)
    if nodes.count != 2 {
      layoutFinding(
        fields, "版式 two-sided（收支两栏）要在“sides”里写两栏，这里有 \(nodes.count) 栏。", into: &findings)
    }
    var reader = ColumnReader()
    var ids = UniqueNames(of: "栏")
    var header: [HeaderNode] = []
    var sides: [(fields: YAMLFields, id: String, title: String)] = []
    let keys = ["id", "title", "columns"] + ListingReader.keys
    for node in nodes {
      guard let side = YAMLFields(node, of: "栏", known: keys, into: &findings) else { continue }
      let title = side.text("title", into: &findings)
      _ = side.requiredNode("columns", into: &findings)
      let cells = reader.header(
        side.nodes("columns", into: &findings), under: title.isEmpty ? [] : [title],
        listing: sides.count, into: &findings)
      if title.isEmpty {
        header += cells
      } else if !cells.isEmpty {
        header.append(.group(title: title, cells))
      }
      sides.append((side, ids.id(side, into: &findings) ?? "side-\(sides.count + 1)", title))
    }
    var listings: [ListingForm] = []
    for (index, side) in sides.enumerated() {
      listings.append(
        ListingReader(columns: reader.columns, listing: index).listing(
          side.fields, id: side.id, title: side.title, layout: .twoSided, into: &findings))
    }
    return (reader.columns, header, listings)
  }

  private static func layoutFinding(
    _ fields: YAMLFields, _ message: String, into findings: inout [Finding]
  ) {
    findings.append(Finding(.formLayout, at: fields.position, message))
  }
}
