import Budget

/// A folder that holds reports: a department's own, or one that departments share.
struct DepartmentFolder {
  /// Its path within the site; empty for the site's root.
  let path: Substring
  /// The departments whose reports it holds.
  let departments: [Department]

  /// The folders of `reports`, which come in the order of their paths; in the order of the folders.
  static func all(_ reports: [ListedReport]) -> [DepartmentFolder] {
    // Reports of one folder mostly follow each other, so that runs of them are all there is to sort.
    let runs = reports[...].runsOfFolders.sorted { $0.folder < $1.folder }
    return runs.flatMap(\.self)[...].runsOfFolders.map { DepartmentFolder($0) }
  }

  private init(_ reports: ArraySlice<ListedReport>) {
    path = reports.folder
    let owner = FolderOwner(of: reports, in: path)
    departments = owner.departments(of: reports).map {
      Department(reports: $0.byYear, hasOwnFolder: !owner.isShared)
    }
  }

  /// Its own page within the site; `nil` for the site's root, whose reports the home page lists.
  var page: String? { Self.page(of: path) }

  /// The page of the folder at a path.
  static func page(of path: Substring) -> String? { path.isEmpty ? nil : path + "/index.html" }

  /// Whether departments share it.
  var isShared: Bool { departments.contains { !$0.hasOwnFolder } }

  /// What the page is called: the department's name, or that of the folder where departments share it.
  var title: String {
    isShared
      ? path.split(separator: "/").last.map { String($0) } ?? "" : departments.first?.name ?? ""
  }

  /// All reports in it, by year.
  var reports: ArraySlice<ListedReport> {
    departments.count == 1 ? departments[0].reports : departments.flatMap(\.reports).byYear
  }
}

extension ArraySlice<ListedReport> {
  /// The folder of the first one.
  fileprivate var folder: Substring { first?.folder ?? "" }

  /// The reports that follow each other and lie in one folder.
  fileprivate var runsOfFolders: [ArraySlice<ListedReport>] {
    var runs: [ArraySlice<ListedReport>] = []
    var start = startIndex
    for index in indices {
      let next = index + 1
      if next < endIndex, self[index].folder == self[next].folder { continue }
      runs.append(self[start..<next])
      start = next
    }
    return runs
  }
}

extension Collection<ListedReport> {
  /// By year, a year's budget before its final accounts.
  fileprivate var byYear: ArraySlice<ListedReport> { sorted { $0.isBefore($1) }[...] }
}
