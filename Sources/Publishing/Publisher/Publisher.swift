/// Puts finished files into the output folder so that whoever looks at it, or kills the build, at
/// any moment finds every report wholly old or wholly new.
///
/// One build at a time has an output folder open. It first stages, on disk and beside the site,
/// what differs from it; nothing of the site changes. Then everything is swapped in:
///
///     let publisher = try Publisher(open: "public")
///     try publisher.stage(folder: "2021", files: pages)                // from any thread
///     try publisher.stage(siteFiles: [styleSheet], .beforeReports)
///     try publisher.stage(siteFiles: [home], .afterReports)
///     try publisher.beginSwapping()                                    // or discard()
///     try publisher.swap(folder: "2021")                               // from any thread
///     let summary = try publisher.finish()                             // stale files go at the end
///
/// What the folder holds besides the site: `.sitegen-manifest`, the sorted list of the files that
/// sitegen wrote, is committed with it; `.sitegen/` (lock, staging, journal, records) is ignored by
/// git. Everything else that sitegen did not write is never overwritten or removed.
public final class Publisher: Sendable {
  let disk: Disk
  let root: Folder
  let privateFolder: Folder
  let staging: Folder
  let records: Folder
  /// What earlier builds wrote.
  let known: PathTree
  let state: Monitor<State>
  private let lock: OpenFile
  /// Whether the output folder was made by this build.
  let isNew: Bool
  /// Whether no build has left anything in sitegen's own folder.
  let isFirst: Bool

  struct State: Sendable {
    /// What this build wrote or kept.
    var written = PathTree()
    var summary = PublishSummary()
    /// Reports that are staged and not yet swapped in, by their folders.
    var reports: [String: StagedReport] = [:]
    /// That of the report staged last, which the next one is likely to share.
    var outlook = StagedReport.Outlook(names: FolderNames(), changes: PlannedChanges())
    /// Files of the site that are staged and not yet in place.
    var siteFiles: [SiteFileOrder: StagedSiteFiles] = [:]
    /// Whether anything of the site may be in its place.
    var hasSwapped = false
    /// Paths that threads are working on.
    var active: [[PathName]] = []
    var stagingCount: UInt32 = 0

    /// What is to become of a report's folder, stored once for reports that follow each other.
    mutating func outlook(
      _ names: FolderNames, _ changes: PlannedChanges
    ) -> StagedReport.Outlook {
      if outlook.names != names || outlook.changes != changes {
        outlook = StagedReport.Outlook(names: names, changes: changes)
      }
      return outlook
    }
  }

  /// Opens the output folder, making it if need be, takes its lock, and completes or undoes what a
  /// killed build left behind.
  public convenience init(open outputPath: String) throws(PublishingError) {
    try self.init(open: outputPath, disk: Disk())
  }

  init(open outputPath: String, disk: Disk) throws(PublishingError) {
    self.disk = disk
    isNew = !disk.hasOutput(outputPath)
    root = try disk.makeOutput(outputPath)
    let locked = try disk.lockedFolder(in: root)
    privateFolder = locked.folder
    lock = locked.lock
    // Only who has the lock can tell: another build may have come first.
    isFirst = try disk.list(privateFolder).allSatisfy { $0.name == PathName(OutputLayout.lock) }
    try disk.ignoreInVersionControl(privateFolder)
    staging = try disk.makeFolder(OutputLayout.staging, in: privateFolder)
    records = try disk.makeFolder(OutputLayout.records, in: privateFolder)
    try Recovery.run(root: root, staging: staging, disk)
    var known = try Manifest.read(in: root, disk)
    let noted = try Journal.read(in: privateFolder, disk)
    // What the killed build did not come to write is nobody's, and may become somebody's.
    let there = try noted.existing(in: root, disk)
    if !there.root.hasSameFiles(as: noted.root) {
      try Journal.rewrite(there, in: privateFolder, staging: staging, disk)
    }
    if known.add(there.root) > 0 { known.isExact = false }
    self.known = known
    state = Monitor(State())
  }

  deinit {
    disk.unlock(lock)
  }

  /// What was done so far.
  var summary: PublishSummary {
    state.withLock { $0.summary }
  }
}

extension Publisher {
  /// Does work on one path while no other thread works on it, on a folder that it is in, or on
  /// something in it. (A report's folder may hold other reports' folders.)
  func withTurn<Result>(
    at path: [PathName], _ body: () throws(PublishingError) -> Result
  ) throws(PublishingError) -> Result {
    state.wait { state in
      if state.active.contains(where: { $0.overlaps(path) }) { return false }
      state.active.append(path)
      return true
    }
    defer {
      state.withLock { state in
        if let index = state.active.firstIndex(of: path) { state.active.remove(at: index) }
      }
    }
    return try body()
  }

  /// Opens a folder of the output, step by step so that no link is followed; makes the missing
  /// ones if asked to, and gives nil where there is none.
  func openFolder(
    at path: [PathName], creating: Bool = false
  ) throws(PublishingError) -> Folder? {
    guard let first = path.first else {
      return try disk.openFolder(".", in: root, shownAs: root.path)
    }
    guard var folder = try step(first, in: root, creating: creating) else { return nil }
    for name in path.dropFirst() {
      guard let next = try step(name, in: folder, creating: creating) else { return nil }
      folder = next
    }
    return folder
  }

  private func step(
    _ name: PathName, in folder: borrowing Folder, creating: Bool
  ) throws(PublishingError) -> Folder? {
    if let next = try disk.openFolder(name.text, in: folder) { return next }
    return creating ? try disk.makeFolder(name.text, in: folder) : nil
  }

  func nextStagingPlace() -> StagingPlace {
    state.withLock { state in
      state.stagingCount += 1
      return StagingPlace(number: state.stagingCount)
    }
  }

  func nextStagingName() -> String { nextStagingPlace().name }

  /// Where the user finds a path of the output.
  func shown(_ path: [PathName]) -> String {
    root.path + "/" + path.joined
  }
}
