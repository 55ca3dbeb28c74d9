import Budget

/// A department with its reports.
struct Department {
  /// Its reports, by year, a year's budget before its final accounts.
  let reports: ArraySlice<ListedReport>
  /// Whether the folder of its reports has no other department's. Then it stands for the department,
  /// whatever its name was in which year.
  let hasOwnFolder: Bool

  /// Its name, as the newest report gives it.
  var name: String { reports.last?.department ?? "" }

  /// Its own page within the site; `nil` for a department that shares its folder.
  var page: String? {
    reports.first.flatMap { hasOwnFolder ? DepartmentFolder.page(of: $0.folder) : nil }
  }
}

extension Report.Kind {
  /// The budget comes before the accounts of what became of it.
  var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
