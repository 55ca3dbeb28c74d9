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
      name: name, folders: { try folders() }, read: { try contentBytes(of: $0) })
  }

  /// The folder with its files as they are: one that is too large is a failure and not cut short.
  var wholeFiles: ContentFolder {
    ContentFolder(name: name, folders: { try folders() }, read: { try bytes(of: $0) })
  }

  /// The relative paths of all regular files below, sorted by their bytes.
  func paths() throws(ContentFolderError) -> [String] {
    try folders().flatMap(\.paths).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// All folders with regular files directly in them. Links are not followed: what is published
  /// comes from the folder itself.
  func folders() throws(ContentFolderError) -> [FolderListing] {
    var found: [FolderListing] = []
    var lists: Set<[String]> = []
    var pending = [""]
    while let folder = pending.popLast() {
      var names: [String] = []
      for entry in try entries(of: folder) {
        switch entry.kind {
        case .file: names.append(entry.name)
        case .folder: pending.append(folder.isEmpty ? entry.name : folder + "/" + entry.name)
        case .other: break
        }
      }
      if names.isEmpty { continue }
      names.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      found.append(FolderListing(path: folder, names: lists.insert(names).memberAfterInsert))
    }
    return found
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
    var bytes: [UInt8] = []
    try InputFile(path, in: self).read(into: &bytes, limit: SourceText.maximumSize + 1)
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
  static func reason(_ code: Int32) -> String {
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
