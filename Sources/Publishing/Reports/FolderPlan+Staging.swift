#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension FolderPlan {
  /// Writes every file that is missing or differs into a staging folder.
  func stage(into new: borrowing Folder, _ disk: Disk) throws(PublishingError) {
    for file in files where file.standing != .equal {
      try disk.write(file.bytes, to: file.name.text, in: new)
    }
    for child in folders where child.plan.hasChanges {
      let folder = try disk.makeFolder(child.name.text, in: new)
      try child.plan.stage(into: folder, disk)
    }
  }

  private var hasChanges: Bool {
    files.contains { $0.standing != .equal } || folders.contains { $0.plan.hasChanges }
  }

  /// Adds to `state` how the files look from outside, or will look once the staged ones are in
  /// place: moving a file changes neither its inode nor its time.
  func combine(
    at path: [PathName], staged: borrowing Folder?, published: borrowing Folder?,
    into state: inout OutputState, _ disk: Disk
  ) throws(PublishingError) {
    for file in files {
      let status: stat?
      if file.standing == .equal {
        status = try disk.status(file.name.text, inAny: published)
      } else {
        status = try disk.status(file.name.text, inAny: staged)
      }
      guard let status else { continue }
      state.combine((path + [file.name]).joined, status)
    }
    for child in folders {
      try child.plan.combine(
        at: path + [child.name], staged: disk.openFolder(child.name.text, inAny: staged),
        published: disk.openFolder(child.name.text, inAny: published), into: &state, disk)
    }
  }
}

extension Disk {
  fileprivate func status(
    _ name: UnsafePointer<CChar>, inAny folder: borrowing Folder?
  ) throws(PublishingError) -> stat? {
    switch folder {
    case .some(let folder): try status(name, in: folder)
    case .none: nil
    }
  }

  fileprivate func openFolder(
    _ name: UnsafePointer<CChar>, inAny folder: borrowing Folder?
  ) throws(PublishingError) -> Folder? {
    switch folder {
    case .some(let folder): try openFolder(name, in: folder)
    case .none: nil
    }
  }
}
