import Foundation
import Loading

/// A folder on disk as the stages see it: relative paths and bytes.
struct DiskFolder: Sendable {
  /// The folder as the user named it.
  let name: String

  /// Whether there is such a folder.
  var exists: Bool {
    var status = stat()
    return stat(name, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The folder as content.
  var content: ContentFolder {
    ContentFolder(
      name: name, paths: { try paths() },
      read: { try contentBytes(of: $0) })
  }

  /// The folder with its files as they are: one that is too large is a failure and not cut short.
  var wholeFiles: ContentFolder {
    ContentFolder(name: name, paths: { try paths() }, read: { try bytes(of: $0) })
  }

  /// The relative paths of all regular files below, sorted. Links are not followed: what is
  /// published comes from the folder itself.
  func paths() throws(ContentFolderError) -> [String] {
    var found: [String] = []
    var pending = [""]
    while let folder = pending.popLast() {
      for entry in try entries(of: folder) {
        let path = folder.isEmpty ? entry.name : folder + "/" + entry.name
        switch entry.kind {
        case .file: found.append(path)
        case .folder: pending.append(path)
        case .other: break
        }
      }
    }
    // By bytes, so that no locale has a say.
    return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The bytes of a file below, which has to be a regular one of at most
  /// ``SourceText/maximumSize`` bytes. A link is none, even one put there a moment ago.
  func bytes(of path: String) throws(ContentFolderError) -> [UInt8] {
    let bytes = try contentBytes(of: path)
    guard bytes.count <= SourceText.maximumSize else {
      throw ContentFolderError(
        path: name + "/" + path, reason: "文件超过上限 \(SourceText.maximumSize >> 20) MB")
    }
    return bytes
  }

  /// The bytes of a file of the content, one more than it may have at most: loading says what is
  /// too large.
  func contentBytes(of path: String) throws(ContentFolderError) -> [UInt8] {
    try beginning(of: path, limit: SourceText.maximumSize + 1)
  }

  /// The first bytes of a regular file below, at most `limit` of them, however long the file is or
  /// grows.
  private func beginning(of path: String, limit: Int) throws(ContentFolderError) -> [UInt8] {
    try reading(path, flags: O_NOFOLLOW) { descriptor, size throws(ContentFolderError) in
      var bytes: [UInt8] = []
      // One byte more than there should be, to see the end in one call.
      var room = min(limit, size + 1)
      while room > 0 {
        let part = try read(descriptor, atMost: room, of: path)
        if bytes.isEmpty { bytes = part } else { bytes += part }
        if part.count < room { break }
        room = min(limit - bytes.count, Self.piece)
      }
      return bytes
    }
  }

  /// The digest of a file below, which may be of any size.
  func digest(of path: String) throws(ContentFolderError) -> Digest {
    try reading(path, flags: O_NOFOLLOW, digest)
  }

  /// The digest of the file that a link below leads to.
  func digest(ofLinked path: String) throws(ContentFolderError) -> Digest {
    try reading(path, flags: 0, digest)
  }

  private static let piece = 1 << 20

  private func digest(_ descriptor: CInt, size: Int) throws(ContentFolderError) -> Digest {
    var digest = DigestBuilder()
    while true {
      let part = try read(descriptor, atMost: min(Self.piece, size + 1), of: "")
      if part.isEmpty { return digest.finish() }
      digest.addRaw(part)
    }
  }

  private func reading<Result>(
    _ path: String, flags: CInt,
    _ body: (_ descriptor: CInt, _ size: Int) throws(ContentFolderError) -> Result
  ) throws(ContentFolderError) -> Result {
    let full = name + "/" + path
    // Without O_NONBLOCK, a pipe put in a file's place would be waited for.
    let descriptor = open(full, O_RDONLY | O_CLOEXEC | O_NONBLOCK | flags)
    guard descriptor >= 0 else {
      throw ContentFolderError(path: full, reason: Self.reason(errno))
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw ContentFolderError(path: full, reason: Self.reason(errno))
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw ContentFolderError(path: full, reason: "它不是普通的文件")
    }
    return try body(descriptor, Int(status.st_size))
  }

  private func read(
    _ descriptor: CInt, atMost count: Int, of path: String
  ) throws(ContentFolderError) -> [UInt8] {
    var code: CInt = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      // A signal may cut a read short; only nothing is the end.
      while filled < count {
        let start = buffer.baseAddress.map { $0 + filled }
        let result = Foundation.read(descriptor, start, count - filled)
        if result < 0 && errno == EINTR { continue }
        if result < 0 { code = errno }
        if result <= 0 { break }
        filled += result
      }
    }
    if code != 0 { throw ContentFolderError(path: name + "/" + path, reason: Self.reason(code)) }
    return bytes
  }

  /// Replaces a file below, wholly or not at all.
  func write(_ bytes: [UInt8], to path: String) throws(ContentFolderError) {
    let full = name + "/" + path
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: full), options: .atomic)
    } catch {
      throw ContentFolderError(path: full, reason: Self.reason(error))
    }
  }

  private enum Kind { case file, folder, other }

  private func entries(
    of folder: String
  ) throws(ContentFolderError) -> [(name: String, kind: Kind)] {
    let full = folder.isEmpty ? name : name + "/" + folder
    guard let stream = opendir(full) else {
      throw ContentFolderError(path: full, reason: Self.reason(errno))
    }
    defer { closedir(stream) }
    var entries: [(name: String, kind: Kind)] = []
    while let entry = readdir(stream) {
      let entryName = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      // A name that is no UTF-8 cannot be written in a message or an address, nor opened again.
      guard entryName != ".", entryName != "..", !entryName.unicodeScalars.contains("\u{FFFD}")
      else { continue }
      switch CInt(entry.pointee.d_type) {
      case CInt(DT_REG): entries.append((entryName, .file))
      case CInt(DT_DIR): entries.append((entryName, .folder))
      // Not every file system says it here.
      case CInt(DT_UNKNOWN): entries.append((entryName, try kind(of: full + "/" + entryName)))
      default: break
      }
    }
    return entries
  }

  private func kind(of path: String) throws(ContentFolderError) -> Kind {
    var status = stat()
    guard lstat(path, &status) == 0 else {
      // What has vanished meanwhile is not there; anything else must not be left out unsaid.
      if errno == ENOENT { return .other }
      throw ContentFolderError(path: path, reason: Self.reason(errno))
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    default: return .other
    }
  }

  private static func reason(_ error: any Error) -> String {
    let error = error as NSError
    let underlying = error.userInfo[NSUnderlyingErrorKey] as? NSError
    switch (error as? CocoaError)?.code {
    case .fileReadNoPermission, .fileWriteNoPermission: return reason(EACCES)
    case .fileReadNoSuchFile, .fileNoSuchFile: return reason(ENOENT)
    case .fileWriteOutOfSpace: return reason(ENOSPC)
    default: break
    }
    guard let underlying, underlying.domain == NSPOSIXErrorDomain else {
      return error.localizedDescription
    }
    return reason(Int32(underlying.code))
  }

  /// What went wrong, in Chinese where it is common.
  private static func reason(_ code: Int32) -> String {
    switch code {
    case ENOENT: "没有这个文件或文件夹"
    case ENOTDIR: "它不是文件夹"
    case EACCES, EPERM: "没有权限"
    case ENOSPC: "磁盘已满"
    case ELOOP: "它是符号链接"
    case ENAMETOOLONG: "文件夹套得太深，或名称太长"
    case EISDIR: "它是文件夹"
    case EIO: "磁盘读写出错"
    default: String(cString: strerror(code))
    }
  }
}
