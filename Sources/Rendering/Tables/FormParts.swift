import Budget
import Synchronization

/// What pages and files say of a form whatever stands in its rows: made once for all its tables.
final class FormParts: Sendable {
  let form: Form
  /// 表一 部门收支总体情况表
  let name: String
  /// The name of a table's page within the report's folder.
  let page: String
  /// The name of its CSV file.
  let file: String
  /// What a table holds, to be said behind the report's name.
  let description: String
  /// How the disclosure's printed contents name the table: 表一、部门收支总体情况表
  let contentsEntry: ExactText
  /// The columns as the CSV file has them.
  let columns: CSVColumns
  /// The first line of the CSV file.
  let csvHead: [UInt8]
  /// The table's opening tag and all that stands over its body.
  let opening: [UInt8]
  /// The columns that readers see.
  let shown: [CellColumn]
  /// The form's lists.
  let lists: [RowList]
  /// What the columns' pieces are parts of.
  let pieces: [UInt8]
  /// What the description of the CSV file says.
  let resource: ResourceParts
  /// What links to its cells have in common.
  let links: LinkParts
  /// How the list of tables names it.
  let entry: TableEntry
  /// How the page's description names its CSV file.
  let download: DownloadEntry

  /// A column as its cells' tags need it.
  struct CellColumn {
    let index: Int
    let listing: Int
    /// Behind the row's key: `.basic" class="amount"`
    let idAndClass: Range<Int>
    /// ` class="amount"`
    let classOnly: Range<Int>
  }

  /// A list as its rows' tags need it.
  struct RowList {
    /// The column whose cell heads a row; where it is blank (a total printed in another column),
    /// the first of `others` that is not.
    let label: Int?
    let others: [Int]
    /// Whether rows stand under each other.
    let hasLevels: Bool
  }

  init(_ form: Form) {
    self.form = form
    name = form.number + " " + form.title
    page = form.id + ".html"
    file = form.id + ".csv"
    description =
      name + (form.summary.isEmpty ? "" : "：" + form.summary) + "。单位：\(form.unit.rawValue)。"
    contentsEntry = ExactText(RowName.withoutSpaces(form.number + "、" + form.title))
    columns = CSVColumns(form)
    csvHead = CSVDownload.head(columns)
    opening = TableHead(form: form, columns: columns).render()
    resource = ResourceParts(form, columns)
    links = LinkParts(form)
    entry = TableEntry(form)
    download = DownloadEntry(name: name, file: file, type: "text/csv")
    var html = HTMLBuffer()
    shown = columns.indices.map { index in
      let column = form.columns[index]
      let start = html.bytes.count
      html.raw(".")
      html.text(column.id)
      html.raw("\"")
      let kind = html.range { html in
        html.raw(" class=\"")
        html.text(column.kind.rawValue)
        html.raw("\"")
      }
      return CellColumn(
        index: index, listing: column.listing, idAndClass: start..<kind.upperBound, classOnly: kind)
    }
    pieces = html.bytes
    lists = form.listings.map { list in
      RowList(
        label: list.label,
        others: list.label.map { label in
          form.shownColumns.filter {
            form.columns[$0].kind != .amount
              && form.columns[$0].listing == form.columns[label].listing
          }
        } ?? [],
        hasLevels: list.hierarchy != .none)
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
