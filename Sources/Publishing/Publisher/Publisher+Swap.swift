extension Publisher {
  /// Ends staging: notes which new paths are going to be ours, and puts the files in place that the
  /// reports need. After it, ``swap(folder:)`` for each report, and ``finish(keepingOthers:)``.
  public func beginSwapping() throws(PublishingError) {
    try noteNewPaths()
    state.withLock { $0.hasSwapped = true }
    try place(.beforeReports)
  }

  /// Puts a staged report into its place with one call to the system: before it the old report
  /// stands, afterwards the new one. Does nothing if the report is not staged.
  ///
  /// May be called from several threads at once.
  public func swap(folder: String) throws(PublishingError) {
    guard let report = state.withLock({ $0.reports[folder] }) else { return }
    let target = try OutputPath(folder)
    try withTurn(at: target.components) { () throws(PublishingError) in
      do throws(PublishingError) {
        try place(report, at: target)
        if report.hasRecord {
          let name = StagedReport.recordName(report.name)
          try disk.rename(name, in: staging, to: recordName(folder), in: records)
        }
      } catch {
        try? disk.removeTree(report.name, in: staging)
        throw error
      }
      // The new report stands; what is left of the old one can wait for the next build.
      try? disk.removeTree(report.name, in: staging)
    }
    state.withLock { state in
      state.summary = state.summary + report.changes.summary
      state.reports[folder] = nil
    }
  }

  private func place(_ report: StagedReport, at target: OutputPath) throws(PublishingError) {
    switch report.changes.kind {
    case .none: break
    case .file(let name, let path):
      guard let new = try openStaged(report.name, path.dropFirst(target.components.count)),
        let folder = try openFolder(at: path, creating: true)
      else { return }
      try disk.rename(name.text, in: new, to: name.text, in: folder)
    case .removal(let name, let path):
      guard let folder = try openFolder(at: path) else { return }
      try disk.removeFile(name.text, in: folder)
    case .folder: try replace(target, with: report.names, staged: report.name)
    }
  }

  private func openStaged(
    _ name: String, _ path: ArraySlice<PathName>
  ) throws(PublishingError) -> Folder? {
    guard var folder = try disk.openFolder(name, in: staging) else { return nil }
    for name in path {
      guard let next = try disk.openFolder(name.text, in: folder) else { return nil }
      folder = next
    }
    return folder
  }

  /// Completes the staged folder out of the published one, if there is one, and swaps it in.
  func replace(
    _ target: OutputPath, with names: FolderNames, staged: String
  ) throws(PublishingError) {
    guard let parent = try openFolder(at: target.folder, creating: true) else { return }
    if let old = try disk.openFolder(target.name.text, in: parent) {
      let path = parent.path(of: target.name.text)
      let new = try disk.makeFolder(staged, in: staging, shownAs: path)
      try names.merge(old, into: new, disk)
      try swap(staged, with: target, in: parent)
      // `old` is the folder itself, wherever it stands now.
      try names.carryLate(old, into: new, disk)
      try? disk.removeTree(Recovery.oldName(staged), in: staging)
      _ = try? disk.removeFile(Recovery.noteName(staged), in: staging)
    } else {
      try disk.rename(staged, in: staging, to: target.name.text, in: parent)
    }
  }

  private func swap(
    _ staged: String, with target: OutputPath, in parent: borrowing Folder
  ) throws(PublishingError) {
    let name = target.name.text
    if try disk.exchange(staged, in: staging, with: name, in: parent) { return }
    // Two renames, with a note of where they lead: a build that finds the note completes them.
    let old = Recovery.oldName(staged)
    let note = Recovery.noteName(staged)
    let line = Array((target.components.joined + "\n").utf8)
    try disk.write(line, to: note, in: staging)
    try disk.rename(name, in: parent, to: old, in: staging)
    do throws(PublishingError) {
      try disk.rename(staged, in: staging, to: name, in: parent)
    } catch {
      try? disk.rename(old, in: staging, to: name, in: parent)
      throw error
    }
  }

  /// Puts the staged files of the site into place, in their order.
  func place(_ order: SiteFileOrder) throws(PublishingError) {
    try state.withLock({ $0.siteFiles[order] })?.forEach { path, place throws(PublishingError) in
      try withTurn(at: path.components) { () throws(PublishingError) in
        guard let folder = try openFolder(at: path.folder, creating: true) else { return }
        try disk.rename(place.name, in: staging, to: path.name.text, in: folder)
      }
      state.withLock { $0.summary.written += 1 }
    }
    state.withLock { $0.siteFiles[order] = nil }
  }

  /// Notes paths that are going to be ours, before the first of them is there: a build that is
  /// killed has no manifest to tell the next one.
  private func noteNewPaths() throws(PublishingError) {
    let (reports, siteFiles) = state.withLock { state in (state.reports, state.siteFiles) }
    var lines = PathLines()
    func note(_ path: String, in folder: String = "") throws(PublishingError) {
      lines.append(path, in: folder)
      guard lines.bytes.count > 1 << 16 else { return }
      try Journal.append(lines, in: privateFolder, disk)
      lines = PathLines()
    }
    for order in SiteFileOrder.allCases {
      try siteFiles[order]?.forEach { path, _ throws(PublishingError) in
        if !known.contains(path) { try note(path.components.joined) }
      }
    }
    for folder in reports.keys.sorted() {
      guard let report = reports[folder] else { continue }
      let target = try OutputPath(folder).components
      try report.names.forEachFolder(at: target) { path, files throws(PublishingError) in
        let ours = known.node(at: path)?.files ?? []
        if ours == files { return }
        let folder = path.joined + "/"
        for name in files where !ours.containsSorted(name) { try note(name.text, in: folder) }
      }
    }
    try Journal.append(lines, in: privateFolder, disk)
  }
}
