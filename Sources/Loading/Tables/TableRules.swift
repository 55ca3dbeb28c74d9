import Budget

extension Rule {
  // MARK: The file as text

  /// The file is UTF-8, GB18030, or UTF-16 with a mark.
  static let textEncoding = Rule("text-encoding")
  /// No invisible character stands in a text.
  static let controlCharacter = Rule("control-character")
  /// No character was lost when the file was converted.
  static let replacementCharacter = Rule("replacement-character")
  /// Files and tables are of a size that people write.
  static let fileTooLarge = Rule("file-too-large")

  // MARK: CSV

  /// Cells are separated by commas or tabs.
  static let csvSeparator = Rule("csv-separator")
  /// Quotation marks come in pairs.
  static let csvUnclosedQuote = Rule("csv-unclosed-quote")
  /// Nothing follows a closing quotation mark in its cell.
  static let csvTextAfterQuote = Rule("csv-text-after-quote")
  /// Each row has as many cells as the header.
  static let csvRaggedRow = Rule("csv-ragged-row")

  // MARK: The header

  /// The first row has the names of the columns.
  static let headerMissing = Rule("header-missing")
  /// All columns of the form are there.
  static let missingColumn = Rule("missing-column")
  /// No columns but those of the form are there.
  static let unknownColumn = Rule("unknown-column")
  /// No column is there twice.
  static let duplicateColumn = Rule("duplicate-column")
  /// The name of a column is that of one column only.
  static let ambiguousColumn = Rule("ambiguous-column")

  // MARK: Amounts

  /// An amount holds no letters and other signs.
  static let amountCharacter = Rule("amount-character")
  /// A cell with an amount holds no unit.
  static let amountUnit = Rule("amount-unit")
  /// An amount is not in scientific notation.
  static let amountScientific = Rule("amount-scientific")
  /// A separator of thousands stands before each three digits.
  static let amountGrouping = Rule("amount-grouping")
  /// Points, signs and parentheses stand where they belong in an amount.
  static let amountFormat = Rule("amount-format")
  /// An amount has no more digits than can be reckoned with.
  static let amountTooLong = Rule("amount-too-long")
  /// An amount has no more decimals than its form.
  static let amountPrecision = Rule("amount-precision")

  /// No thousands separator makes two cells of an amount.
  static let amountSplit = Rule("amount-split")

  // MARK: Codes

  /// No code was made a number by Excel.
  static let codeExcel = Rule("code-excel")
  /// A code is made of digits, as many as some level has.
  static let codeLength = Rule("code-length")

  // MARK: Rows

  /// What a code is part of stands above it.
  static let hierarchyOrphan = Rule("hierarchy-orphan")
  /// An indented row is in line with one above it.
  static let indentationUnclear = Rule("indentation-unclear")
  /// A level is a number, one more than that of the row above at most.
  static let levelInvalid = Rule("level-invalid")
  /// A parent is a row further up.
  static let parentUnknown = Rule("parent-unknown")
  /// Rows are not nested without end.
  static let hierarchyTooDeep = Rule("hierarchy-too-deep")
  /// Each row has a code or a name.
  static let rowWithoutKey = Rule("row-without-key")
  /// No row is there twice.
  static let duplicateKey = Rule("duplicate-key")
  /// Totals come last.
  static let rowAfterTotal = Rule("row-after-total")
  /// The totals of the form are there.
  static let missingTotal = Rule("missing-total")

  // MARK: The table as a whole

  /// Each table has a file, or a reason why not.
  static let tableMissing = Rule("table-missing")
  /// A table that is said to be absent has no file.
  static let absentTablePresent = Rule("absent-table-present")
  /// A table that its form does not let be empty has rows.
  static let emptyTableNotAllowed = Rule("empty-table-not-allowed")
  /// An empty table has a note that says why.
  static let emptyTableWithoutNote = Rule("empty-table-without-note")
  /// A table with rows has no note that there are none.
  static let noteOnFilledTable = Rule("note-on-filled-table")

  /// The rules about tables and their files.
  public static let tableRules: [Rule] = [
    textEncoding, controlCharacter, replacementCharacter, fileTooLarge, csvSeparator,
    csvUnclosedQuote, csvTextAfterQuote, csvRaggedRow, headerMissing, missingColumn, unknownColumn,
    duplicateColumn,
    ambiguousColumn, amountCharacter, amountUnit, amountScientific, amountGrouping, amountFormat,
    amountTooLong, amountPrecision, amountSplit, codeExcel, codeLength, hierarchyOrphan,
    indentationUnclear, levelInvalid, parentUnknown, hierarchyTooDeep, rowWithoutKey, duplicateKey,
    rowAfterTotal, missingTotal, tableMissing, absentTablePresent, emptyTableNotAllowed,
    emptyTableWithoutNote, noteOnFilledTable, tooManyFindings,
  ]
}
