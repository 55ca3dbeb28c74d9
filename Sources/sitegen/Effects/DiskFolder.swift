import Foundation
import Loading

/// A folder on disk as the stages see it: relative paths and bytes.
struct DiskFolder: Sendable {
  /// The folder as the user named it.
  let name: String

  /// The folder as content.
  var content: ContentFolder {
    ContentFolder(
      name: name, paths: { try paths() },
      read: { try beginning(of: $0, limit: SourceText.maximumSize + 1) })
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
  /// ``SourceText/maximumSize`` bytes.
  func bytes(of path: String) throws(ContentFolderError) -> [UInt8] {
    let bytes = try beginning(of: path, limit: SourceText.maximumSize + 1)
    guard bytes.count <= SourceText.maximumSize else {
      throw ContentFolderError(
        path: name + "/" + path, reason: "文件超过上限 \(SourceText.maximumSize >> 20) MB")
    }
    return bytes
  }

  /// The first bytes of a regular file below, at most `limit` of them, however long the file is or
  /// grows.
  private func beginning(of path: String, limit: Int) throws(ContentFolderError) -> [UInt8] {
    let full = name + "/" + path
    // What was a file when the folder was listed may be a pipe by now, on which opening would wait.
    let file = open(full, O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC)
    guard file >= 0 else { throw ContentFolderError(path: full, reason: Self.reason(errno)) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else {
      throw ContentFolderError(path: full, reason: Self.reason(errno))
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw ContentFolderError(path: full, reason: "它不是普通的文件")
    }
    var failure: Int32 = 0
    // One byte more than there should be, so that the end is met in the first round.
    let capacity = min(limit, max(0, Int(status.st_size)) + 1)
    let bytes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      while count < capacity {
        let got = read(file, buffer.baseAddress?.advanced(by: count), capacity - count)
        if got < 0, errno == EINTR { continue }
        if got < 0 { failure = errno }
        guard got > 0 else { break }
        count += got
      }
    }
    guard failure == 0 else { throw ContentFolderError(path: full, reason: Self.reason(failure)) }
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
      guard entryName != ".", entryName != ".." else { continue }
      entries.append((entryName, try kind(of: full + "/" + entryName)))
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
