import Budget
import Synchronization

/// What pages and files say of a form whatever stands in its rows: made once for all its tables.
final class FormParts: Sendable {
  let form: Form
  /// The columns as the CSV file has them.
  let columns: CSVColumns
  /// The table's `<colgroup>` and `<thead>`.
  let head: [UInt8]
  /// For each column what stands in its cells' tags behind the row's key: `.basic" class="amount"`.
  let cellTags: [[UInt8]]

  init(_ form: Form) {
    self.form = form
    columns = CSVColumns(form)
    head = TableHead(form: form, columns: columns).render()
    cellTags = form.columns.map { column in
      var html = HTMLBuffer(capacity: 64)
      html.raw(".")
      html.text(column.id)
      html.raw("\" class=\"")
      html.text(column.kind.rawValue)
      html.raw("\"")
      return html.bytes
    }
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
