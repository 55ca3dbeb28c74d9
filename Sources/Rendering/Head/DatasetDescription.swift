import Budget

/// Describes a report or one of its tables as a schema.org `Dataset` (JSON-LD), for the search
/// engines that list open data.
///
/// Addresses are relative to the page where the site's own address is not known, as JSON-LD allows.
struct DatasetDescription {
  private let report: Report
  private let site: Site
  /// What the report is called: the department and the year.
  private let name: String
  /// What is said alike of the report and of each table.
  private let common: JSONObject
  /// The whole that a table is part of.
  private let whole: [UInt8]

  /// Describes `report`, which is called `name`.
  init(_ report: Report, called name: String, site: Site) {
    self.report = report
    self.site = site
    self.name = name
    var common = JSONObject(onLines: true)
    common.add("inLanguage", "zh-CN")
    common.add("isAccessibleForFree", json: Array("true".utf8))
    common.add("temporalCoverage", String(report.fiscalYear))
    common.add("datePublished", report.published?.day)
    common.add("dateModified", report.updated?.day)
    common.add("creator", json: Self.organization(report.department))
    common.add(
      "publisher",
      json: Self.organization(site.organizer.isEmpty ? report.department : site.organizer))
    self.common = common
    var whole = JSONObject(onLines: false)
    whole.add("@type", "Dataset")
    whole.add("name", name)
    whole.add("url", Self.address("index.html", of: report, site))
    self.whole = whole.finish()
  }

  /// The whole report: its main figures, and every table as a download.
  func report(_ overview: OverviewFigures?, description: String) -> [UInt8] {
    var dataset = dataset(name: name, description: description, page: "index.html")
    dataset.add("variableMeasured", list: (overview?.statements ?? []).map(measured))
    dataset.add("distribution", list: report.tables.flatMap(downloads) + wholeReport)
    return dataset.finish()
  }

  /// One table, as part of the report.
  func table(_ table: Table, description: String) -> [UInt8] {
    var dataset = dataset(
      name: name + " " + table.form.title, description: description, page: table.form.id + ".html")
    dataset.add("isPartOf", json: whole)
    dataset.add("distribution", list: downloads(table))
    return dataset.finish()
  }

  private func dataset(name: String, description: String, page: String) -> JSONObject {
    var dataset = JSONObject(onLines: true)
    dataset.add("@context", "https://schema.org")
    dataset.add("@type", "Dataset")
    dataset.add("name", name)
    dataset.add("description", description)
    dataset.add("url", address(page))
    dataset.add(membersOf: common)
    return dataset
  }

  private static func organization(_ name: String) -> [UInt8] {
    var organization = JSONObject(onLines: false)
    organization.add("@type", "GovernmentOrganization")
    organization.add("name", name)
    return organization.finish()
  }

  private func measured(_ statement: OverviewFigures.Statement) -> [UInt8] {
    var value = JSONObject(onLines: false)
    value.add("@type", "PropertyValue")
    value.add("name", statement.figure.label)
    value.add("value", json: statement.figure.amount.value.notation(grouped: false))
    value.add("unitText", statement.figure.amount.unit.rawValue)
    return value.finish()
  }

  private func downloads(_ table: Table) -> [[UInt8]] {
    if case .absent = table.presence { return [] }
    guard site.downloads.contains(.csv) else { return [] }
    return [
      download(
        table.form.number + " " + table.form.title, file: table.form.id + ".csv", type: "text/csv")
    ]
  }

  /// The files that hold all tables.
  private var wholeReport: [[UInt8]] {
    var files: [[UInt8]] = []
    if site.downloads.contains(.xlsx) {
      files.append(
        download(
          "全部表格", file: ReportDownloads.workbookFile,
          type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"))
    }
    if site.downloads.contains(.json) {
      files.append(
        download("全部数据", file: ReportDownloads.dataFile, type: "application/json"))
    }
    if site.downloads.contains(.csv) {
      files.append(
        download(
          "CSV 文件说明（Tabular Data Package）", file: ReportDownloads.packageFile,
          type: "application/json"))
    }
    return files
  }

  private func download(_ name: String, file: String, type: String) -> [UInt8] {
    var download = JSONObject(onLines: false)
    download.add("@type", "DataDownload")
    download.add("name", name)
    download.add("encodingFormat", type)
    download.add("contentUrl", address(file))
    return download.finish()
  }

  private func address(_ page: String) -> String { Self.address(page, of: report, site) }

  private static func address(_ page: String, of report: Report, _ site: Site) -> String {
    site.address(of: report.path + "/" + page) ?? page
  }
}

extension Site {
  /// The full address of a file of the site; `nil` where the site's own address is not known.
  func address(of path: String) -> String? {
    baseURL.isEmpty ? nil : URLPath.encoded(baseURL + path)
  }

  /// The path of the site on its host, `/ysgk/`; empty where the site's address is not known.
  var rootPath: String {
    guard let scheme = baseURL.firstRange(of: "://"),
      let slash = baseURL[scheme.upperBound...].firstIndex(of: "/")
    else { return "" }
    return URLPath.encoded(String(baseURL[slash...]))
  }
}
