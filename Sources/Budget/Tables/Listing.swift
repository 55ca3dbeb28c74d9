/// The rows of a list with their keys and their places under each other.
public struct Listing: Sendable {
  /// A row's part in a list. In a two-sided statement each side has its own entries.
  public struct Entry: Sendable, Hashable {
    /// What the row is.
    public enum Role: Sendable, Hashable {
      /// An item.
      case item
      /// A closing row; the index in ``ListingForm/closing``.
      case closing(Int)
      /// A row that heads the ones below it, in a table of layout *form*.
      case heading
    }

    /// The index of the row in ``Table/rows``.
    public let row: Int
    /// The key, unique within the list and free of white space.
    public let key: String
    /// What heads the row for readers, as printed.
    public let label: String
    /// What the row is.
    public let role: Role
    /// 1 for a row without a parent, one more for each step down.
    public let level: Int
    /// The index of the parent in ``Listing/entries``.
    public let parent: Int?
    /// Whether rows stand under it.
    public var hasChildren: Bool

    /// An entry out of its parts.
    public init(
      row: Int, key: String, label: String, role: Role, level: Int = 1, parent: Int? = nil,
      hasChildren: Bool = false
    ) {
      self.row = row
      self.key = key
      self.label = label
      self.role = role
      self.level = level
      self.parent = parent
      self.hasChildren = hasChildren
    }

    /// Whether it is an ordinary item.
    public var isItem: Bool { role == .item }
  }

  /// The entries in the order of the rows.
  public let entries: [Entry]
  private let index: EntryIndex

  /// A list of `entries`, whose keys differ; `index` is that of their keys.
  public init(entries: [Entry], index: EntryIndex? = nil) {
    self.entries = entries
    self.index = index ?? EntryIndex(entries.map(\.key))
  }

  /// The index in ``entries`` of the one with this key.
  public func index(ofKey key: String) -> Int? { index[key] }

  /// The entry of the given row, if the row has a part in this list.
  public func entry(ofRow row: Int) -> Entry? {
    index(ofRow: row).map { entries[$0] }
  }

  /// The index in ``entries`` of the given row, if the row has a part in this list.
  public func index(ofRow row: Int) -> Int? {
    // Most rows have an entry, so that the row's own index is nearly always right.
    if row < entries.count, entries[row].row == row { return row }
    // Entries are in row order.
    let place = entries.firstPlace { $0.row < row }
    return place < entries.count && entries[place].row == row ? place : nil
  }
}
