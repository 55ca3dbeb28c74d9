import Budget

extension Rule {
  // The file as text.
  static let textEncoding = Rule("text-encoding")
  static let controlCharacter = Rule("control-character")
  static let fileTooLarge = Rule("file-too-large")

  // CSV.
  static let csvSeparator = Rule("csv-separator")
  static let csvUnclosedQuote = Rule("csv-unclosed-quote")
  static let csvTextAfterQuote = Rule("csv-text-after-quote")
  static let csvRaggedRow = Rule("csv-ragged-row")

  // The header.
  static let headerMissing = Rule("header-missing")
  static let missingColumn = Rule("missing-column")
  static let unknownColumn = Rule("unknown-column")
  static let duplicateColumn = Rule("duplicate-column")
  static let ambiguousColumn = Rule("ambiguous-column")

  // Amounts.
  static let amountCharacter = Rule("amount-character")
  static let amountUnit = Rule("amount-unit")
  static let amountScientific = Rule("amount-scientific")
  static let amountGrouping = Rule("amount-grouping")
  static let amountFormat = Rule("amount-format")
  static let amountTooLong = Rule("amount-too-long")
  static let amountPrecision = Rule("amount-precision")

  // Codes.
  static let codeExcel = Rule("code-excel")
  static let codeLength = Rule("code-length")

  // Rows.
  static let hierarchyOrphan = Rule("hierarchy-orphan")
  static let indentationUnclear = Rule("indentation-unclear")
  static let levelInvalid = Rule("level-invalid")
  static let parentUnknown = Rule("parent-unknown")
  static let hierarchyTooDeep = Rule("hierarchy-too-deep")
  static let rowWithoutKey = Rule("row-without-key")
  static let duplicateKey = Rule("duplicate-key")
  static let rowAfterTotal = Rule("row-after-total")
  static let missingTotal = Rule("missing-total")

  // The table as a whole.
  static let tableMissing = Rule("table-missing")
  static let absentTablePresent = Rule("absent-table-present")
  static let emptyTableNotAllowed = Rule("empty-table-not-allowed")
  static let emptyTableWithoutNote = Rule("empty-table-without-note")
  static let noteOnFilledTable = Rule("note-on-filled-table")

  /// The rules about tables and their files.
  public static let tableRules: [Rule] = [
    textEncoding, controlCharacter, fileTooLarge, csvSeparator, csvUnclosedQuote,
    csvTextAfterQuote, csvRaggedRow, headerMissing, missingColumn, unknownColumn, duplicateColumn,
    ambiguousColumn, amountCharacter, amountUnit, amountScientific, amountGrouping, amountFormat,
    amountTooLong, amountPrecision, codeExcel, codeLength, hierarchyOrphan, indentationUnclear,
    levelInvalid, parentUnknown, hierarchyTooDeep, rowWithoutKey, duplicateKey, rowAfterTotal,
    missingTotal, tableMissing, absentTablePresent, emptyTableNotAllowed, emptyTableWithoutNote,
    noteOnFilledTable, tooManyFindings,
  ]
}
