import Budget

/// The files of a report that readers take away, as far as the site offers them.
struct ReportDownloads {
  /// The name of the file with everything for programs.
  static let dataFile = "data.json"
  /// The name of the description of the CSV files.
  static let packageFile = "datapackage.json"
  /// The name of the workbook; the same for every report, so that links to it never change.
  static let workbookFile = "tables.xlsx"

  let report: Report
  let verification: Verification
  let site: Site
  /// What is known of the forms.
  var forms = FormPartsCache()

  /// The files with paths within the report's folder.
  func files() -> [RenderedFile] {
    var files: [RenderedFile] = []
    if site.downloads.contains(.csv) {
      for table in report.tables where !table.isAbsent {
        files.append(
          RenderedFile(
            path: table.form.id + ".csv",
            bytes: CSVDownload(table: table, parts: forms.parts(of: table.form)).render()))
      }
      files.append(
        RenderedFile(
          path: Self.packageFile,
          bytes: DataPackageDownload(report: report, site: site, forms: forms).render()))
    }
    if site.downloads.contains(.json) {
      files.append(
        RenderedFile(
          path: Self.dataFile,
          bytes: DataDownload(report: report, verification: verification).render()))
    }
    if site.downloads.contains(.xlsx), let workbook = WorkbookDownload(report: report).render() {
      files.append(RenderedFile(path: Self.workbookFile, bytes: workbook))
    }
    return files
  }
}
