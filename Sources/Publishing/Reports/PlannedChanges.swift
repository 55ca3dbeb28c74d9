/// The changes that a plan comes to, after it was compared with what is there.
struct PlannedChanges {
  /// The least that has to be done in the output once the files are staged.
  enum Kind: Sendable {
    /// Nothing differs.
    case none
    /// One file moves into its folder, which is there: one rename is as whole as a swap, and cheaper.
    case file(PathName, in: [PathName])
    /// One file goes.
    case removal(PathName, in: [PathName])
    /// The folder is swapped.
    case folder
  }

  private(set) var summary = PublishSummary()
  private(set) var kind = Kind.none

  /// No changes.
  init() {}

  init(_ plan: FolderPlan, at target: [PathName]) throws(PublishingError) {
    var single = Kind.folder
    try plan.forEachFolder(at: target) { path, folder in
      for file in folder.files {
        if file.standing == .equal {
          summary.unchanged += 1
          continue
        }
        summary.written += 1
        if folder.exists { single = .file(file.name, in: path) }
      }
      summary.removed += folder.dropped.count
      if let name = folder.dropped.last { single = .removal(name, in: path) }
    }
    switch summary.written + summary.removed {
    case 0: kind = .none
    case 1: kind = single
    default: kind = .folder
    }
  }
}
