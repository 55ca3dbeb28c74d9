extension ReportIndex {
  /// The entries that a row's name fits: its key, a closing row, its label, its path, a part of its
  /// key; the first of these that fits any decides.
  func entries(named name: String, table: Int, listing: Int) -> [Int] {
    let list = report.tables[table].listings[listing]
    if let exact = list.index(ofKey: name) { return [exact] }
    return entries(
      named: WrittenRow(name, in: report.tables[table].form.listings[listing]), table: table,
      listing: listing)
  }

  /// The entries that a row's name fits which is no row's key.
  private func entries(named row: WrittenRow, table: Int, listing: Int) -> [Int] {
    let list = report.tables[table].listings[listing]
    if let closing = row.closing {
      return list.entries.indices.filter { list.entries[$0].role == .closing(closing) }
    }
    let labels = labels(table: table, listing: listing)
    let found = labels.all(row.bare)
    if !found.isEmpty {
      let exact = found.filter {
        RowName.withoutSpaces(list.entries[$0].label).hasSameBytes(as: row.text)
      }
      return exact.count == 1 ? exact : found
    }
    if row.text.utf8.contains(UInt8(ascii: "/")) {
      let found = entries(onPath: row.text, labels: labels, of: list)
      if !found.isEmpty { return found }
    }
    return entries(withKeyPart: row.bare, table: table, listing: listing)
  }

  /// `本年收入/一般公共预算拨款`: the rows called by the last part under those called before.
  private func entries(onPath path: String, labels: TextGroups, of list: Listing) -> [Int] {
    let parts = path.unicodeScalars.split(separator: "/").map { RowName.bare(String($0)) }
    guard parts.count > 1, let last = parts.last else { return [] }
    return labels.all(last).filter { candidate in
      var row: Int? = candidate
      for part in parts.dropLast().reversed() {
        row = row.flatMap { list.entries[$0].parent }
        guard let row, RowName.bare(list.entries[row].label).hasSameBytes(as: part) else {
          return false
        }
      }
      return true
    }
  }

  private func entries(withKeyPart part: String, table: Int, listing: Int) -> [Int] {
    let form = report.tables[table].form.listings[listing]
    let list = report.tables[table].listings[listing]
    let columns = form.key.filter { $0 != form.label }.map { texts(table: table, column: $0) }
    return list.entries.indices.filter { index in
      columns.contains { $0[list.entries[index].row].hasSameBytes(as: part) }
    }
  }

  /// The one entry that a written name fits.
  func entry(
    called row: WrittenRow, table: Int, listing: Int
  ) throws(ResolutionError) -> Int {
    if let exact = report.tables[table].listings[listing].index(ofKey: row.text) { return exact }
    let found = entries(named: row, table: table, listing: listing)
    switch found.count {
    case 1: return found[0]
    case 0: throw missingRow(row.text, table, listing)
    default: throw ambiguousRow(row.text, table, listing, found)
    }
  }

  /// The one entry that a name fits.
  func entry(
    called name: String, table: Int, listing: Int
  ) throws(ResolutionError) -> Int {
    if let exact = report.tables[table].listings[listing].index(ofKey: name) { return exact }
    let row = WrittenRow(name, in: report.tables[table].form.listings[listing])
    return try entry(called: row, table: table, listing: listing)
  }

  /// `$`: the one entry with the subject's key, or else with its label.
  func entry(
    calledAs subject: CheckSubject?, table: Int, listing: Int
  ) throws(ResolutionError) -> Int {
    switch subject {
    case nil:
      throw ResolutionError(.rowNotSaid, "$ 只能用在逐行或分组的核对里。")
    case .group(let text):
      return try entry(called: text, table: table, listing: listing)
    case .row(let ownTable, let ownListing, let own):
      let key = report.tables[ownTable].listings[ownListing].entries[own].key
      if let exact = report.tables[table].listings[listing].index(ofKey: key) { return exact }
      do {
        return try entry(called: key, table: table, listing: listing)
      } catch let byKey {
        let label = RowName.bare(report.tables[ownTable].listings[ownListing].entries[own].label)
        do {
          return try entry(called: label, table: table, listing: listing)
        } catch let byLabel {
          throw byLabel.reason == .rowMissing ? byKey : byLabel
        }
      }
    }
  }

  /// `$.列名`: the one entry called as the subject's row says in `column`.
  func entry(
    calledAs subject: CheckSubject?, column: Int?, of reference: Reference, table: Int, listing: Int
  ) throws(ResolutionError) -> Int {
    guard case .row(let ownTable, let ownListing, let own) = subject else {
      return try entry(calledAs: subject, table: table, listing: listing)
    }
    guard let column else {
      guard case .key(let name) = reference.rows else {
        throw missingRow("$", table, listing)
      }
      throw missingRow(name, table, listing)
    }
    let row = row(ofEntry: own, table: ownTable, listing: ownListing)
    let text = texts(table: ownTable, column: column)[row]
    return try entry(called: text, table: table, listing: listing)
  }
}
