/// The changes that a plan comes to, after it was compared with what is there.
struct PlannedChanges: Sendable, Equatable {
  /// The least that has to be done in the output once the files are staged.
  ///
  /// The rare cases lie elsewhere: there may be ten thousand that are none of them.
  enum Kind: Sendable, Equatable {
    /// Nothing differs.
    case none
    /// One file moves into its folder, which is there: one rename is as whole as a swap, and cheaper.
    indirect case file(PathName, in: [PathName])
    /// One file goes.
    indirect case removal(PathName, in: [PathName])
    /// The folder is swapped.
    case folder
  }

  private(set) var kind = Kind.none
  private var written: Int32 = 0
  private var unchanged: Int32 = 0
  private var removed: Int32 = 0

  /// The changes, counted.
  var summary: PublishSummary {
    PublishSummary(written: Int(written), unchanged: Int(unchanged), removed: Int(removed))
  }

  /// No changes.
  init() {}

  init(_ plan: FolderPlan, at target: [PathName]) throws(PublishingError) {
    var single = Kind.folder
    try plan.forEachFolder(at: target) { path, folder in
      for file in folder.files {
        if file.standing == .equal {
          unchanged += 1
          continue
        }
        written += 1
        if folder.exists { single = .file(file.name, in: path) }
      }
      removed += Int32(clamping: folder.dropped.count)
      if let name = folder.dropped.last { single = .removal(name, in: path) }
    }
    switch written + removed {
    case 0: kind = .none
    case 1: kind = single
    default: kind = .folder
    }
  }
}
