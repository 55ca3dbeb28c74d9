#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

// The first steps in an output folder.

extension Disk {
  /// Opens the output folder; makes it, and the folders on the way to it, where there are none.
  func makeOutput(_ path: String) throws(PublishingError) -> Folder {
    var path = path
    while path.hasSuffix("/") && path != "/" { path.removeLast() }
    if let folder = try openOutput(path) { return folder }
    var end = path.startIndex
    while end < path.endIndex {
      end = path[path.index(after: end)...].firstIndex(of: "/") ?? path.endIndex
      let part = String(path[..<end])
      let code = attempt(.makeFolder, part) { mkdir(part, 0o755) }
      if code != 0 && code != EEXIST && code != EISDIR { throw error(code, part) }
    }
    guard let folder = try openOutput(path) else { throw error(ENOENT, path) }
    return folder
  }

  /// Whether there is anything at the output folder's path.
  func hasOutput(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0
  }

  /// Makes sitegen's own folder in the output folder unless it is there, and takes the lock in it,
  /// which the system lets go of when the process ends, however it ends.
  func lockedFolder(in output: borrowing Folder) throws(PublishingError) -> LockedFolder {
    while true {
      let folder = try makeFolder(OutputLayout.privateFolder, in: output)
      if let lock = try lock(OutputLayout.lock, in: folder, of: output.path) {
        return LockedFolder(folder: folder, lock: lock)
      }
      // Whoever had the lock has just taken the folder away.
    }
  }

  /// Takes a lock; `nil` if its file is no longer there, since two builds could lock two files.
  private func lock(
    _ name: UnsafePointer<CChar>, in folder: borrowing Folder, of output: String
  ) throws(PublishingError) -> OpenFile? {
    let path = folder.path(of: name)
    var descriptor: CInt = -1
    let code = attempt(.createFile, path) {
      let flags = O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC
      descriptor = openat(folder.descriptor, name, flags, 0o644)
      return descriptor
    }
    if code == ENOENT { return nil }
    if code != 0 { throw error(code, path) }
    let file = OpenFile(descriptor: descriptor, path: path)
    while flock(file.descriptor, LOCK_EX | LOCK_NB) != 0 {
      switch errno {
      case EINTR: continue
      case EWOULDBLOCK: throw .anotherBuildIsRunning(path: output)
      case let code: throw error(code, path)
      }
    }
    var status = stat()
    guard fstat(file.descriptor, &status) == 0 else { throw error(errno, path) }
    if status.st_nlink == 0 { return nil }
    return consume file
  }

  /// Takes sitegen's own folder away again. The lock, which is held, goes last: until then nobody
  /// else can work in the folder, and who waits for it then makes another.
  func remove(_ folder: borrowing Folder, in output: borrowing Folder) throws(PublishingError) {
    for entry in try list(folder) where entry.name != PathName(OutputLayout.lock) {
      try removeTree(entry.rawName, in: folder)
    }
    try removeFile(OutputLayout.lock, in: folder)
    _ = attempt(.removeFolder, folder.path) {
      unlinkat(output.descriptor, OutputLayout.privateFolder, AT_REMOVEDIR)
    }
  }

  /// Gives a lock back. Closing the file would not do while a process that this one has started
  /// holds a copy of its descriptor, which it does for the moment before it runs its program.
  func unlock(_ file: borrowing OpenFile) {
    _ = flock(file.descriptor, LOCK_UN)
  }

  /// Keeps a folder out of git.
  func ignoreInVersionControl(_ folder: borrowing Folder) throws(PublishingError) {
    let everything = Array("*\n".utf8)
    let name = OutputLayout.ignoreFile
    switch try standing(of: everything, as: name, in: folder) {
    case .equal: return
    case .different: try removeFile(name, in: folder)
    case .missing: break
    }
    try write(everything, to: name, in: folder)
  }
}

/// sitegen's own folder in an output folder, and the lock in it that keeps others out.
struct LockedFolder: ~Copyable {
  let folder: Folder
  let lock: OpenFile
}
