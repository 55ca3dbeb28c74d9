import Budget

extension Rule {
  // The file as text.
  static let textEncoding = Rule("text-encoding", "文件是 UTF-8、GB18030 或带标记的 UTF-16 文字")
  static let controlCharacter = Rule("control-character", "文字里没有看不见的字符")
  static let fileTooLarge = Rule("file-too-large", "文件和表格不超过大小上限")

  // CSV.
  static let csvSeparator = Rule("csv-separator", "单元格之间用英文逗号或制表符分隔")
  static let csvUnclosedQuote = Rule("csv-unclosed-quote", "双引号成对")
  static let csvTextAfterQuote = Rule("csv-text-after-quote", "双引号结束后不再有文字")
  static let csvRaggedRow = Rule("csv-ragged-row", "每一行的单元格和表头一样多")

  // The header.
  static let headerMissing = Rule("header-missing", "第一行是列名")
  static let missingColumn = Rule("missing-column", "表样里的列都在")
  static let unknownColumn = Rule("unknown-column", "没有表样以外的列")
  static let duplicateColumn = Rule("duplicate-column", "每一列只出现一次")
  static let ambiguousColumn = Rule("ambiguous-column", "列名能分清是哪一列")

  // Amounts.
  static let amountCharacter = Rule("amount-character", "金额里没有字母和其他符号")
  static let amountUnit = Rule("amount-unit", "金额单元格里不写单位")
  static let amountScientific = Rule("amount-scientific", "金额不用科学记数法")
  static let amountGrouping = Rule("amount-grouping", "千分位逗号每三位一个")
  static let amountFormat = Rule("amount-format", "小数点、负号、括号用得对")
  static let amountTooLong = Rule("amount-too-long", "金额的位数不超过上限")
  static let amountPrecision = Rule("amount-precision", "金额的小数位数不多于表样")

  // Codes.
  static let codeExcel = Rule("code-excel", "编码没有被 Excel 改成数值")
  static let codeLength = Rule("code-length", "科目编码是数字，位数合于某一级")

  // Rows.
  static let hierarchyOrphan = Rule("hierarchy-orphan", "每个科目的上面有它的上级科目")
  static let indentationUnclear = Rule("indentation-unclear", "缩进和上面的某一级对齐")
  static let levelInvalid = Rule("level-invalid", "级次是整数，最多比上一行深一级")
  static let parentUnknown = Rule("parent-unknown", "上级是排在前面的一行")
  static let hierarchyTooDeep = Rule("hierarchy-too-deep", "级次不超过上限")
  static let rowWithoutKey = Rule("row-without-key", "每一行有编码或名称")
  static let duplicateKey = Rule("duplicate-key", "同一张表里没有重复的行")
  static let rowAfterTotal = Rule("row-after-total", "合计行在最后")
  static let missingTotal = Rule("missing-total", "表样要求的合计行都在")

  // The table as a whole.
  static let tableMissing = Rule("table-missing", "每张表有文件，或说明没有的原因")
  static let absentTablePresent = Rule("absent-table-present", "说没有的表没有文件")
  static let emptyTableNotAllowed = Rule("empty-table-not-allowed", "不能为空的表有数据")
  static let emptyTableWithoutNote = Rule("empty-table-without-note", "空表注明原因")
  static let noteOnFilledTable = Rule("note-on-filled-table", "有数据的表不说没有数据")

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
