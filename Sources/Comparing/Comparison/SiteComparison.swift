/// Compares two folders that sitegen wrote.
public struct SiteComparison {
  private let old: SiteReader
  private let new: SiteReader

  /// From `old` to `new`.
  public init(old: PublishedFolder, new: PublishedFolder) {
    self.old = SiteReader(folder: old)
    self.new = SiteReader(folder: new)
  }

  /// All that differs, in a fixed order.
  public func difference() throws -> SiteDifference {
    let oldPaths = try old.reportPaths()
    let newPaths = try new.reportPaths()
    var changes: [(path: String, changes: [Change])] = []
    let pairs = pairs(oldPaths, newPaths)
    for (before, after) in pairs {
      if try isSame(before, after) { continue }
      let found = ReportComparison(old: try old.report(before), new: try new.report(after))
      changes.append((after, found.changes()))
    }
    let pairedOld = Set(pairs.map(\.0.exact))
    let pairedNew = Set(pairs.map(\.1.exact))
    for path in oldPaths where !pairedOld.contains(path.exact) {
      changes.append((path, [Self.whole(.reportRemoved, try old.report(path))]))
    }
    for path in newPaths where !pairedNew.contains(path.exact) {
      changes.append((path, [Self.whole(.reportAdded, try new.report(path))]))
    }
    changes.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    return SiteDifference(
      old: old.folder.name, new: new.folder.name, changes: changes.flatMap(\.changes))
  }

  /// Reports at the same path. Where each side is one report alone, the two are meant, whatever
  /// their folders are called.
  private func pairs(_ oldPaths: [String], _ newPaths: [String]) -> [(String, String)] {
    if oldPaths.count == 1, newPaths.count == 1, oldPaths == [""] || newPaths == [""] {
      return [(oldPaths[0], newPaths[0])]
    }
    let kept = Set(newPaths.exact)
    return oldPaths.filter { kept.contains($0.exact) }.map { ($0, $0) }
  }

  /// Whether all pages of a report are the same, byte by byte; then nothing needs to be read.
  private func isSame(_ before: String, _ after: String) throws -> Bool {
    func pages(_ reader: SiteReader, _ report: String) -> [String] {
      reader.names(of: report).filter { $0.hasSuffix(".html") }
    }
    let names = pages(old, before)
    guard names.exact == pages(new, after).exact else { return false }
    return try names.allSatisfy {
      try old.folder.read(SiteReader.path(of: $0, in: before))
        == new.folder.read(SiteReader.path(of: $0, in: after))
    }
  }

  private static func whole(_ kind: Change.Kind, _ report: PublishedReport) -> Change {
    let place = Place(report: report.path, reportTitle: report.title)
    let figures = report.tables.flatMap(\.rows).flatMap(\.cells).count { $0.value != nil }
    let text = "\(report.department) \(report.title)，\(report.tables.count)张表，\(figures)个金额"
    var change = Change(
      kind, place, old: kind == .reportRemoved ? text : nil, new: kind == .reportAdded ? text : nil)
    change.changesFigures = figures > 0
    return change
  }
}
