/// A column of a form.
public struct Column: Sendable {
  /// What a column holds.
  public enum Kind: String, Sendable, CaseIterable {
    /// An account code or another code; text, never a number.
    case code
    /// The name that heads a row.
    case label
    /// Other words.
    case text
    /// Money, in the form's unit.
    case amount
    /// Money in the rows that the listing names, words in the others (as in 申报表).
    case value
    /// The row's level, 1 and up; not shown.
    case level
    /// The key of the row's parent; not shown.
    case parent
  }

  /// The id in ASCII; part of every cell's address.
  public let id: String
  /// The title of the header cell right over the column.
  public let title: String
  /// The titles of all header cells over the column from the top, the column's own last.
  public let path: [String]
  /// Other names by which expressions may call it.
  public let aliases: [String]
  /// What it holds.
  public let kind: Kind
  /// Which of the form's lists it belongs to.
  public let listing: Int

  /// A column out of its parts.
  public init(
    id: String, title: String, path: [String]? = nil, aliases: [String] = [], kind: Kind,
    listing: Int = 0
  ) {
    self.id = id
    self.title = title
    self.path = path ?? [title]
    self.aliases = aliases
    self.kind = kind
    self.listing = listing
  }

  /// Whether readers see it.
  public var isShown: Bool { kind != .level && kind != .parent }

  /// Whether `name` is its title, its heading path with `/` between, or an alias.
  public func isNamed(_ name: String) -> Bool {
    title == name || aliases.contains(name)
      || (path.count > 1 && path.joined(separator: "/") == name)
  }
}

/// A header cell: over one column, or over a group of further header cells.
public indirect enum HeaderNode: Sendable {
  /// The header cell of the column with this index.
  case column(Int)
  /// A cell that spans the cells below it.
  case group(title: String, [HeaderNode])
}
