extension Publisher {
  /// Publishes one report: the folder afterwards has these files, and none that an earlier build
  /// wrote beside them. Before the call's last step the old report stands, afterwards the new one;
  /// nothing is touched if nothing differs. Files that sitegen did not write stay as they are.
  ///
  /// May be called from several threads at once. A folder belongs to one report.
  @discardableResult
  public func publish(
    folder: String, files: [OutputFile]
  ) throws(PublishingError) -> PublishSummary {
    let target = try OutputPath(folder)
    let plan = try FolderPlan(files, at: target.components)
    return try withTurn(at: target.components) { () throws(PublishingError) in
      try requireFree(plan, at: target)
      return try publish(plan, at: target)
    }
  }

  private func publish(
    _ plan: FolderPlan, at target: OutputPath
  ) throws(PublishingError) -> PublishSummary {
    var plan = plan
    if let folder = try openFolder(at: target.components) {
      let ours = known.node(at: target.components)
      try plan.compare(with: folder, known: ours, disk)
    }
    let changes = try PlannedChanges(plan, at: target.components, known: known)
    if changes.count > 0 {
      try note(changes.newPaths)
      if let single = changes.single {
        try make(single.change, of: single.name, in: single.folder)
      } else {
        try replace(target, with: plan)
      }
    }
    try state.withLock { state throws(PublishingError) in
      try plan.forEachFolder(at: target.components) { path, folder in
        state.written.add(folder.files.map(\.name), in: path, report: true)
      }
      state.summary = state.summary + changes.summary
    }
    return changes.summary
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

  /// Notes that paths are going to be ours.
  func note(_ paths: [String]) throws(PublishingError) {
    try state.withLock { _ throws(PublishingError) in
      try Journal.append(paths, in: privateFolder, disk)
    }
  }

  /// One changed file by itself: one rename or removal is as whole as a swap, and cheaper.
  private func make(
    _ change: PlannedChanges.Change, of name: PathName, in path: [PathName]
  ) throws(PublishingError) {
    guard let folder = try openFolder(at: path) else { return }
    switch change {
    case .remove: try disk.removeFile(name.text, in: folder)
    case .write(let bytes): try put(bytes, at: name, in: folder)
    }
  }

  /// Writes a file beside the site and moves it into place.
  func put(
    _ bytes: [UInt8], at name: PathName, in folder: borrowing Folder
  ) throws(PublishingError) {
    let staged = nextStagingName()
    do throws(PublishingError) {
      let path = folder.path(of: name.text)
      try disk.write(bytes, to: staged, in: staging, shownAs: path)
      try disk.rename(staged, in: staging, to: name.text, in: folder)
    } catch {
      _ = try? disk.removeFile(staged, in: staging)
      throw error
    }
  }
}
