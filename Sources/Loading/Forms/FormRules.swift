import Budget

extension Rule {
  /// An id can stand in addresses.
  public static let idInvalid = Rule("id-invalid", "标识只用小写字母、数字、“-”和“_”，以字母开头")
  /// An id belongs to one thing only.
  public static let idDuplicate = Rule("id-duplicate", "同一范围内的标识不能重复")
  /// A name calls one table only.
  public static let formNameAmbiguous = Rule("form-name-ambiguous", "表的编号、名称和别名只能指一张表")
  /// What a form says of its layout fits together.
  public static let formLayout = Rule("form-layout", "表样的版式、栏目、关键列和层次要互相配合")
  /// A form names columns that it has.
  public static let formColumnUnknown = Rule("form-column-unknown", "表样引用的列要在本表中")
  /// Placeholders are known ones.
  public static let formPlaceholder = Rule(
    "form-placeholder-unknown", "占位符只能是 {year} 和 {last_year}")
  /// An expression can be read.
  public static let expressionSyntax = Rule("expression-syntax", "算式要符合写法")
  /// An expression names tables and columns that are there.
  public static let referenceUnknown = Rule("reference-unknown", "算式里的表和列要在表样中")
  /// A figure of the overview comes from a cell.
  public static let overviewValue = Rule("overview-value", "概览的数要取自单元格")
  /// The charts of an overview are few and known.
  public static let overviewChart = Rule("overview-chart", "概览最多三个图，两年对比的图要在 charts 里")

  /// The rules that hold for form sets.
  public static let formRules: [Rule] = [
    idInvalid, idDuplicate, formNameAmbiguous, formLayout, formColumnUnknown, formPlaceholder,
    expressionSyntax, referenceUnknown, overviewValue, overviewChart,
  ]
}
