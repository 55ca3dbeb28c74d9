extension Publisher {
  /// Ends a build after every report is in its place: puts the files of the site there, removes
  /// the files that an earlier build wrote and this one did not, and writes the manifest if it says
  /// something else now. A folder that goes, goes whole.
  ///
  /// - Parameters:
  ///   - keepingOthers: Leave the reports and the site's files that this build did not publish, for a
  ///     build of a part.
  ///   - stale: Files of the site that go all the same.
  @discardableResult
  public func finish(
    keepingOthers: Bool = false, except stale: PathLines = PathLines()
  ) throws(PublishingError) -> PublishSummary {
    state.wait { $0.active.isEmpty }
    try place(.afterReports)
    if keepingOthers { try keepOthers(except: stale) }
    let written = state.withLock { $0.written.root }
    try remove(known.root, except: written, in: root, at: [])
    if !(known.isExact && known.root.hasSameFiles(as: written)) {
      let name = nextStagingName()
      try Manifest.write(written, in: root, staging: staging, stagingName: name, disk)
    }
    try Journal.remove(in: privateFolder, disk)
    state.withLock { $0.summary.withdrawn.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) } }
    return summary
  }

  /// Counts as part of this build what an earlier one published and this one did not. A report that
  /// this one published has what it should have, and nothing else of ours.
  private func keepOthers(except stale: PathLines) throws(PublishingError) {
    let written = state.withLock { $0.written }
    var dropped = PathTree()
    for path in stale { dropped.add(try OutputPath(path)) }
    let others = try known.existing(in: root, disk, except: dropped) { folder in
      !(written.node(at: folder)?.belongsToReport ?? false)
    }
    state.withLock { _ = $0.written.add(others.root) }
  }

  private func remove(
    _ stale: PathTree.Node, except written: PathTree.Node?, in folder: borrowing Folder,
    at path: [PathName]
  ) throws(PublishingError) {
    let files = stale.files == written?.files ? [] : stale.files
    for name in files where !(written?.files.containsSorted(name) ?? false) {
      guard try disk.kind(name.text, in: folder) == .file else { continue }
      try disk.removeFile(name.text, in: folder)
      state.withLock { state in
        state.summary.removed += 1
        if name == .index { state.summary.withdrawn.append(path.joined) }
      }
    }
    let folders = stale.folders.filter { !$0.value.isWithin(written?.folders[$0.key]) }
    for (name, node) in folders {
      guard try disk.kind(name.text, in: folder) == .folder else { continue }
      let child = path + [name]
      if let live = written?.folders[name] {
        guard let next = try disk.openFolder(name.text, in: folder) else { continue }
        try remove(node, except: live, in: next, at: child)
      } else {
        try removeWhole(node, named: name, in: folder, at: child)
      }
    }
  }

  /// Takes a folder of which nothing is published any more out of the site with one call; if it
  /// holds anything that is not ours, a folder with only that takes its place.
  private func removeWhole(
    _ node: PathTree.Node, named name: PathName, in parent: borrowing Folder, at path: [PathName]
  ) throws(PublishingError) {
    guard let folder = try disk.openFolder(name.text, in: parent) else { return }
    let names = FolderNames(dropping: node)
    let contents = try names.contents(of: folder, disk)
    if contents.hasOthers && contents.dropped == 0 { return }
    let staged = nextStagingName()
    if contents.hasOthers {
      try replace(OutputPath(path.joined), with: names, staged: staged)
    } else {
      try disk.rename(name.text, in: parent, to: staged, in: staging)
    }
    try? disk.removeTree(staged, in: staging)
    state.withLock { state in
      state.summary.removed += contents.dropped
      state.summary.withdrawn += node.folders(holding: .index, at: path)
    }
  }
}

extension PathName {
  /// The page that a folder's address shows.
  fileprivate static let index = PathName("index.html")
}
