/// The form of a list of keyed rows: a whole table, or one side of a two-sided statement.
public struct ListingForm: Sendable {
  /// How a row's place under other rows is known.
  public enum Hierarchy: Sendable, Equatable {
    /// All rows stand side by side.
    case none
    /// By the length of the code, which is the columns' digits put together (类/款/项).
    case code(columns: [Int], lengths: [Int])
    /// By how far the label is indented.
    case indentation
    /// By the label's numbering: 一、 above （一） above 1. above (1).
    case numbering
    /// By a column that says the level.
    case level(column: Int)
    /// By a column that says the parent's key.
    case parent(column: Int)
  }

  /// A row that closes the list: a total, or an item below the line.
  public struct ClosingRow: Sendable, Equatable {
    /// Of what the row is the sum.
    public enum Sum: String, Sendable, CaseIterable {
      /// Of nothing: an item by itself.
      case nothing = "none"
      /// Of the list's top-level rows.
      case items
      /// Of the closing rows above it.
      case closing
    }

    /// The key under which it is addressed, in ASCII: `total`.
    public let key: String
    /// Its label, compared without spaces and closing colon.
    public let label: String
    /// Of what it is the sum.
    public let sum: Sum
    /// The label by which expressions call it.
    let bareLabel: String

    /// A closing row.
    public init(key: String, label: String, sum: Sum) {
      self.key = key
      self.label = label
      self.sum = sum
      bareLabel = RowName.bare(label)
    }
  }

  /// The id in ASCII, such as `income`.
  public let id: String
  /// The title over a side; empty for a whole table.
  public let title: String
  /// The columns whose texts together are a row's key.
  public let key: [Int]
  /// The column that heads a row for readers.
  public let label: Int?
  /// How rows stand under each other.
  public let hierarchy: Hierarchy
  /// Whether a row's amounts are the sums of its children's.
  public let sumsChildren: Bool
  /// The rows that close the list, in their order.
  public let closing: [ClosingRow]
  /// In a table of layout *form*: the keys of the rows whose value is an amount.
  public let amountRows: [String]
  /// In a table of layout *form*: the keys of the rows that head the ones below.
  public let headingRows: [String]

  /// A list's form out of its parts.
  public init(
    id: String, title: String = "", key: [Int], label: Int?, hierarchy: Hierarchy = .none,
    sumsChildren: Bool = true, closing: [ClosingRow] = [], amountRows: [String] = [],
    headingRows: [String] = []
  ) {
    self.id = id
    self.title = title
    self.key = key
    self.label = label
    self.hierarchy = hierarchy
    self.sumsChildren = sumsChildren
    self.closing = closing
    self.amountRows = amountRows
    self.headingRows = headingRows
  }
}
