import Budget

extension Rule {
  /// The site says what government pages must.
  static let siteTagMissing = Rule("site-tag-missing")
  /// The report says when it was published.
  static let reportTagMissing = Rule("report-tag-missing")
  /// The title and the department are filled in.
  static let reportUnfilled = Rule("report-unfilled")
  /// The fiscal year is that of the title and of the folder.
  static let reportYear = Rule("report-year")
  /// The form set of a report is there.
  static let reportFormSetUnknown = Rule("report-form-set-unknown")
  /// Notes and absences are those of tables of the form set.
  static let reportTableUnknown = Rule("report-table-unknown")
  /// The files of a report bear names that are read.
  static let reportFileUnknown = Rule("report-file-unknown")
  /// A folder with a report's files has a report.yml.
  static let reportDescriptionMissing = Rule("report-description-missing")
  /// A report's folder can stand in addresses.
  public static let reportPathUnsafe = Rule("report-path-unsafe")
  /// No report lies in another.
  public static let reportNested = Rule("report-nested")
  /// No two reports' folders are the same but for case.
  public static let reportPathCollision = Rule("report-path-collision")
  /// Names of files and folders are UTF-8.
  static let nameEncoding = Rule("name-encoding")
  /// Files and folders are themselves in the content, and not links to others.
  static let notRegular = Rule("not-regular")
  /// There is a report.
  static let noReport = Rule("no-report")
  /// A table's file belongs to a table of the form set.
  static let tableFileUnknown = Rule("table-file-unknown")
  /// A table has one file.
  static let tableFileDuplicate = Rule("table-file-duplicate")
  /// A fact's name can stand in an expression.
  static let factName = Rule("fact-name")
  /// A fact's value is a figure.
  static let factValue = Rule("fact-value")
  /// A correction names one place of the report.
  static let correctionPlace = Rule("correction-place")
  /// A correction's new value is what the place says.
  static let correctionNow = Rule("correction-now")
  /// A correction's earlier value is another one, and follows on the correction before.
  static let correctionEarlier = Rule("correction-earlier")

  /// The rules that hold for the site, the folders and the descriptions of reports.
  public static let reportRules: [Rule] = [
    siteTagMissing, reportTagMissing, reportUnfilled, reportYear, reportFormSetUnknown,
    reportTableUnknown, reportFileUnknown, reportDescriptionMissing, reportPathUnsafe, reportNested,
    reportPathCollision, nameEncoding, notRegular, noReport,
    tableFileUnknown, tableFileDuplicate, factName, factValue, correctionPlace, correctionNow,
    correctionEarlier,
  ]
}
