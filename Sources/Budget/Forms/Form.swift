/// The form of one table (表样): its columns with their header, its lists, its unit.
///
/// Immutable, and a class because every table of every report shares it.
public final class Form: Sendable {
  /// How a table is laid out on the page.
  public enum Layout: String, Sendable, CaseIterable {
    /// One list of rows under one header.
    case list
    /// Two lists side by side, each with its own totals (收支两栏).
    case twoSided = "two-sided"
    /// Labels with their values, like a paper form (申报表).
    case form
    /// Few rows, usually one, under a wide header.
    case wide
  }

  /// The semantic id in ASCII, also the page's name; stable over the years.
  public let id: String
  /// The table's number in this set: 表一.
  public let number: String
  /// The official title.
  public let title: String
  /// Other names by which expressions may call it.
  public let aliases: [String]
  /// The unit of its amounts.
  public let unit: Unit
  /// How many decimals its amounts are printed with at least: 2, or 0 where forms want whole yuan.
  public let decimals: Int
  /// The layout.
  public let layout: Layout
  /// A line under the title, such as （2021年度）; empty if there is none.
  public let subtitle: String
  /// The columns from left to right.
  public let columns: [Column]
  /// The tree of header cells over the columns.
  public let header: [HeaderNode]
  /// The lists that the table consists of: two for a two-sided statement, else one.
  public let listings: [ListingForm]
  /// Whether the table may be without data. It needs a note then.
  public let mayBeEmpty: Bool
  /// One line on what the table says, for the list of tables; empty if the form has none.
  public let summary: String
  /// The columns by the names that expressions call them.
  let columnNames: NameTable
  /// The columns by the names that the header of a file calls them.
  public let headerNames: HeaderNames

  /// A form out of its parts.
  public init(
    id: String, number: String, title: String, aliases: [String] = [], unit: Unit = .yuan,
    decimals: Int = 2, layout: Layout = .list, subtitle: String = "", columns: [Column],
    header: [HeaderNode], listings: [ListingForm], mayBeEmpty: Bool = false, summary: String = ""
  ) {
    self.id = id
    self.number = number
    self.title = title
    self.aliases = aliases
    self.unit = unit
    self.decimals = decimals
    self.layout = layout
    self.subtitle = subtitle
    self.columns = columns
    self.header = header
    self.listings = listings
    self.mayBeEmpty = mayBeEmpty
    self.summary = summary
    headerNames = HeaderNames(columns)
    columnNames = NameTable(
      columns, ranks: { [$0.id] },
      { [$0.title] + $0.aliases + ($0.path.count > 1 ? [$0.path.joined(separator: "/")] : []) },
      { [$0.title, $0.path.joined(separator: "/")].map(RowName.withoutSpaces) })
  }

  /// The index of the column whose id, title, heading path or alias is `name`.
  public func columnIndex(named name: String) -> Int? {
    if let index = columns.firstIndex(where: { $0.id == name }) { return index }
    let matches = columns.indices.filter { columns[$0].isNamed(name) }
    return matches.count == 1 ? matches[0] : nil
  }
}
