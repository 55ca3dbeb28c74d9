import Dispatch
import Foundation
import Loading
import Publishing
import Synchronization

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
      name: name, folders: { try folders() }, read: { try contentBytes(of: $0) },
      size: { try InputFile($0, in: self).size })
  }

  /// The folder with its files as they are: one that is too large is a failure and not cut short.
  var wholeFiles: ContentFolder {
    ContentFolder(name: name, folders: { try folders() }, read: { try bytes(of: $0) })
  }

  /// The relative paths of all regular files below, sorted by their bytes.
  func paths() throws(ContentFolderError) -> [String] {
    try folders().flatMap(\.paths).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// All folders with regular files directly in them, in no particular order. Links are not
  /// followed: what is published comes from the folder itself.
  func folders() throws(ContentFolderError) -> [FolderListing] {
    var walk = FolderWalk(self)
    try walk.run(while: { $0 < 64 })
    // The system, which takes most of the time, can be asked by several at once. In small shares,
    // since a core may be busy with something else.
    let shares = walk.split(16 * ProcessInfo.processInfo.activeProcessorCount)
    let walks = Mutex([walk.found])
    let failure = Mutex<ContentFolderError?>(nil)
    DispatchQueue.concurrentPerform(iterations: shares.count) { number in
      do throws(ContentFolderError) {
        var walk = shares[number]
        try walk.run()
        walks.withLock { $0.append(walk.found) }
      } catch {
        failure.withLock { $0 = $0 ?? error }
      }
    }
    if let failure = failure.withLock({ $0 }) { throw failure }
    return walks.withLock { $0.flatMap(\.self) }
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
    try bytes(of: path, atMost: SourceText.maximumSize + 1)
  }

  /// The first bytes of a file below, which has to be a regular one, however long it is or grows.
  func bytes(of path: String, atMost limit: Int) throws(ContentFolderError) -> [UInt8] {
    var bytes: [UInt8] = []
    try InputFile(path, in: self).read(into: &bytes, limit: limit)
    return bytes
  }

  /// Replaces a file below, wholly or not at all.
  func write(_ bytes: [UInt8], to path: String) throws(ContentFolderError) {
    let full = name + "/" + path
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: full), options: .atomic)
    } catch {
      throw ContentFolderError(.writing, path: full, reason: Self.reason(error))
    }
  }

  /// Why Foundation could not write a file.
  static func reason(_ error: any Error) -> String {
    let error = error as NSError
    // Foundation itself names few reasons, and those in English.
    if let code = (error.userInfo[NSUnderlyingErrorKey] as? POSIXError)?.code {
      return SystemReason.words(code.rawValue)
    }
    switch (error as? CocoaError)?.code {
    case .fileWriteNoPermission: return SystemReason.words(EACCES)
    case .fileNoSuchFile: return SystemReason.words(ENOENT)
    case .fileWriteOutOfSpace: return SystemReason.words(ENOSPC)
    default: return error.localizedDescription
    }
  }
}
