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
  /// The entries of each text of a column.
  private var groups: [[ExactText: [Int]]?]
  /// The entries of each bare label, by list.
  private var labels: [[ExactText: [Int]]?]

  /// An index of `report`, empty as yet.
  public init(_ report: Report) {
    self.report = report
    var offsets: [(columns: Int, listings: Int)] = []
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

  /// The list that a column belongs to.
  func listing(table: Int, column: Int) -> Int { report.tables[table].form.columns[column].listing }

  /// The entries of a list.
  func entries(table: Int, listing: Int) -> [Listing.Entry] {
    report.tables[table].listings[listing].entries
  }

  /// The texts of a column as they are compared, by row: bare labels, other texts without spaces.
  func texts(table: Int, column: Int) -> [String] {
    let place = offsets[table].columns + column
    if let known = texts[place] { return known }
    let isLabel = report.tables[table].form.columns[column].kind == .label
    let built = report.tables[table].rows.map {
      isLabel ? RowName.bare($0.cells[column].text) : RowName.withoutSpaces($0.cells[column].text)
    }
    texts[place] = built
    return built
  }

  /// The items of a column's list by their text, each in row order.
  func groups(table: Int, column: Int) -> [ExactText: [Int]] {
    let place = offsets[table].columns + column
    if let known = groups[place] { return known }
    let texts = texts(table: table, column: column)
    let entries = report.tables[table].listing(ofColumn: column).entries
    var built: [ExactText: [Int]] = [:]
    for index in entries.indices where entries[index].isItem {
      built[ExactText(texts[entries[index].row]), default: []].append(index)
    }
    groups[place] = built
    return built
  }

  /// The entries of a list by their bare labels.
  private func labels(table: Int, listing: Int) -> [ExactText: [Int]] {
    let place = offsets[table].listings + listing
    if let known = labels[place] { return known }
    let entries = report.tables[table].listings[listing].entries
    var built: [ExactText: [Int]] = Dictionary(minimumCapacity: entries.count)
    for index in entries.indices {
      built[ExactText(RowName.bare(entries[index].label)), default: []].append(index)
    }
    labels[place] = built
    return built
  }

  /// The entries that a row's name fits: its key, a closing row, its label, its path, a part of its
  /// key; the first of these that fits any decides.
  func entries(named name: String, table: Int, listing: Int) -> [Int] {
    let list = report.tables[table].listings[listing]
    if let exact = list.index(ofKey: name) { return [exact] }
    let bare = RowName.bare(name)
    let closing = report.tables[table].form.listings[listing].closing
    if let row = closing.firstIndex(where: { RowName.bare($0.label).hasSameBytes(as: bare) }) {
      return list.entries.indices.filter { list.entries[$0].role == .closing(row) }
    }
    let labels = labels(table: table, listing: listing)
    if let found = labels[ExactText(bare)] {
      let exact = found.filter {
        RowName.withoutSpaces(list.entries[$0].label).hasSameBytes(as: name)
      }
      return exact.count == 1 ? exact : found
    }
    if name.unicodeScalars.contains("/") {
      let found = entries(onPath: name, labels: labels, of: list)
      if !found.isEmpty { return found }
    }
    return entries(withKeyPart: bare, table: table, listing: listing)
  }

  /// `本年收入/一般公共预算拨款`: the rows called by the last part under those called before.
  private func entries(
    onPath path: String, labels: [ExactText: [Int]], of list: Listing
  ) -> [Int] {
    let parts = path.split(separator: "/").map { RowName.bare(String($0)) }
    guard parts.count > 1, let last = parts.last, let candidates = labels[ExactText(last)] else {
      return []
    }
    return candidates.filter { candidate in
      var row: Int? = candidate
      for part in parts.dropLast().reversed() {
        row = row.flatMap { list.entries[$0].parent }
        guard let row, RowName.bare(list.entries[row].label) == part else { return false }
      }
      return true
    }
  }

  private func entries(withKeyPart part: String, table: Int, listing: Int) -> [Int] {
    let form = report.tables[table].form.listings[listing]
    let list = report.tables[table].listings[listing]
    let columns = form.key.filter { $0 != form.label }.map { texts(table: table, column: $0) }
    return list.entries.indices.filter { index in
      columns.contains { $0[list.entries[index].row] == part }
    }
  }
}
