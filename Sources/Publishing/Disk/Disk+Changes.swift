#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension Disk {
  /// Makes a folder unless it is there, and opens it.
  func makeFolder(
    _ name: UnsafePointer<CChar>, in parent: borrowing Folder, mode: mode_t = 0o755,
    shownAs path: String? = nil
  ) throws(PublishingError) -> Folder {
    let shown = path ?? parent.path(of: name)
    let code = attempt(.makeFolder, shown) { mkdirat(parent.descriptor, name, mode) }
    if code != 0 && code != EEXIST { throw error(code, shown) }
    guard let folder = try openFolder(name, in: parent, shownAs: path) else {
      throw error(ENOENT, shown)
    }
    return folder
  }

  /// Creates a file that is not there yet and writes it; gives what it looks like then.
  @discardableResult
  func write(
    _ bytes: [UInt8], to name: UnsafePointer<CChar>, in parent: borrowing Folder,
    shownAs path: String? = nil
  ) throws(PublishingError) -> stat {
    var status = stat()
    let shown = path ?? parent.path(of: name)
    let flags = O_CREAT | O_EXCL
    try write(to: name, in: parent, flags: flags, shownAs: shown) {
      descriptor throws(PublishingError) in
      try append(bytes, to: descriptor, path: shown)
      guard fstat(descriptor, &status) == 0 else { throw error(errno, shown) }
    }
    return status
  }

  /// Opens a file for writing and closes it after `body`.
  func write(
    to name: UnsafePointer<CChar>, in parent: borrowing Folder, flags: CInt, shownAs path: String,
    _ body: (_ descriptor: CInt) throws(PublishingError) -> Void
  ) throws(PublishingError) {
    var descriptor: CInt = -1
    try make(.createFile, path) {
      let flags = flags | O_WRONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC
      descriptor = openat(parent.descriptor, name, flags, 0o644)
      return descriptor
    }
    do throws(PublishingError) {
      try body(descriptor)
    } catch {
      close(descriptor)
      throw error
    }
    // Some file systems only say here that the disk is full.
    if close(descriptor) != 0 && errno != EINTR { throw error(errno, path) }
  }

  /// Writes all of the bytes at the end of an open file.
  func append(_ bytes: [UInt8], to descriptor: CInt, path: String) throws(PublishingError) {
    var done = 0
    while done < bytes.count {
      var count = 0
      let code = attempt(.writeFile, path) {
        count = bytes.withUnsafeBytes { buffer in
          Self.write(descriptor, UnsafeRawBufferPointer(rebasing: buffer[done...]))
        }
        return count < 0 ? -1 : 0
      }
      if code == EINTR { continue }
      if code != 0 { throw error(code, path) }
      done += count
    }
  }

  /// Gives the file or link a second name; `true` unless the file system cannot do that here.
  func link(
    _ name: UnsafePointer<CChar>, in source: borrowing Folder, to target: borrowing Folder
  ) throws(PublishingError) -> Bool {
    let code = attempt(.link, target.path(of: name)) {
      linkat(source.descriptor, name, target.descriptor, name, 0)
    }
    switch code {
    case 0: return true
    case EPERM, EMLINK, EXDEV, ENOTSUP, EOPNOTSUPP, ENOSYS: return false
    default: throw error(code, target.path(of: name))
    }
  }

  func rename(
    _ name: UnsafePointer<CChar>, in source: borrowing Folder,
    to newName: UnsafePointer<CChar>, in target: borrowing Folder
  ) throws(PublishingError) {
    try make(.rename, target.path(of: newName)) {
      renameat(source.descriptor, name, target.descriptor, newName)
    }
  }

  /// Swaps two names in one step; `false` where the file system or the system cannot.
  func exchange(
    _ name: UnsafePointer<CChar>, in source: borrowing Folder,
    with other: UnsafePointer<CChar>, in target: borrowing Folder
  ) throws(PublishingError) -> Bool {
    let code = attempt(.exchange, target.path(of: other)) {
      Self.exchange(source.descriptor, name, target.descriptor, other)
    }
    switch code {
    case 0: return true
    case EINVAL, ENOSYS, ENOTSUP, EOPNOTSUPP: return false
    default: throw error(code, target.path(of: other))
    }
  }

  /// Removes a file or a link; `false` if it was not there.
  @discardableResult
  func removeFile(
    _ name: UnsafePointer<CChar>, in parent: borrowing Folder
  ) throws(PublishingError) -> Bool {
    let code = attempt(.removeFile, parent.path(of: name)) {
      unlinkat(parent.descriptor, name, 0)
    }
    if code == ENOENT { return false }
    if code != 0 { throw error(code, parent.path(of: name)) }
    return true
  }

  /// Removes whatever the name stands for, with everything in it; follows no link. Folders are
  /// opened up first: one that its owner may not write could not be emptied.
  func removeTree(
    _ name: UnsafePointer<CChar>, in parent: borrowing Folder
  ) throws(PublishingError) {
    guard let status = try status(name, in: parent) else { return }
    guard FileKind(mode: status.st_mode) == .folder else {
      try removeFile(name, in: parent)
      return
    }
    if status.st_mode & 0o700 != 0o700 {
      try make(.setAttributes, parent.path(of: name)) {
        fchmodat(parent.descriptor, name, 0o700, 0)
      }
    }
    if let folder = try openFolder(name, in: parent) {
      for entry in try list(folder) {
        if entry.kind == .folder {
          try removeTree(entry.rawName, in: folder)
        } else {
          try removeFile(entry.rawName, in: folder)
        }
      }
    }
    try make(.removeFolder, parent.path(of: name)) {
      unlinkat(parent.descriptor, name, AT_REMOVEDIR)
    }
  }

  /// Removes the output folder itself if nothing is in it.
  func removeOutput(_ folder: borrowing Folder) {
    _ = attempt(.removeFolder, folder.path) { rmdir(folder.path) }
  }

  /// Gives a folder the owner and mode of another.
  func copyAttributes(
    of status: stat, to folder: borrowing Folder, withTimes: Bool
  ) throws(PublishingError) {
    let now = try self.status(of: folder)
    if now.st_uid != status.st_uid || now.st_gid != status.st_gid {
      // Only root can give folders away; the contents are safe either way.
      _ = attempt(.setAttributes, folder.path) {
        fchown(folder.descriptor, status.st_uid, status.st_gid)
      }
    }
    if now.st_mode & 0o7777 != status.st_mode & 0o7777 {
      try make(.setAttributes, folder.path) { fchmod(folder.descriptor, status.st_mode & 0o7777) }
    }
    if withTimes {
      try make(.setAttributes, folder.path) {
        futimens(folder.descriptor, [status.accessTime, status.modificationTime])
      }
    }
  }
}
