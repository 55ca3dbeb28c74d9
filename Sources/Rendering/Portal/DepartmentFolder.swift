import Budget

/// A folder that holds reports: a department's own, or one that departments share.
struct DepartmentFolder {
  /// The departments whose reports it holds, one at least.
  let departments: ArraySlice<Department>

  /// Its path within the site; empty for the site's root.
  var path: Substring { departments.first?.reports.folder ?? "" }

  /// The folders of `reports`, which come in the order of their paths, and all their departments; in
  /// the order of the folders. What each has is a part of one list, since there may be ten thousand.
  static func all(
    _ reports: [ListedReport]
  ) -> (folders: [DepartmentFolder], departments: [Department]) {
    // Reports of one folder mostly follow each other, so that runs of them are all there is to sort.
    var ordered = reports[...].runsOfFolders
      .sorted { reports[$0.lowerBound].folder < reports[$1.lowerBound].folder }
      .flatMap { reports[$0] }
    var places: [(reports: Range<Int>, hasOwnFolder: Bool)] = []
    let folders = ordered[...].runsOfFolders.map { range in
      let owner = FolderOwner(of: ordered[range], in: ordered[range].folder)
      let first = places.count
      var start = range.lowerBound
      for department in owner.departments(of: ordered[range]) {
        let place = start..<(start + department.count)
        ordered.replaceSubrange(place, with: department.byYear)
        places.append((place, !owner.isShared))
        start = place.upperBound
      }
      return first..<places.count
    }
    let departments = places.map {
      Department(reports: ordered[$0.reports], hasOwnFolder: $0.hasOwnFolder)
    }
    return (folders.map { DepartmentFolder(departments: departments[$0]) }, departments)
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
    if departments.count == 1, let only = departments.first { return only.reports }
    return departments.flatMap(\.reports).byYear[...]
  }
}

extension ArraySlice<ListedReport> {
  /// The folder of the first one.
  fileprivate var folder: Substring { first?.folder ?? "" }

  /// The ranges of reports that follow each other and lie in one folder.
  fileprivate var runsOfFolders: [Range<Int>] {
    var runs: [Range<Int>] = []
    var start = startIndex
    for index in indices {
      let next = index + 1
      if next < endIndex, self[index].folder == self[next].folder { continue }
      runs.append(start..<next)
      start = next
    }
    return runs
  }
}

extension [ListedReport] {
  /// By year, a year's budget before its final accounts.
  fileprivate var byYear: [ListedReport] {
    count > 1 ? sorted { $0.isBefore($1) } : self
  }
}
