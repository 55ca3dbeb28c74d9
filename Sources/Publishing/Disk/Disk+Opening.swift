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

  /// Takes the lock of the output folder; the system lets go of it when the process ends, however
  /// it ends. The file stays, since removing it would let two builds lock two files.
  func lock(
    _ name: UnsafePointer<CChar>, in folder: borrowing Folder, of output: String
  ) throws(PublishingError) -> OpenFile {
    let path = folder.path(of: name)
    var descriptor: CInt = -1
    try make(.createFile, path) {
      let flags = O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC
      descriptor = openat(folder.descriptor, name, flags, 0o644)
      return descriptor
    }
    let file = OpenFile(descriptor: descriptor, path: path)
    while flock(file.descriptor, LOCK_EX | LOCK_NB) != 0 {
      switch errno {
      case EINTR: continue
      case EWOULDBLOCK: throw .anotherBuildIsRunning(path: output)
      case let code: throw error(code, path)
      }
    }
    return file
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
