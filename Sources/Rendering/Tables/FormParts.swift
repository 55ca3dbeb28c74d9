import Budget
import Synchronization

/// What pages and files say of a form whatever stands in its rows: made once for all its tables.
final class FormParts: Sendable {
  let form: Form
  /// The columns as the CSV file has them.
  let columns: CSVColumns
  /// The table's `<colgroup>` and `<thead>`.
  let head: [UInt8]
  /// The columns that readers see.
  let shown: [CellColumn]
  /// What the columns' pieces are parts of.
  let pieces: [UInt8]

  /// A column as its cells' tags need it.
  struct CellColumn {
    let index: Int
    let listing: Int
    /// Behind the row's key: `.basic`
    let id: Range<Int>
    /// ` class="amount"`
    let kind: Range<Int>
  }

  init(_ form: Form) {
    self.form = form
    columns = CSVColumns(form)
    head = TableHead(form: form, columns: columns).render()
    var html = HTMLBuffer()
    shown = form.shownColumns.map { index in
      let column = form.columns[index]
      let id = html.range { html in
        html.raw(".")
        html.text(column.id)
      }
      let kind = html.range { html in
        html.raw(" class=\"")
        html.text(column.kind.rawValue)
        html.raw("\"")
      }
      return CellColumn(index: index, listing: column.listing, id: id, kind: kind)
    }
    pieces = html.bytes
  }
}

/// The parts of the forms met so far, shared by all who render.
final class FormPartsCache: Sendable {
  private let known = Mutex<[ObjectIdentifier: FormParts]>([:])
  /// More forms than a site has; beyond them memory counts for more.
  private static let limit = 4096

  /// The parts of a form.
  func parts(of form: Form) -> FormParts {
    // The parts hold their form, so that no other can come to have its identity.
    if let parts = known.withLock({ $0[ObjectIdentifier(form)] }) { return parts }
    let parts = FormParts(form)
    known.withLock { known in
      if known.count >= Self.limit { known.removeAll() }
      known[ObjectIdentifier(form)] = parts
    }
    return parts
  }
}
