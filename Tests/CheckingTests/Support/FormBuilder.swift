import Budget

/// One list of a form in a test: a whole table, or one side of a statement.
struct ListSketch {
  var id = "rows"
  var title = ""
  /// `id=title|alias:kind`, separated by spaces; the kind is `amount` if it is not said.
  var columns: String
  var key: String
  var hierarchy = Hierarchy.none
  var sumsChildren = true
  /// Key, label and sum of each closing row.
  var closing: [(String, String, ListingForm.ClosingRow.Sum)] = []

  enum Hierarchy {
    case none
    case code(String, [Int])
    case indentation
    case numbering
  }
}

/// Makes forms out of sketches.
enum FormBuilder {
  static func form(
    _ id: String, _ number: String, _ title: String, aliases: [String] = [], unit: Unit = .yuan,
    decimals: Int = 2, layout: Form.Layout = .list, mayBeEmpty: Bool = false, _ lists: ListSketch...
  ) -> Form {
    var columns: [Column] = []
    var listings: [ListingForm] = []
    for (number, list) in lists.enumerated() {
      columns += list.columns.split(separator: " ").map { column(String($0), listing: number) }
      func index(_ id: String) -> Int {
        columns.firstIndex { $0.id == id && $0.listing == number } ?? 0
      }
      let hierarchy: ListingForm.Hierarchy =
        switch list.hierarchy {
        case .none: .none
        case .code(let column, let lengths): .code(columns: [index(column)], lengths: lengths)
        case .indentation: .indentation
        case .numbering: .numbering
        }
      listings.append(
        ListingForm(
          id: list.id, title: list.title,
          key: list.key.split(separator: ",").map { index(String($0)) },
          label: columns.firstIndex { $0.listing == number && $0.kind == .label },
          hierarchy: hierarchy, sumsChildren: list.sumsChildren,
          closing: list.closing.map { .init(key: $0.0, label: $0.1, sum: $0.2) }))
    }
    return Form(
      id: id, number: number, title: title, aliases: aliases, unit: unit, decimals: decimals,
      layout: layout, columns: columns, header: columns.indices.map { .column($0) },
      listings: listings, mayBeEmpty: mayBeEmpty)
  }

  private static func column(_ sketch: String, listing: Int) -> Column {
    let parts = sketch.split(separator: ":").map(String.init)
    let names = parts[0].split(separator: "=").map(String.init)
    let titles = names[1].split(separator: "|").map(String.init)
    return Column(
      id: names[0], title: titles[0], aliases: Array(titles.dropFirst()),
      kind: parts.count > 1 ? Column.Kind(rawValue: parts[1]) ?? .amount : .amount,
      listing: listing)
  }
}
