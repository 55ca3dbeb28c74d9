#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension FolderNames {
  /// Completes a staged folder, which has what is new, out of the old one: what stays the same is
  /// linked, so that it keeps its inode and time; what is not ours is carried over; what is dropped
  /// is not.
  func merge(
    _ old: borrowing Folder, into new: borrowing Folder, _ disk: Disk
  ) throws(PublishingError) {
    let staged = Set(try disk.list(new).compactMap(\.name))
    for name in files where !staged.contains(name) {
      if try disk.link(name.text, in: old, to: new) { continue }
      try disk.copy(name.text, from: old, to: new)
    }
    for entry in try disk.list(old) {
      switch try treatment(of: entry, in: old, disk) {
      case .replaced: break
      case .merged(let names):
        guard let oldChild = try disk.openFolder(entry.rawName, in: old) else { continue }
        let newChild = try disk.makeFolder(entry.rawName, in: new)
        try names.merge(oldChild, into: newChild, disk)
      case .carried:
        try disk.carry(entry, from: old, to: new)
      }
    }
    try disk.copyAttributes(of: disk.status(of: old), to: new, withTimes: false)
  }

  /// Carries over what is not ours and came into the old folder after ``merge(_:into:_:)`` had seen
  /// it, and before the new one took its place.
  func carryLate(
    _ old: borrowing Folder, into new: borrowing Folder, _ disk: Disk
  ) throws(PublishingError) {
    let there = Set(try disk.list(new).map(\.rawName))
    for entry in try disk.list(old) {
      switch try treatment(of: entry, in: old, disk) {
      case .replaced: break
      case .merged(let names):
        guard let oldChild = try disk.openFolder(entry.rawName, in: old),
          let newChild = try disk.openFolder(entry.rawName, in: new)
        else { continue }
        try names.carryLate(oldChild, into: newChild, disk)
      case .carried:
        if !there.contains(entry.rawName) { try disk.carry(entry, from: old, to: new) }
      }
    }
  }

  /// How many files would be dropped of a folder, and whether anything else is in it.
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
      } else if entry.kind == .folder, let names = folder(name),
        let child = try disk.openFolder(entry.rawName, in: old)
      {
        let inside = try names.contents(of: child, disk)
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
    case merged(FolderNames)
    case carried
  }

  private func treatment(
    of entry: FolderEntry, in old: borrowing Folder, _ disk: Disk
  ) throws(PublishingError) -> Treatment {
    guard let name = entry.name else { return .carried }
    if files.containsSorted(name) { return .replaced }
    if entry.kind == .file && dropped.containsSorted(name) { return .replaced }
    guard entry.kind == .folder, let names = folder(name) else { return .carried }
    if names.hasFiles { return .merged(names) }
    guard let child = try disk.openFolder(entry.rawName, in: old) else { return .replaced }
    return try names.contents(of: child, disk).hasOthers ? .merged(names) : .replaced
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
        path: old.path(of: entry.rawName), reason: SystemReason.words(EPERM))
    }
    guard let source = try openFolder(entry.rawName, in: old) else { return }
    let status = try status(of: source)
    let copy = try makeFolder(entry.rawName, in: new, mode: 0o700)
    for child in try list(source) { try carry(child, from: source, to: copy) }
    try copyAttributes(of: status, to: copy, withTimes: true)
  }

  /// Writes a file of ours a second time, where nothing can be linked.
  fileprivate func copy(
    _ name: UnsafePointer<CChar>, from old: borrowing Folder, to new: borrowing Folder
  ) throws(PublishingError) {
    guard let source = try openFile(name, in: old) else { return }
    let shown = new.path(of: name)
    try write(to: name, in: new, flags: O_CREAT | O_EXCL, shownAs: shown) {
      descriptor throws(PublishingError) in
      while true {
        let bytes = try read(source)
        if bytes.isEmpty { return }
        try append(bytes, to: descriptor, path: shown)
      }
    }
  }
}
