import Loading
import Synchronization

/// The content folder as a worker's loader sees it: the files of one report at a time, and nothing
/// else, so that what a report depends on beyond them cannot go unnoticed.
///
/// Each file is read once; what is hashed is what is loaded, so a file that changes meanwhile cannot
/// make a page that the digest does not stand for.
final class ReportInputs: Sendable {
  private let folder: DiskFolder
  private let held = Mutex(Held())

  /// The files of a report. The memory serves one report after the other.
  fileprivate struct Held: Sendable {
    var report = ""
    /// What is hashed: of each file its name and its bytes, each behind its length.
    var bytes: [UInt8] = []
    /// Where each file's own bytes lie. Files of any size that a narrative may show, such as
    /// pictures, are only hashed: there lies their digest.
    var files: [String: (isText: Bool, place: Range<Int>, size: Int)] = [:]
  }

  /// The inputs of the reports in a content folder.
  init(_ folder: DiskFolder) {
    self.folder = folder
  }

  /// The files as a content folder.
  var content: ContentFolder {
    ContentFolder(
      name: folder.name, paths: { [] }, read: { try self.bytes(of: $0) },
      size: { path in try self.held.withLock { try $0.file(path, in: self.folder).size } })
  }

  /// Reads the files of `source`, which are at hand from now on, and gives the digest of their
  /// names and bytes.
  func read(_ source: ReportSource) throws -> Digest {
    try held.withLock { held in
      held.report = source.path
      held.bytes.removeAll(keepingCapacity: true)
      held.files.removeAll(keepingCapacity: true)
      held.append(source.path.utf8)
      let open = try OpenFolder(source.path, in: folder)
      for name in source.names {
        held.append(name.utf8)
        let isText = Self.isText(name)
        let start = held.beginPart()
        let file = try open.file(name)
        if isText {
          try file.read(into: &held.bytes, limit: SourceText.maximumSize + 1)
        } else {
          try held.bytes.append(contentsOf: file.digest().array)
        }
        held.endPart(start)
        held.files[name] = (isText, start..<held.bytes.count, file.size)
      }
      return Digest(of: held.bytes)
    }
  }

  /// The bytes of a file, by its path in the content folder.
  func bytes(of path: String) throws -> [UInt8] {
    try held.withLock { held in
      let file = try held.file(path, in: folder)
      if file.isText { return Array(held.bytes[file.place]) }
      let bytes = try folder.contentBytes(of: path)
      guard held.bytes[file.place].elementsEqual(Digest(of: bytes).array) else {
        throw ContentFolderError(
          path: folder.name + "/" + path, reason: "它在构建期间被改动，请重新构建")
      }
      return bytes
    }
  }

  /// In capitals, too: Excel has a way of writing `.CSV`.
  private static func isText(_ name: String) -> Bool {
    [".yml", ".yaml", ".md", ".csv"].contains { ending in
      name.utf8.count >= ending.utf8.count
        && zip(name.utf8.reversed(), ending.utf8.reversed()).allSatisfy { $0 | 0x20 == $1 }
    }
  }
}

extension ReportInputs.Held {
  /// What is held of the file at a path in the content folder.
  fileprivate func file(
    _ path: String, in folder: DiskFolder
  ) throws(ContentFolderError) -> (isText: Bool, place: Range<Int>, size: Int) {
    guard path.utf8.starts(with: report.utf8),
      let file = files[String(path.utf8.dropFirst(report.utf8.count + 1)) ?? ""]
    else {
      throw ContentFolderError(path: folder.name + "/" + path, reason: "没有这个文件或文件夹")
    }
    return file
  }

  fileprivate mutating func append(_ text: String.UTF8View) {
    let start = beginPart()
    bytes.append(contentsOf: text)
    endPart(start)
  }

  /// Leaves room for a part's length, and says where the part begins.
  fileprivate mutating func beginPart() -> Int {
    bytes.append(contentsOf: repeatElement(0, count: MemoryLayout<UInt64>.size))
    return bytes.count
  }

  /// Writes the length of the part that begins at `start` and ends here.
  fileprivate mutating func endPart(_ start: Int) {
    var length = UInt64(bytes.count - start)
    for index in (start - MemoryLayout<UInt64>.size)..<start {
      bytes[index] = UInt8(truncatingIfNeeded: length)
      length >>= 8
    }
  }
}
