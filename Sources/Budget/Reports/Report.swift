/// A disclosure: one department's budget or final accounts of one year.
public struct Report: OwnedReport, Sendable {
  /// What the figures are.
  public enum Kind: String, Sendable, CaseIterable, Recordable {
    /// 部门预算
    case budget
    /// 部门决算
    case finalAccounts = "final-accounts"

    /// The official name.
    public var title: String {
      switch self {
      case .budget: "部门预算"
      case .finalAccounts: "部门决算"
      }
    }
  }

  /// The most characters of a title or a department's name, which stand on every page.
  public static let longestName = 200

  /// The report's folder relative to `Content`, which is also its folder in the output; it never
  /// changes once published. Components are separated by `/`.
  public let path: String
  /// The title: 2021年部门预算编制情况说明.
  public let title: String
  /// The department (部门名称).
  public let department: String
  /// The fiscal year, such as 2021.
  public let fiscalYear: Int
  /// What the figures are.
  public let kind: Kind
  /// When it was published, if the content says so.
  public let published: PublicationDate?
  /// The document that the content was taken from; empty if the content does not say.
  public let sourceDocument: String
  /// The form set, with the report's years filled in.
  public let formSet: FormSet
  /// The tables, in the order of the form set's forms and as many.
  public let tables: [Table]
  /// The narrative (情况说明).
  public let narrative: Narrative
  /// The outside facts that the narrative cites.
  public let facts: [ExternalFact]
  /// The names of facts that are declared and could not be read, which an error says.
  public var unreadFacts = UnreadFacts.named([])
  /// The file that describes the report.
  public let file: String
  /// What was corrected after publication, in the order of the dates.
  public var corrections: [Correction] = []

  /// A report out of its parts.
  public init(
    path: String, title: String, department: String, fiscalYear: Int, kind: Kind,
    published: PublicationDate?, sourceDocument: String, formSet: FormSet, tables: [Table],
    narrative: Narrative, facts: [ExternalFact], file: String
  ) {
    self.path = path
    self.title = title
    self.department = department
    self.fiscalYear = fiscalYear
    self.kind = kind
    self.published = published
    self.sourceDocument = sourceDocument
    self.formSet = formSet
    self.tables = tables
    self.narrative = narrative
    self.facts = facts
    self.file = file
  }

  /// The short title for lists and page titles: 2021年部门预算.
  public var shortTitle: String { "\(fiscalYear)年\(kind.title)" }
}

/// Which outside facts a report may have beyond those that could be read.
public enum UnreadFacts: Sendable, Hashable {
  /// Those of these names.
  case named([String])
  /// Any: the file could not be read.
  case all

  /// Whether the fact of this name may be among them.
  func contains(_ name: String) -> Bool {
    switch self {
    case .named(let names): names.contains { $0.hasSameBytes(as: name) }
    case .all: true
    }
  }
}

/// A fact from outside the report that its narrative cites, such as last year's budget.
public struct ExternalFact: Sendable, Hashable {
  /// The name by which expressions call it: `文外.2020收入`.
  public let name: String
  /// The figure as given.
  public let figure: PrintedFigure
  /// Where the figure comes from, in Chinese; shown to readers.
  public let source: String
  /// Where the fact is declared.
  public let position: SourcePosition

  /// A fact out of its parts.
  public init(name: String, figure: PrintedFigure, source: String, position: SourcePosition) {
    self.name = name
    self.figure = figure
    self.source = source
    self.position = position
  }
}

/// A date as `YYYY-MM-DD`, with a time `HH:MM` where the content gives one.
///
/// It is what the content says, in the publisher's own time; no clock or time zone is involved.
public struct PublicationDate: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// `YYYY-MM-DD`
  public let day: String
  /// `HH:MM`, or empty.
  public let time: String

  /// Reads `YYYY-MM-DD` or `YYYY-MM-DD HH:MM`; `nil` unless it is such a date on the calendar.
  public init?(_ text: String) {
    let parts = text.split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count <= 2, let day = parts.first else { return nil }
    let numbers = Self.numbers(day, lengths: [4, 2, 2], separator: "-")
    guard let numbers, (1...12).contains(numbers[1]),
      (1...Self.days(inMonth: numbers[1], of: numbers[0])).contains(numbers[2])
    else { return nil }
    if parts.count == 2 {
      guard let clock = Self.numbers(parts[1], lengths: [2, 2], separator: ":"),
        clock[0] < 24, clock[1] < 60
      else { return nil }
    }
    self.day = String(day)
    time = parts.count == 2 ? String(parts[1]) : ""
  }

  /// The date as the content gives it.
  public var description: String { time.isEmpty ? day : day + " " + time }

  /// Earlier before later.
  public static func < (left: PublicationDate, right: PublicationDate) -> Bool {
    left.description < right.description
  }

  private static func numbers(
    _ text: Substring, lengths: [Int], separator: Character
  ) -> [Int]? {
    let parts = text.split(separator: separator, omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == lengths,
      parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
    else { return nil }
    return parts.compactMap { Int($0) }
  }

  private static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
