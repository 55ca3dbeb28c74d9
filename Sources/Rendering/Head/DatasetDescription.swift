import Budget

/// Describes a report or one of its tables as a schema.org `Dataset` (JSON-LD), for the search
/// engines that list open data.
///
/// Addresses are relative to the page where the site's own address is not known, as JSON-LD allows.
struct DatasetDescription {
  let report: Report
  let site: Site

  /// The whole report: its main figures, and every table as a download.
  func report(_ overview: OverviewFigures?, description: String) -> String {
    var dataset = common(
      name: report.department + report.shortTitle, description: description, page: "index.html")
    dataset.add("variableMeasured", list: (overview?.statements ?? []).map(measured))
    dataset.add("distribution", list: report.tables.flatMap(downloads) + wholeReport)
    return dataset.text
  }

  /// One table, as part of the report.
  func table(_ table: Table, description: String) -> String {
    var dataset = common(
      name: report.department + report.shortTitle + " " + table.form.title,
      description: description, page: table.form.id + ".html")
    var whole = JSONObject()
    whole.add("@type", "Dataset")
    whole.add("name", report.department + report.shortTitle)
    whole.add("url", address("index.html"))
    dataset.add("isPartOf", json: whole.line)
    dataset.add("distribution", list: downloads(table))
    return dataset.text
  }

  private func common(name: String, description: String, page: String) -> JSONObject {
    var dataset = JSONObject()
    dataset.add("@context", "https://schema.org")
    dataset.add("@type", "Dataset")
    dataset.add("name", name)
    dataset.add("description", description)
    dataset.add("url", address(page))
    dataset.add("inLanguage", "zh-CN")
    dataset.add("isAccessibleForFree", json: "true")
    dataset.add("temporalCoverage", String(report.fiscalYear))
    dataset.add("datePublished", report.published?.day)
    dataset.add("dateModified", report.updated?.day)
    dataset.add("creator", json: organization(report.department))
    dataset.add("publisher", json: organization(publisher))
    return dataset
  }

  private var publisher: String { site.organizer.isEmpty ? report.department : site.organizer }

  private func organization(_ name: String) -> String {
    var organization = JSONObject()
    organization.add("@type", "GovernmentOrganization")
    organization.add("name", name)
    return organization.line
  }

  private func measured(_ statement: OverviewFigures.Statement) -> String {
    var value = JSONObject()
    value.add("@type", "PropertyValue")
    value.add("name", statement.figure.label)
    value.add("value", json: statement.figure.plainText)
    value.add("unitText", statement.figure.amount.unit.rawValue)
    return value.line
  }

  private func downloads(_ table: Table) -> [String] {
    if case .absent = table.presence { return [] }
    guard site.downloads.contains(.csv) else { return [] }
    return [
      download(
        table.form.number + " " + table.form.title, file: table.form.id + ".csv", type: "text/csv")
    ]
  }

  /// The files that hold all tables.
  private var wholeReport: [String] {
    var files: [String] = []
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

  private func download(_ name: String, file: String, type: String) -> String {
    var download = JSONObject()
    download.add("@type", "DataDownload")
    download.add("name", name)
    download.add("encodingFormat", type)
    download.add("contentUrl", address(file))
    return download.line
  }

  private func address(_ page: String) -> String {
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
