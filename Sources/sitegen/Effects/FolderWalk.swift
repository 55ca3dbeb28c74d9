import Foundation
import Loading
import Publishing

/// A walk through the folders below one, which can be divided among several.
struct FolderWalk: Sendable {
  /// The folders with anything but folders directly in them that were visited.
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
    var unread: [FolderListing.Unread] = []
    for entry in try entries(of: path) {
      switch entry {
      case .file(let name): names.append(name)
      // What is hidden is no content, and may be nobody's to read.
      case .folder(let name) where name.hasPrefix("."): break
      case .folder(let name): pending.append(path.isEmpty ? name : path + "/" + name)
      case .unread(let entry): unread.append(entry)
      }
    }
    if names.isEmpty, unread.isEmpty { return }
    names.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    found.append(
      FolderListing(path: path, names: lists.insert(names).memberAfterInsert, unread: unread))
  }

  private enum Entry {
    case file(String)
    case folder(String)
    case unread(FolderListing.Unread)
  }

  private func entries(of path: String) throws(ContentFolderError) -> [Entry] {
    let full = path.isEmpty ? folder.name : folder.name + "/" + path
    guard let stream = opendir(full) else {
      throw ContentFolderError(path: full, reason: SystemReason.words(errno))
    }
    defer { closedir(stream) }
    var entries: [Entry] = []
    while let entry = readdir(stream) {
      let (name, bytes) = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { start in
          let name = String(validatingCString: start)
          let raw = name == nil ? UnsafeRawBufferPointer(start: start, count: strlen(start)) : nil
          return (name, raw.map(Array.init) ?? [])
        }
      }
      guard let name else {
        if bytes.first != UInt8(ascii: ".") { entries.append(.unread(.misnamed(bytes))) }
        continue
      }
      if name == "." || name == ".." { continue }
      switch CInt(entry.pointee.d_type) {
      case CInt(DT_REG): entries.append(.file(name))
      case CInt(DT_DIR): entries.append(.folder(name))
      // Not every file system says it here.
      case CInt(DT_UNKNOWN):
        if let entry = try self.entry(name, at: full + "/" + name) { entries.append(entry) }
      default: entries.append(.unread(.irregular(name)))
      }
    }
    return entries
  }

  /// What stands at a path; `nil` if it has vanished meanwhile.
  private func entry(_ name: String, at path: String) throws(ContentFolderError) -> Entry? {
    var status = stat()
    guard lstat(path, &status) == 0 else {
      // Anything else must not be left out unsaid.
      if errno == ENOENT { return nil }
      throw ContentFolderError(path: path, reason: SystemReason.words(errno))
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file(name)
    case S_IFDIR: return .folder(name)
    default: return .unread(.irregular(name))
    }
  }
}
