import Foundation
import Loading

/// A walk through the folders below one, which can be divided among several.
struct FolderWalk: Sendable {
  /// The folders with regular files directly in them that were visited.
  private(set) var found: [FolderListing] = []

  private let folder: DiskFolder
  /// The paths of folders that are still to be visited.
  private var pending = [""]
  private var lists: Set<[String]> = []

  init(_ folder: DiskFolder) {
    self.folder = folder
  }

  /// What is left of this walk, as up to `count` walks that have found nothing yet.
  func split(_ count: Int) -> [FolderWalk] {
    let size = (pending.count + count - 1) / count
    return stride(from: 0, to: pending.count, by: max(size, 1)).map { start in
      var walk = FolderWalk(folder)
      walk.pending = Array(pending[start...].prefix(size))
      return walk
    }
  }

  /// Visits folders while there are any left, and as many as is wanted.
  mutating func run(
    while isWanted: (_ left: Int) -> Bool = { _ in true }
  ) throws(ContentFolderError) {
    while isWanted(pending.count), let path = pending.popLast() { try visit(path) }
  }

  private mutating func visit(_ path: String) throws(ContentFolderError) {
    var names: [String] = []
    for entry in try entries(of: path) {
      switch entry.kind {
      case .file: names.append(entry.name)
      // What is hidden is no content, and may be nobody's to read.
      case .folder where entry.name.hasPrefix("."): break
      case .folder: pending.append(path.isEmpty ? entry.name : path + "/" + entry.name)
      case .other: break
      }
    }
    if names.isEmpty { return }
    names.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    found.append(FolderListing(path: path, names: lists.insert(names).memberAfterInsert))
  }

  private enum Kind { case file, folder, other }

  private func entries(
    of path: String
  ) throws(ContentFolderError) -> [(name: String, kind: Kind)] {
    let full = path.isEmpty ? folder.name : folder.name + "/" + path
    guard let stream = opendir(full) else {
      throw ContentFolderError(path: full, reason: DiskFolder.reason(errno))
    }
    defer { closedir(stream) }
    var entries: [(name: String, kind: Kind)] = []
    while let entry = readdir(stream) {
      let read = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(validatingCString: $0) }
      }
      // A name that is no UTF-8 cannot be written in a message or an address, nor opened again.
      guard let name = read, name != ".", name != ".." else { continue }
      switch CInt(entry.pointee.d_type) {
      case CInt(DT_REG): entries.append((name, .file))
      case CInt(DT_DIR): entries.append((name, .folder))
      // Not every file system says it here.
      case CInt(DT_UNKNOWN): entries.append((name, try kind(of: full + "/" + name)))
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
      throw ContentFolderError(path: path, reason: DiskFolder.reason(errno))
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    default: return .other
    }
  }
}
