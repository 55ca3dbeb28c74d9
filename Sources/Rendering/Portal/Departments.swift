import Budget

/// A department with its reports.
struct Department {
  /// The folder of its reports, which stands for it whatever its name was in which year; empty for
  /// reports at the site's root.
  var folder: String { reports.first.map { String($0.folder) } ?? "" }
  /// Its reports, by year, a year's budget before its final accounts.
  let reports: ArraySlice<ListedReport>

  /// Its name, as the newest report gives it.
  var name: String { reports.last?.department ?? "" }

  /// Its own page within the site; `nil` for a department at the site's root, whose reports the home
  /// page lists.
  var page: String? { folder.isEmpty ? nil : folder + "/index.html" }

  /// The departments that `reports` are of, which come in the order of their paths; in the order of
  /// their folders. Departments that share the site's root are told apart by their names.
  static func all(_ reports: [ListedReport]) -> [Department] {
    // Reports of one folder mostly follow each other, so that runs of them are all there is to sort.
    let runs = self.runs(in: reports[...]).sorted {
      guard let left = reports[$0].first, let right = reports[$1].first else { return false }
      return (left.folder, rootName(left)) < (right.folder, rootName(right))
    }
    var ordered = runs.flatMap { reports[$0] }
    let departments = self.runs(in: ordered[...])
    for range in departments where range.count > 1 {
      ordered[range].sort { $0.isBefore($1) }
    }
    return departments.map { Department(reports: ordered[$0]) }
  }

  /// The ranges of reports that follow each other and are of one department.
  private static func runs(in reports: ArraySlice<ListedReport>) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start = reports.startIndex
    for index in reports.indices {
      let next = index + 1
      if next < reports.endIndex, isOfOne(reports[index], reports[next]) { continue }
      runs.append(start..<next)
      start = next
    }
    return runs
  }

  /// Whether two reports are of one department.
  private static func isOfOne(_ left: ListedReport, _ right: ListedReport) -> Bool {
    left.folder == right.folder && rootName(left) == rootName(right)
  }

  /// What tells a department at the site's root from the others there; empty for one with a folder.
  private static func rootName(_ report: ListedReport) -> String {
    report.folder.isEmpty ? report.department : ""
  }
}

extension Report.Kind {
  /// The budget comes before the accounts of what became of it.
  var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
