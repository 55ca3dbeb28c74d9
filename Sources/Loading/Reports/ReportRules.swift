import Budget

extension Rule {
  /// The site says what government pages must.
  public static let siteTagMissing = Rule(
    "site-tag-missing", "site.yml 要给出政府网站标签规范要求的内容")
  /// The report says when it was published.
  public static let reportTagMissing = Rule(
    "report-tag-missing", "report.yml 要给出政府网站标签规范要求的发布日期")
  /// The title and the department are filled in.
  public static let reportUnfilled = Rule("report-unfilled", "标题和部门名称里没有遗留的占位文字")
  /// The fiscal year is that of the title and of the folder.
  public static let reportYear = Rule("report-year", "fiscal_year 与标题、文件夹名里的年份一致")
  /// The form set of a report is there.
  public static let reportFormSetUnknown = Rule("report-form-set-unknown", "报告使用的表样要在 forms 文件夹里")
  /// Notes and absences are those of tables of the form set.
  public static let reportTableUnknown = Rule("report-table-unknown", "表注和缺表说明只写表样里有的表")
  /// The files of a report bear names that are read.
  public static let reportFileUnknown = Rule("report-file-unknown", "报告文件夹里的文件要用约定的名称")
  /// A folder with a report's files has a report.yml.
  public static let reportDescriptionMissing = Rule(
    "report-description-missing", "报告文件夹要有 report.yml")
  /// A report's folder can stand in addresses.
  public static let reportPathUnsafe = Rule("report-path-unsafe", "报告文件夹的名称要能用作网址")
  /// No report lies in another.
  public static let reportNested = Rule("report-nested", "报告文件夹里不能再有报告")
  /// No two reports' folders are the same but for case.
  public static let reportPathCollision = Rule("report-path-collision", "报告文件夹的名称不能只有大小写或编码写法不同")
  /// There is a report.
  public static let noReport = Rule("no-report", "内容文件夹里至少要有一份报告")
  /// A table's file belongs to a table of the form set.
  public static let tableFileUnknown = Rule("table-file-unknown", "tables 里的文件要以表样里的表命名")
  /// A table has one file.
  public static let tableFileDuplicate = Rule("table-file-duplicate", "一张表只能有一个文件")
  /// A fact's name can stand in an expression.
  public static let factName = Rule("fact-name", "文外数的名称要能写进算式")
  /// A fact's value is a figure.
  public static let factValue = Rule("fact-value", "文外数的值要是带单位的数")
  /// A correction names one place of the report.
  public static let correctionPlace = Rule("correction-place", "更正要写明报告里的一个单元格或一个标题")
  /// A correction's new value is what the place says.
  public static let correctionNow = Rule("correction-now", "更正后的内容要与报告现在的内容一致")
  /// A correction's earlier value is another one, and follows on the correction before.
  public static let correctionEarlier = Rule("correction-earlier", "更正前的内容要不同于更正后，并与上一次更正衔接")

  /// The rules that hold for the site, the folders and the descriptions of reports.
  public static let reportRules: [Rule] = [
    siteTagMissing, reportTagMissing, reportUnfilled, reportYear, reportFormSetUnknown,
    reportTableUnknown, reportFileUnknown, reportDescriptionMissing, reportPathUnsafe, reportNested,
    reportPathCollision, noReport,
    tableFileUnknown, tableFileDuplicate, factName, factValue, correctionPlace, correctionNow,
    correctionEarlier,
  ]
}
