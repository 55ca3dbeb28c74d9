#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension FolderPlan {
  /// Writes every planned file into a new folder.
  func write(into new: borrowing Folder, _ disk: Disk) throws(PublishingError) {
    for file in files { try disk.write(file.bytes, to: file.name.text, in: new) }
    for child in folders where child.plan.hasFiles {
      let folder = try disk.makeFolder(child.name.text, in: new)
      try child.plan.write(into: folder, disk)
    }
  }

  /// Makes a new folder of an old one: what stays the same is linked, so that it keeps its inode
  /// and time; what differs is written; what is not ours is carried over; what is dropped is not.
  func merge(
    _ old: borrowing Folder, into new: borrowing Folder, _ disk: Disk
  ) throws(PublishingError) {
    for file in files {
      if file.standing == .equal, try disk.link(file.name.text, in: old, to: new) { continue }
      try disk.write(file.bytes, to: file.name.text, in: new)
    }
    var merged: Set<PathName> = []
    for entry in try disk.list(old) {
      switch try treatment(of: entry, in: old, disk) {
      case .replaced: break
      case .merged(let name, let plan):
        merged.insert(name)
        guard let oldChild = try disk.openFolder(entry.rawName, in: old) else { continue }
        let newChild = try disk.makeFolder(entry.rawName, in: new)
        try plan.merge(oldChild, into: newChild, disk)
      case .carried:
        try disk.carry(entry, from: old, to: new)
      }
    }
    for child in folders where child.plan.hasFiles && !merged.contains(child.name) {
      let folder = try disk.makeFolder(child.name.text, in: new)
      try child.plan.write(into: folder, disk)
    }
    try disk.copyAttributes(of: disk.status(of: old), to: new, withTimes: false)
  }

  /// How many files the plan would drop of a folder, and whether anything else is in it.
  func contents(
    of old: borrowing Folder, _ disk: Disk
  ) throws(PublishingError) -> (dropped: Int, hasOthers: Bool) {
    var result = (dropped: 0, hasOthers: hasFiles)
    for entry in try disk.list(old) {
      guard let name = entry.name else {
        result.hasOthers = true
        continue
      }
      if entry.kind == .file, dropped.containsSorted(name) {
        result.dropped += 1
      } else if entry.kind == .folder, let plan = folder(name),
        let child = try disk.openFolder(entry.rawName, in: old)
      {
        let inside = try plan.contents(of: child, disk)
        result.dropped += inside.dropped
        if inside.hasOthers { result.hasOthers = true }
      } else {
        result.hasOthers = true
      }
    }
    return result
  }

  private enum Treatment {
    case replaced
    case merged(PathName, FolderPlan)
    case carried
  }

  private func treatment(
    of entry: FolderEntry, in old: borrowing Folder, _ disk: Disk
  ) throws(PublishingError) -> Treatment {
    guard let name = entry.name else { return .carried }
    if file(name) != nil { return .replaced }
    if entry.kind == .file && dropped.containsSorted(name) { return .replaced }
    guard entry.kind == .folder, let plan = folder(name) else { return .carried }
    if plan.hasFiles { return .merged(name, plan) }
    guard let child = try disk.openFolder(entry.rawName, in: old) else { return .replaced }
    return try plan.contents(of: child, disk).hasOthers ? .merged(name, plan) : .replaced
  }
}

extension Disk {
  /// Brings what is not ours into a new folder: files and links by a second name for the same
  /// thing; folders by a new one of the same owner, mode and time with the same in it.
  fileprivate func carry(
    _ entry: FolderEntry, from old: borrowing Folder, to new: borrowing Folder
  ) throws(PublishingError) {
    guard entry.kind == .folder else {
      if try link(entry.rawName, in: old, to: new) { return }
      throw .foreignFileCannotBeKept(
        path: old.path(of: entry.rawName), reason: String(cString: strerror(EPERM)))
    }
    guard let source = try openFolder(entry.rawName, in: old) else { return }
    let status = try status(of: source)
    let copy = try makeFolder(entry.rawName, in: new, mode: 0o700)
    for child in try list(source) { try carry(child, from: source, to: copy) }
    try copyAttributes(of: status, to: copy, withTimes: true)
  }
}
