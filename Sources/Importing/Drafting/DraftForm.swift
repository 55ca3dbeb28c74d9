import Budget

/// The form of a table as far as the table itself shows it.
struct DraftForm {
  /// A column.
  struct DraftColumn {
    var id: String
    let path: [String]
    let kind: Column.Kind
    let listing: Int
  }

  /// A row that closes a list.
  struct DraftClosing {
    let listing: Int
    let row: ListingForm.ClosingRow
  }

  var id: String
  let number: String
  let title: String
  let unit: Unit
  let isTwoSided: Bool
  var columns: [DraftColumn]
  let hierarchies: [ListingForm.Hierarchy]
  let closing: [DraftClosing]
  let isEmpty: Bool

  /// The columns of one list.
  func indices(of listing: Int) -> [Int] {
    columns.indices.filter { columns[$0].listing == listing }
  }

  /// The columns whose texts tell rows apart: the codes and the project, or the label.
  func key(of listing: Int) -> [Int] {
    let own = indices(of: listing)
    if isWide { return [] }
    let codes = own.filter { columns[$0].kind == .code }
    let label = own.first { columns[$0].kind == .label }
    if codes.isEmpty { return label.map { [$0] } ?? own.prefix(1).map { $0 } }
    if case .code = hierarchies[listing] { return codes }
    return codes + (label.map { [$0] } ?? [])
  }

  /// Whether it is a row of figures without a heading of its own.
  var isWide: Bool { !isTwoSided && columns.allSatisfy { $0.kind == .amount } }

  /// The layout.
  var layout: Form.Layout { isTwoSided ? .twoSided : isWide ? .wide : .list }

  /// How many lists there are.
  var listings: Int { isTwoSided ? 2 : 1 }

  /// The sides' ids.
  static func sideID(_ listing: Int) -> String { listing == 0 ? "income" : "outlay" }

  /// The form, to import with.
  var form: Form {
    let all = columns.map {
      Column(
        id: $0.id, title: $0.path.last ?? "", path: $0.path, kind: $0.kind, listing: $0.listing)
    }
    return Form(
      id: id, number: number, title: title, unit: unit, layout: layout,
      columns: all, header: header(all.indices.map { $0 }, depth: 0),
      listings: (0..<listings).map { listing in
        ListingForm(
          id: isTwoSided ? Self.sideID(listing) : "rows", title: sideTitle(listing),
          key: key(of: listing),
          label: indices(of: listing).first { columns[$0].kind == .label },
          hierarchy: hierarchies[listing],
          closing: closing.filter { $0.listing == listing }.map(\.row))
      }, mayBeEmpty: isEmpty)
  }

  /// The title over a side, if one cell stands over all its columns.
  func sideTitle(_ listing: Int) -> String {
    let tops = Set(
      indices(of: listing).map { columns[$0].path.count > 1 ? columns[$0].path[0] : "" })
    return isTwoSided && tops.count == 1 ? tops.first ?? "" : ""
  }

  /// The header cells over columns, groups put together.
  func header(_ indices: [Int], depth: Int) -> [HeaderNode] {
    var nodes: [HeaderNode] = []
    var rest = indices[...]
    while let first = rest.first {
      let path = columns[first].path
      guard path.count > depth + 1 else {
        nodes.append(.column(first))
        rest = rest.dropFirst()
        continue
      }
      let group = rest.prefix {
        columns[$0].path.count > depth + 1 && columns[$0].path[depth] == path[depth]
          && columns[$0].listing == columns[first].listing
      }
      nodes.append(.group(title: path[depth], header(Array(group), depth: depth + 1)))
      rest = rest.dropFirst(group.count)
    }
    return nodes
  }
}
