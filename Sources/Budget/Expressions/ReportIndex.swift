/// Finds the cells of a report by the names that people use, quickly.
///
/// Dictionaries are built when a lookup first needs them and kept, so one index serves all lookups
/// in a report. It is for one task at a time; tasks that work in parallel make one each.
public final class ReportIndex {
  /// The report.
  public let report: Report

  /// Where each table's columns, and its lists, begin in the arrays below.
  private let offsets: [(columns: Int, listings: Int)]
  /// Each column's texts as they are compared, by row.
  private var texts: [[String]?]
  /// The items of each text of a column.
  private var groups: [TextGroups?]
  /// The entries of each bare label, by list.
  private var labels: [TextGroups?]
  /// Where references led that need no subject: a narrative's formulas, an overview and its charts
  /// name the same few cells again and again.
  private var known: [ReferenceName: PreparedReference] = Dictionary(minimumCapacity: 128)

  /// An index of `report`, empty as yet.
  public init(_ report: Report) {
    self.report = report
    var offsets: [(columns: Int, listings: Int)] = []
    offsets.reserveCapacity(report.tables.count)
    var end = (columns: 0, listings: 0)
    for table in report.tables {
      offsets.append(end)
      end.columns += table.form.columns.count
      end.listings += table.listings.count
    }
    self.offsets = offsets
    texts = Array(repeating: nil, count: end.columns)
    groups = Array(repeating: nil, count: end.columns)
    labels = Array(repeating: nil, count: end.listings)
  }

  /// A reference looked up and its rows found, for no subject.
  public func prepare(_ reference: Reference) throws(ResolutionError) -> PreparedReference {
    let name = ReferenceName(reference)
    if let known = known[name] { return known }
    let found = try prepare(report.formSet.planner.plan(reference))
    known[name] = found
    return found
  }

  /// The row of an entry.
  public func row(ofEntry entry: Int, table: Int, listing: Int) -> Int {
    report.tables[table].listings[listing].entries[entry].row
  }

  /// The texts of a column as they are compared, by row: bare labels, other texts without spaces.
  func texts(table: Int, column: Int) -> [String] {
    let place = offsets[table].columns + column
    if let known = texts[place] { return known }
    let isLabel = report.tables[table].form.columns[column].kind == .label
    let built = report.tables[table].rows.indices.map { row in
      let text = report.tables[table].rows.text(row: row, column: column)
      return isLabel ? RowName.bare(text) : RowName.withoutSpaces(text)
    }
    texts[place] = built
    return built
  }

  /// The items of a column's list by their text.
  func groups(table: Int, column: Int) -> TextGroups {
    let place = offsets[table].columns + column
    if let known = groups[place] { return known }
    let texts = texts(table: table, column: column)
    let entries = report.tables[table].listing(ofColumn: column).entries
    let built = TextGroups(count: entries.count) { index in
      entries[index].isItem ? texts[entries[index].row] : nil
    }
    groups[place] = built
    return built
  }

  /// The entries of a list by their bare labels.
  func labels(table: Int, listing: Int) -> TextGroups {
    let place = offsets[table].listings + listing
    if let known = labels[place] { return known }
    let entries = report.tables[table].listings[listing].entries
    let built = TextGroups(count: entries.count) { RowName.bare(entries[$0].label) }
    labels[place] = built
    return built
  }
}
