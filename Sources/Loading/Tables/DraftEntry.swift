import Budget

/// A row's part in a list while its key and its place are being found out.
struct DraftEntry {
  /// The index of the row in the table.
  let row: Int
  /// What the row is.
  var role = Listing.Entry.Role.item
  /// What heads the row for readers.
  var label = ""
  /// The key as the row alone gives it.
  var ownKey = ""
  /// The key within the list.
  var key = ""
  /// 1 for a row without a parent.
  var level = 1
  /// The index of the parent among the drafts.
  var parent: Int?
  /// Whether rows stand under it.
  var hasChildren = false

  /// The finished entry.
  var entry: Listing.Entry {
    Listing.Entry(
      row: row, key: key, label: label, role: role, level: level, parent: parent,
      hasChildren: hasChildren)
  }
}
