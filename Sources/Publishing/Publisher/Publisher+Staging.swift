extension Publisher {
  /// Stages one report: its folder shall have these files, and none that an earlier build wrote
  /// beside them. What differs from what is published is written into the staging folder, and
  /// nothing else changes. A file in the way that sitegen did not write is an error here already.
  ///
  /// May be called from several threads at once. A folder belongs to one report.
  ///
  /// - Parameter record: Makes what ``record(of:)`` shall give a later build once the report is
  ///   published, out of the state that its files are going to have.
  public func stage(
    folder: String, files: [OutputFile], record: ((OutputState) -> [UInt8])? = nil
  ) throws(PublishingError) {
    let target = try OutputPath(folder)
    let plan = try FolderPlan(files, at: target.components)
    try withTurn(at: target.components) { () throws(PublishingError) in
      try requireFree(plan, at: target)
      let place = nextStagingPlace()
      do throws(PublishingError) {
        try stage(plan, in: place, at: target, folder: folder, record: record)
      } catch {
        let name = place.name
        try? disk.removeTree(name, in: staging)
        _ = try? disk.removeFile(StagedReport.recordName(name), in: staging)
        throw naming(error)
      }
    }
  }

  private func stage(
    _ plan: FolderPlan, in place: StagingPlace, at target: OutputPath, folder: String,
    record: ((OutputState) -> [UInt8])?
  ) throws(PublishingError) {
    let name = place.name
    var plan = plan
    var future = OutputState()
    if let published = try openFolder(at: target.components) {
      try plan.compare(with: published, known: known.node(at: target.components), disk)
    }
    let changes = try PlannedChanges(plan, at: target.components)
    let path = shown(target.components)
    if changes.summary.written > 0 {
      let new = try disk.makeFolder(name, in: staging, shownAs: path)
      try plan.stage(into: new, disk)
    }
    plan.combine(into: &future)
    if let record {
      try disk.write(
        record(future), to: StagedReport.recordName(name), in: staging, shownAs: path)
    }
    let names = plan.names
    try state.withLock { state throws(PublishingError) in
      try names.forEachFolder(at: target.components) { path, files in
        state.written.add(files, in: path, report: true)
      }
      let shared = names.shared(in: &state.written)
      state.reports[folder] = StagedReport(
        outlook: state.outlook(shared, changes), place: place, hasRecord: record != nil)
    }
  }

  /// Two pages must not want the same place: a folder has the files of one report, or of the site.
  private func requireFree(_ plan: FolderPlan, at target: OutputPath) throws(PublishingError) {
    try state.withLock { state throws(PublishingError) in
      if state.written.contains(target) {
        throw .writtenTwice(path: shown(target.components))
      }
      try plan.forEachFolder(at: target.components) { path, _ throws(PublishingError) in
        if let taken = state.written.node(at: path), taken.belongsToReport || !taken.files.isEmpty {
          throw .writtenTwice(path: shown(path))
        }
      }
    }
  }

  /// Stages files of the site itself (`index.html`, `assets/site.css`), which go into place one by
  /// one in the order in which they are staged. A file that holds the right bytes is not touched.
  ///
  /// May be called several times and from several threads. The folders of reports are not for it.
  public func stage(
    siteFiles files: [OutputFile], _ order: SiteFileOrder
  ) throws(PublishingError) {
    for file in files {
      let path = try OutputPath(file.path)
      try withTurn(at: path.components) { () throws(PublishingError) in
        do throws(PublishingError) {
          try stage(file.bytes, at: path, order)
        } catch {
          throw naming(error)
        }
      }
    }
  }

  /// The error as it is; but what is in the way is not foreign if it was published as something else.
  private func naming(_ error: PublishingError) -> PublishingError {
    guard case .foreignFileInTheWay(let path) = error, path.hasPrefix(root.path + "/"),
      let place = try? OutputPath(String(path.dropFirst(root.path.count + 1))),
      known.contains(place) || known.node(at: place.components) != nil
    else { return error }
    return .publishedOtherwise(path: path)
  }

  private func stage(
    _ bytes: [UInt8], at path: OutputPath, _ order: SiteFileOrder
  ) throws(PublishingError) {
    try state.withLock { state throws(PublishingError) in
      let folder = state.written.node(at: path.folder)
      let isTaken =
        folder?.belongsToReport ?? false || folder?.folders[path.name] != nil
        || state.written.contains(path)
      if isTaken { throw .writtenTwice(path: shown(path.components)) }
    }
    var standing = Standing.missing
    if let folder = try openFolder(at: path.folder) {
      standing = try disk.standing(of: bytes, as: path.name.text, in: folder)
    }
    if standing == .different && !known.contains(path) {
      throw .foreignFileInTheWay(path: shown(path.components))
    }
    var staged: StagingPlace?
    if standing != .equal {
      let place = nextStagingPlace()
      let name = place.name
      do throws(PublishingError) {
        try disk.write(bytes, to: name, in: staging, shownAs: shown(path.components))
      } catch {
        _ = try? disk.removeFile(name, in: staging)
        throw error
      }
      staged = place
    }
    state.withLock { state in
      state.written.add(path)
      if let staged {
        state.siteFiles[order, default: StagedSiteFiles()].append(path, at: staged)
      } else {
        state.summary.unchanged += 1
      }
    }
  }

  /// Drops everything that is staged; the site stays as it was, and so does a folder that no build
  /// has used before: what this one made in it goes again, or the folder itself.
  public func discard() throws(PublishingError) {
    state.withLock { state in
      state.reports = [:]
      state.siteFiles = [:]
    }
    for entry in try disk.list(staging) { try disk.removeTree(entry.rawName, in: staging) }
    // What is in place, a later build only knows by this folder to be ours.
    guard isFirst, !state.withLock({ $0.hasSwapped }) else { return }
    try disk.remove(privateFolder, in: root)
    if isNew { disk.removeOutput(root) }
  }
}
