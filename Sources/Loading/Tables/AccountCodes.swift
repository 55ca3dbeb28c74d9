import Budget

/// The codes of a list's rows where several columns together make a code (类/款/项): a blank column
/// to the left of a filled one has the text of the row above.
struct AccountCodes {
  /// The columns that make up the code, from the highest level down; empty if a code is one cell.
  private let columns: [Int]
  /// For each draft the text of each column.
  private var parts: [[String]] = []

  /// The codes of `drafts`.
  init(_ drafts: [DraftEntry], builder: ListingBuilder) {
    guard case .code(let columns, lengths: _) = builder.listing.hierarchy, columns.count > 1 else {
      columns = []
      return
    }
    self.columns = columns
    var above = columns.map { _ in "" }
    for draft in drafts {
      var own = columns.map { builder.text(draft.row, $0) }
      if draft.role == .item, let last = own.lastIndex(where: { !$0.isEmpty }) {
        Self.inherit(&own, from: above, upTo: last)
        above = own
      }
      parts.append(own)
    }
  }

  /// Fills blanks before `last` from the row above, but not below a part in which both differ.
  private static func inherit(_ own: inout [String], from above: [String], upTo last: Int) {
    for level in 0..<last {
      if own[level].isEmpty {
        own[level] = above[level]
      } else if own[level] != above[level] {
        return
      }
    }
  }

  /// The text of the draft with this index in `column`, inherited where it is blank; `nil` if the
  /// column is no part of such a code.
  func text(_ index: Int, column: Int) -> String? {
    columns.firstIndex(of: column).map { parts[index][$0] }
  }
}
