import Budget

/// A department with its reports.
struct Department {
  /// The folder of its reports, which stands for it whatever its name was in which year; empty for
  /// reports at the site's root.
  let folder: String
  /// Its reports, by year, a year's budget before its final accounts.
  let reports: [ListedReport]

  /// Its name, as the newest report gives it.
  var name: String { reports.last?.department ?? "" }

  /// Its own page within the site; `nil` for a department at the site's root, whose reports the home
  /// page lists.
  var page: String? { folder.isEmpty ? nil : folder + "/index.html" }

  /// The departments that `reports` are of, in the order of their folders; departments that share
  /// the site's root are told apart by their names.
  static func all(_ reports: [ListedReport]) -> [Department] {
    struct Key: Hashable, Comparable {
      let folder: String
      let name: String
      static func < (left: Key, right: Key) -> Bool {
        (left.folder, left.name) < (right.folder, right.name)
      }
    }
    let groups = Dictionary(grouping: reports) { report in
      let folder = String(report.folder)
      return Key(folder: folder, name: folder.isEmpty ? report.department : "")
    }
    return groups.sorted { $0.key < $1.key }.map { key, reports in
      Department(folder: key.folder, reports: reports.sorted { $0.isBefore($1) })
    }
  }
}

extension Report.Kind {
  /// The budget comes before the accounts of what became of it.
  var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
