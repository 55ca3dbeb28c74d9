/// The changes that a plan comes to, after it was compared with what is there.
struct PlannedChanges {
  enum Change {
    case write([UInt8])
    case remove
  }

  private(set) var summary = PublishSummary()
  /// Paths that we have not written before and are about to.
  private(set) var newPaths: [String] = []
  /// Where the one change is, if there is just one and its folder exists.
  private(set) var single: (folder: [PathName], name: PathName, change: Change)?

  init(_ plan: FolderPlan, at target: [PathName], known: PathTree) throws(PublishingError) {
    try plan.forEachFolder(at: target) { path, folder throws(PublishingError) in
      let ours = known.node(at: path)?.files ?? []
      for file in folder.files {
        if file.standing == .equal {
          summary.unchanged += 1
          continue
        }
        summary.written += 1
        if !ours.containsSorted(file.name) { newPaths.append((path + [file.name]).joined) }
        if folder.exists { single = (path, file.name, .write(file.bytes)) }
      }
      summary.removed += folder.dropped.count
      if let name = folder.dropped.last { single = (path, name, .remove) }
    }
    if count != 1 { single = nil }
  }

  var count: Int { summary.written + summary.removed }
}
