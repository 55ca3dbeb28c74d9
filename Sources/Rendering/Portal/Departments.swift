import Budget

/// A department with its reports.
struct Department {
  /// The folder of its reports, which stands for it whatever its name was in which year; empty for
  /// reports at the site's root.
  let folder: String
  /// Its reports, by year, a year's budget before its final accounts.
  private(set) var reports: [ListedReport]

  /// Its name, as the newest report gives it.
  var name: String { reports.last?.department ?? "" }

  /// Its own page within the site; `nil` for a department at the site's root, whose reports the home
  /// page lists.
  var page: String? { folder.isEmpty ? nil : folder + "/index.html" }

  /// The departments that `reports` are of, which come in the order of their paths; in the order of
  /// their folders. Departments that share the site's root are told apart by their names.
  static func all(_ reports: [ListedReport]) -> [Department] {
    // Reports of one folder mostly follow each other, so that runs of them are all there is to sort.
    var runs: [Department] = []
    for report in reports {
      if runs.last?.has(report) ?? false {
        runs[runs.count - 1].reports.append(report)
      } else {
        runs.append(Department(folder: String(report.folder), reports: [report]))
      }
    }
    runs.sort { ($0.folder, $0.rootName) < ($1.folder, $1.rootName) }
    var count = 0
    for index in runs.indices {
      if count > 0, runs[count - 1].has(runs[index].reports[0]) {
        runs[count - 1].reports += runs[index].reports
      } else {
        runs.swapAt(count, index)
        count += 1
      }
    }
    runs.removeLast(runs.count - count)
    for index in runs.indices where runs[index].reports.count > 1 {
      runs[index].reports.sort { $0.isBefore($1) }
    }
    return runs
  }

  /// What tells a department at the site's root from the others there; empty for one with a folder.
  private var rootName: String { folder.isEmpty ? reports[0].department : "" }

  /// Whether a report is one of the department's.
  private func has(_ report: ListedReport) -> Bool {
    report.folder == folder && (!folder.isEmpty || report.department == rootName)
  }
}

extension Report.Kind {
  /// The budget comes before the accounts of what became of it.
  var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
