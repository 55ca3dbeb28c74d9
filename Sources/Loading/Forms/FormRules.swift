import Budget

extension Rule {
  /// An id can stand in addresses.
  static let idInvalid = Rule("id-invalid")
  /// An id belongs to one thing only.
  static let idDuplicate = Rule("id-duplicate")
  /// A name calls one table only.
  static let formNameAmbiguous = Rule("form-name-ambiguous")
  /// What a form says of its layout fits together.
  static let formLayout = Rule("form-layout")
  /// A form names columns that it has.
  static let formColumnUnknown = Rule("form-column-unknown")
  /// Placeholders are known ones.
  static let formPlaceholder = Rule("form-placeholder-unknown")
  /// An expression can be read.
  static let expressionSyntax = Rule("expression-syntax")
  /// An expression names tables and columns that are there.
  static let referenceUnknown = Rule("reference-unknown")
  /// A figure of the overview comes from a cell.
  static let overviewValue = Rule("overview-value")
  /// The charts of an overview are few and known.
  static let overviewChart = Rule("overview-chart")

  /// The rules that hold for form sets.
  public static let formRules: [Rule] = [
    idInvalid, idDuplicate, formNameAmbiguous, formLayout, formColumnUnknown, formPlaceholder,
    expressionSyntax, referenceUnknown, overviewValue, overviewChart,
  ]
}
