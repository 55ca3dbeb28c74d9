#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A change to the disk, by the name of what it does.
enum DiskChange: Equatable, Sendable {
  case makeFolder, createFile, writeFile, link, rename, exchange, removeFile, removeFolder
  case setAttributes, truncate
}

/// The system calls that publishing needs, each failing with the path that it was about. This is
/// the only place that changes the disk.
struct Disk: Sendable {
  /// Asked before each change; an error number makes the change fail without being made. Tests
  /// use it to fill the disk or to stop the world at a chosen moment.
  var refusal: (@Sendable (DiskChange, _ path: String) -> CInt?)?

  func error(_ code: CInt, _ path: String) -> PublishingError {
    let reason = SystemReason.words(code)
    return switch code {
    case ENOSPC, EDQUOT: .diskFull(path: path, reason: reason)
    case EACCES, EPERM, EROFS: .noPermission(path: path, reason: reason)
    case ELOOP: .symlinkInOutput(path: path)
    default: .systemFailure(path: path, reason: reason)
    }
  }

  /// Makes one change and gives the number of the error that it failed with, or zero.
  func attempt(
    _ change: DiskChange, _ path: @autoclosure () -> String, _ call: () -> CInt
  ) -> CInt {
    if let refusal, let code = refusal(change, path()) { return code }
    return call() == -1 ? errno : 0
  }

  func make(
    _ change: DiskChange, _ path: @autoclosure () -> String, _ call: () -> CInt
  ) throws(PublishingError) {
    let code = attempt(change, path(), call)
    if code != 0 { throw error(code, path()) }
  }
}

// MARK: Looking

extension Disk {
  static let folderFlags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC

  /// Opens the output folder itself, which may be reached through links.
  func openOutput(_ path: String) throws(PublishingError) -> Folder? {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if descriptor >= 0 { return Folder(descriptor: descriptor, path: path) }
    if errno == ENOENT { return nil }
    throw error(errno, path)
  }

  /// Opens a folder that is really one; nil where there is nothing. A link or a file in its place
  /// is an error.
  func openFolder(
    _ name: UnsafePointer<CChar>, in parent: borrowing Folder, shownAs path: String? = nil
  ) throws(PublishingError) -> Folder? {
    let descriptor = openat(parent.descriptor, name, Self.folderFlags)
    let code = errno
    let path = path ?? parent.path(of: name)
    if descriptor >= 0 { return Folder(descriptor: descriptor, path: path) }
    if code == ENOENT { return nil }
    switch try status(name, in: parent).map({ FileKind(mode: $0.st_mode) }) {
    case .link: throw .symlinkInOutput(path: path)
    case .file, .other: throw .foreignFileInTheWay(path: path)
    case .folder, nil: throw error(code, path)
    }
  }

  /// Opens a file that is really one; nil where there is nothing.
  func openFile(
    _ name: UnsafePointer<CChar>, in parent: borrowing Folder
  ) throws(PublishingError) -> OpenFile? {
    // Without O_NONBLOCK, opening a pipe that somebody put here would wait for ever.
    let flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC
    let descriptor = openat(parent.descriptor, name, flags)
    if descriptor >= 0 { return OpenFile(descriptor: descriptor, path: parent.path(of: name)) }
    switch errno {
    case ENOENT: return nil
    case ENXIO, ENODEV: throw .foreignFileInTheWay(path: parent.path(of: name))
    case let code: throw error(code, parent.path(of: name))
    }
  }

  /// What a name stands for, without following a link.
  func status(
    _ name: UnsafePointer<CChar>, in parent: borrowing Folder
  ) throws(PublishingError) -> stat? {
    var result = stat()
    if fstatat(parent.descriptor, name, &result, AT_SYMLINK_NOFOLLOW) == 0 { return result }
    if errno == ENOENT { return nil }
    throw error(errno, parent.path(of: name))
  }

  func kind(
    _ name: UnsafePointer<CChar>, in parent: borrowing Folder
  ) throws(PublishingError) -> FileKind? {
    try status(name, in: parent).map { FileKind(mode: $0.st_mode) }
  }

  func status(of folder: borrowing Folder) throws(PublishingError) -> stat {
    var result = stat()
    guard fstat(folder.descriptor, &result) == 0 else { throw error(errno, folder.path) }
    return result
  }

  /// Everything in a folder, in the system's order.
  func list(_ folder: borrowing Folder) throws(PublishingError) -> [FolderEntry] {
    var entries: [FolderEntry] = []
    try forEachEntry(of: folder) { entries.append($0) }
    return entries
  }

  /// Hands out everything in a folder, in the system's order, while nothing is changed in it.
  func forEachEntry(
    of folder: borrowing Folder, _ body: (FolderEntry) -> Void
  ) throws(PublishingError) {
    let descriptor = openat(folder.descriptor, ".", Self.folderFlags)
    guard descriptor >= 0 else { throw error(errno, folder.path) }
    guard let stream = fdopendir(descriptor) else {
      let code = errno
      close(descriptor)
      throw error(code, folder.path)
    }
    defer { closedir(stream) }
    while true {
      errno = 0
      guard let entry = readdir(stream) else {
        if errno != 0 { throw error(errno, folder.path) }
        return
      }
      let rawName = Self.name(of: entry)
      if rawName == Self.dot || rawName == Self.dotDot { continue }
      let kind: FileKind
      switch CInt(entry.pointee.d_type) {
      case CInt(DT_REG): kind = .file
      case CInt(DT_DIR): kind = .folder
      case CInt(DT_LNK): kind = .link
      case CInt(DT_UNKNOWN):
        guard let known = try self.kind(rawName, in: folder) else { continue }
        kind = known
      default: kind = .other
      }
      body(FolderEntry(rawName: rawName, kind: kind))
    }
  }

  private static let dot = Array(".".utf8CString)
  private static let dotDot = Array("..".utf8CString)

  private static func name(of entry: UnsafeMutablePointer<dirent>) -> [CChar] {
    let offset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0
    let start = UnsafeRawPointer(entry).advanced(by: offset).assumingMemoryBound(to: CChar.self)
    return Array(UnsafeBufferPointer(start: start, count: strlen(start) + 1))
  }
}
