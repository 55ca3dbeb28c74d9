import Budget

/// The rows under which the next row can stand, from the outermost to the row just read.
///
/// A list instead of recursion: its length never exceeds the limit, whatever the input.
struct Outline {
  /// A row that can still get children.
  struct Level {
    /// The row's index among the drafts.
    let index: Int
    /// What ranks count as being on the same level.
    let ranks: ClosedRange<Int>
    /// Whether it was opened by a row that begins with 其中.
    let isBreakdown: Bool
  }

  /// The open levels.
  private(set) var open: [Level] = []
  /// Whether the last row was deeper than the limit, and was put at the limit.
  var wentTooDeep = false
  private let limit: Int

  /// An outline of at most `limit` levels.
  init(limit: Int) {
    self.limit = max(1, limit)
  }

  /// Closes the innermost level.
  mutating func close() {
    if !open.isEmpty { open.removeLast() }
  }

  /// Closes levels from the innermost on as long as `condition` holds; tells whether any was.
  @discardableResult
  mutating func close(while condition: (Level) -> Bool) -> Bool {
    let count = open.count
    while let last = open.last, condition(last) { open.removeLast() }
    return open.count < count
  }

  /// Puts the row with this index under the innermost open one, and opens it.
  mutating func attach(
    _ index: Int, ranks: ClosedRange<Int>, isBreakdown: Bool = false,
    in drafts: inout [DraftEntry]
  ) {
    if open.count >= limit {
      wentTooDeep = true
      open.removeLast(open.count - limit + 1)
    }
    if let parent = open.last?.index {
      drafts[index].parent = parent
      drafts[index].level = drafts[parent].level + 1
      drafts[parent].hasChildren = true
    }
    open.append(Level(index: index, ranks: ranks, isBreakdown: isBreakdown))
  }
}

/// A way to know under which row a row stands.
protocol RowHierarchy {
  /// Finds the place of the item with this index; rows are placed in their order.
  mutating func place(
    _ index: Int, in drafts: inout [DraftEntry], _ builder: ListingBuilder,
    _ outline: inout Outline, reporting findings: inout CappedFindings)
}
