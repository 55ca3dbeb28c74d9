import Foundation
import Loading

/// A folder on disk as the stages see it: relative paths and bytes.
struct DiskFolder: Sendable {
  /// The folder as the user named it.
  let name: String

  /// The folder as content.
  var content: ContentFolder {
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

  /// The bytes of a file below.
  func bytes(of path: String) throws(ContentFolderError) -> [UInt8] {
    let full = name + "/" + path
    let file = open(full, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw ContentFolderError(path: full, reason: Self.reason(errno)) }
    defer { close(file) }
    var status = stat()
    // One byte more than there are, so that the end is met without asking again.
    let size = fstat(file, &status) == 0 ? max(0, Int(status.st_size)) + 1 : 65_536
    var bytes: [UInt8] = []
    while true {
      let part = try Self.part(of: file, atMost: size, path: full)
      bytes = bytes.isEmpty ? part : bytes + part
      if part.count < size { return bytes }
    }
  }

  /// Reads up to `count` bytes; fewer only at the file's end.
  private static func part(
    of file: Int32, atMost count: Int, path: String
  ) throws(ContentFolderError) -> [UInt8] {
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count, let rest = buffer.baseAddress.map({ $0 + filled }) {
        let result = read(file, rest, count - filled)
        if result < 0, errno == EINTR { continue }
        if result < 0 { failure = errno }
        guard result > 0 else { return }
        filled += result
      }
    }
    guard failure == 0 else { throw ContentFolderError(path: path, reason: reason(failure)) }
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
      entries.append((entryName, kind(of: full + "/" + entryName)))
    }
    return entries
  }

  private func kind(of path: String) -> Kind {
    var status = stat()
    guard lstat(path, &status) == 0 else { return .other }
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
    default: String(cString: strerror(code))
    }
  }
}
