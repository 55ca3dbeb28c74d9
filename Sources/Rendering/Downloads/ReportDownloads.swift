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
  /// What is known of the tables' forms.
  let parts: [FormParts]

  /// The downloads of `report`, whose tables' forms may be known already.
  init(report: Report, verification: Verification, site: Site, parts: [FormParts]? = nil) {
    self.report = report
    self.verification = verification
    self.site = site
    self.parts = parts ?? report.tables.map { FormParts($0.form) }
  }

  /// The files that hold a whole report, as its first page lists them; `none` if the site offers
  /// nothing.
  static func list(of site: Site) -> TemplateValue {
    let offered: [(Site.Download, String, String)] = [
      (.xlsx, workbookFile, "全部表格（Excel 工作簿）"),
      (.json, dataFile, "全部数据（JSON）"),
      (.csv, packageFile, "各表 CSV 的说明（Tabular Data Package）"),
    ]
    let files = offered.filter { site.downloads.contains($0.0) }
      .map { ["href": .text($0.1), "name": .text($0.2)] as TemplateValues }
    return files.isEmpty ? .none : .mapping(["files": .list(files)])
  }

  /// The files with paths within the report's folder.
  func files() -> [RenderedFile] {
    var files: [RenderedFile] = []
    if site.downloads.contains(.csv) {
      for (table, parts) in zip(report.tables, parts) where !table.isAbsent {
        files.append(
          RenderedFile(
            path: parts.file, bytes: CSVDownload(table: table, parts: parts).render()))
      }
      files.append(
        RenderedFile(
          path: Self.packageFile,
          bytes: DataPackageDownload(report: report, site: site, parts: parts).render()))
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
