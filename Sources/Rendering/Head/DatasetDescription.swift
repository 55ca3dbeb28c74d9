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
  /// The address of the report's folder as JSON texts have it; empty where it is not known.
  private let folder: [UInt8]

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
    folder = site.address(of: report.path + "/").map(JSONObject.escaped) ?? []
  }

  /// The whole report: its main figures, and every table as a download.
  func report(
    _ overview: OverviewFigures?, _ parts: [FormParts], description: String
  ) -> [UInt8] {
    var dataset = dataset(name: name, description: description, page: "index.html")
    dataset.add("variableMeasured", list: (overview?.statements ?? []).map(measured))
    dataset.add(
      "distribution", list: zip(report.tables, parts).flatMap(downloads) + wholeReport)
    return dataset.finish()
  }

  /// One table, which is called `name`, as part of the report.
  func table(
    _ table: Table, _ parts: FormParts, called name: String, description: String
  ) -> [UInt8] {
    var dataset = dataset(name: name, description: description, page: parts.page)
    dataset.add("isPartOf", json: whole)
    dataset.add("distribution", list: downloads(table, parts))
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

  /// The table's CSV file, where there is one.
  private func downloads(_ table: Table, _ parts: FormParts) -> [[UInt8]] {
    guard site.downloads.contains(.csv), !table.isAbsent else { return [] }
    return [parts.download.json(at: folder)]
  }

  /// The files that hold all tables.
  private var wholeReport: [[UInt8]] {
    let offered: [(Site.Download, DownloadEntry)] = [
      (.xlsx, .workbook), (.json, .data), (.csv, .package),
    ]
    return offered.filter { site.downloads.contains($0.0) }.map { $0.1.json(at: folder) }
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
