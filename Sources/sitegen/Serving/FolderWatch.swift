import Foundation

/// Notices which files of a folder changed, by looking at all of them again.
///
/// Looking works wherever a folder lies. Notifications of the system (inotify) do not: none arrive
/// for what is changed from another machine on a network drive, or from Windows under WSL, which is
/// where a department's files are.
struct FolderWatch {
  /// What tells whether a file is still the same.
  private struct Stamp: Equatable {
    let size: Int64
    let inode: UInt64
    let seconds: Int
    let nanoseconds: Int
  }

  /// For how many looks a file's bytes are compared after it changed. Its time may be coarse (two
  /// seconds on a FAT drive), so that a second change leaves size and time as they are.
  private static let comparedLooks = 30

  private let folder: DiskFolder
  private var stamps: [String: Stamp] = [:]
  private var compared: [String: (bytes: [UInt8]?, looks: Int)] = [:]

  /// A watch that knows `folder` as it is now.
  init(_ folder: DiskFolder) {
    self.folder = folder
    stamps = current()
  }

  /// The relative paths of the files that changed, appeared or went since the last look.
  mutating func changes() -> Set<String> {
    let now = current()
    var changed: Set<String> = []
    for (path, stamp) in now where stamps[path] != stamp { changed.insert(path) }
    for path in stamps.keys where now[path] == nil { changed.insert(path) }
    stamps = now
    compareBytes(&changed)
    return changed
  }

  private mutating func compareBytes(_ changed: inout Set<String>) {
    for (path, known) in compared where !changed.contains(path) {
      let bytes = try? folder.bytes(of: path)
      if bytes != known.bytes {
        changed.insert(path)
      } else {
        compared[path] = known.looks > 1 ? (bytes, known.looks - 1) : nil
      }
    }
    for path in changed {
      compared[path] = (try? folder.bytes(of: path), Self.comparedLooks)
    }
  }

  /// A folder that cannot be read, perhaps for a moment, has no files.
  private func current() -> [String: Stamp] {
    var stamps: [String: Stamp] = [:]
    for path in (try? folder.paths()) ?? [] {
      var status = stat()
      guard lstat(folder.name + "/" + path, &status) == 0 else { continue }
      stamps[path] = Stamp(
        size: Int64(status.st_size), inode: UInt64(status.st_ino),
        seconds: status.st_mtim.tv_sec, nanoseconds: status.st_mtim.tv_nsec)
    }
    return stamps
  }
}
