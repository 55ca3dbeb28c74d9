/// A table of a report: a form filled in.
public struct Table: Sendable {
  /// Whether the table is there.
  public enum Presence: Sendable, Hashable {
    /// With data.
    case filled
    /// There, but without any value besides its closing rows' blanks.
    case empty
    /// Listed by the disclosure but missing from it; the text says so on the page.
    case absent(String)
    /// To be there, but it could not be read: an error says why, and nothing is published.
    case unread

    /// What stands in the table's place; `nil` if it has rows to show.
    public var absence: String? {
      switch self {
      case .filled, .empty: nil
      case .absent(let text): text
      case .unread: "本表没有读出来，请先改正检查结果里它的错误。"
      }
    }
  }

  /// The form, with the report's years filled in.
  public let form: Form
  /// Whether the table is there.
  public let presence: Presence
  /// The file that it was read from.
  public let file: String
  /// The rows as they stand in the file.
  public let rows: Rows
  /// The lists that the rows make up, as the form's ``Form/listings`` say.
  public let listings: [Listing]
  /// The note under the table; empty if there is none.
  public let note: String
  /// Where the note stands.
  public let notePosition: SourcePosition

  /// A table out of its parts.
  public init(
    form: Form, presence: Presence, file: String, rows: Rows, listings: [Listing], note: String,
    notePosition: SourcePosition
  ) {
    self.form = form
    self.presence = presence
    self.file = file
    self.rows = rows
    self.listings = listings
    self.note = note
    self.notePosition = notePosition
  }

  /// The place in the file of the cell in `row` and `column`.
  public func position(row: Int, column: Int) -> SourcePosition {
    let cell = rows[row, column]
    return SourcePosition(file: file, line: Int(cell.line), column: Int(cell.column))
  }

  /// The list that a column belongs to.
  public func listing(ofColumn column: Int) -> Listing {
    listings[form.columns[column].listing]
  }
}

/// A cell: what the source prints, and the amount that it means.
public struct Cell: Sendable, Hashable {
  /// The words or the number as the file has them, without spaces around; empty for a blank cell.
  public let text: String
  /// The amount, in the form's unit; `nil` for a blank cell, a dash, or words. Blank is not zero.
  public let value: ExactDecimal?
  /// The line in the file, from 1.
  public let line: Int32
  /// The column in the file in characters, from 1.
  public let column: Int32

  /// A cell out of its parts.
  public init(text: String, value: ExactDecimal? = nil, line: Int, column: Int) {
    self.text = text
    self.value = value
    self.line = Int32(clamping: line)
    self.column = Int32(clamping: column)
  }

  /// Whether nothing stands in it. A dash for nil is not blank, but has no value either.
  @inlinable public var isBlank: Bool { text.isEmpty }
}
