import Budget

/// `datapackage.json`: what the CSV files of a report are, as a Frictionless Tabular Data Package.
///
/// It says what the report says. No licence and no date is made up.
struct DataPackageDownload {
  let report: Report
  let site: Site
  /// What is known of the tables' forms.
  let parts: [FormParts]

  /// Describes the files of `report`, whose tables' forms may be known already.
  init(report: Report, site: Site, parts: [FormParts]? = nil) {
    self.report = report
    self.site = site
    self.parts = parts ?? report.tables.map { FormParts($0.form) }
  }

  /// The file's bytes.
  func render() -> [UInt8] {
    var json = JSONWriter(capacity: 2048 * report.tables.count)
    json.object { json in
      field("profile", "tabular-data-package", &json)
      field("name", name, &json)
      field("title", "\(report.department)\(report.shortTitle)", &json)
      field("description", report.title, &json)
      if !site.baseURL.isEmpty {
        field("homepage", URLPath.encoded(site.baseURL + report.path + "/index.html"), &json)
      }
      if !report.sourceDocument.isEmpty {
        json.line()
        json.key("sources")
        json.array { $0.object { $0.field("title", report.sourceDocument) } }
      }
      if !report.department.isEmpty {
        json.line()
        json.key("contributors")
        json.array { json in
          json.object { json in
            json.field("title", report.department)
            json.field("role", "publisher")
          }
        }
      }
      json.line()
      json.key("resources")
      json.array { json in
        for (table, parts) in zip(report.tables, parts) where !table.isAbsent {
          json.line()
          resource(table, parts, &json)
        }
        json.line()
      }
      json.line()
    }
    return json.finish()
  }

  /// The package's name, for which only lower-case Latin letters, digits and `-._` are allowed:
  /// the report's folder as far as it is made of them.
  private var name: String {
    var name = ""
    for scalar in report.path.lowercased().unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9", "-", ".", "_": name.unicodeScalars.append(scalar)
      case "/": name += "-"
      default: break
      }
    }
    return report.kind.rawValue + "-" + (name.isEmpty ? String(report.fiscalYear) : name)
  }

  private func field(_ name: String, _ text: String, _ json: inout JSONWriter) {
    json.line()
    json.field(name, text)
  }

  private func resource(_ table: Table, _ parts: FormParts, _ json: inout JSONWriter) {
    json.object { json in
      json.line()
      json.prepared(parts.resource.opening)
      field("description", parts.resource.description + table.note, &json)
      json.line()
      json.prepared(parts.resource.dialect)
      json.line()
      json.key("schema")
      TableSchema(table: table, parts: parts).write(into: &json)
      json.line()
    }
  }
}
