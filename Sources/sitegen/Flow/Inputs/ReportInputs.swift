import Loading
import Synchronization

/// A report's files as one build sees them. Each is read once; what is hashed is what is loaded, so
/// a file that changes meanwhile cannot make a page that its digest does not stand for.
struct ReportInputs: Sendable {
  /// What the report is loaded from. Files of any size that a narrative may show, such as pictures,
  /// are only hashed.
  private let texts: [String: [UInt8]]
  private let others: [String: Digest]
  private let folder: DiskFolder
  /// The digest of the names and bytes of all files.
  let digest: Digest

  /// Reads the files of `source` out of the content folder.
  init(_ source: ReportSource, in folder: DiskFolder) throws {
    var texts: [String: [UInt8]] = [:]
    var others: [String: Digest] = [:]
    var digest = DigestBuilder()
    for path in source.files {
      digest.add(path)
      if Self.isText(path) {
        let bytes = try folder.contentBytes(of: path)
        digest.add(bytes)
        texts[path] = bytes
      } else {
        let other = try folder.digest(of: path)
        digest.add(other)
        others[path] = other
      }
    }
    self.texts = texts
    self.others = others
    self.folder = folder
    self.digest = digest.finish()
  }

  /// The bytes of one of the files.
  func bytes(of path: String) throws -> [UInt8] {
    if let bytes = texts[path] { return bytes }
    let bytes = try folder.bytes(of: path)
    guard others[path] == Digest(of: bytes) else {
      throw ContentFolderError(
        path: folder.name + "/" + path, reason: "它在构建期间被改动，请重新构建")
    }
    return bytes
  }

  private static func isText(_ path: String) -> Bool {
    [".yml", ".yaml", ".md", ".csv"].contains { path.hasSuffix($0) }
  }
}

/// The content folder of a loader that sees one report's files at a time, and nothing else: what a
/// report depends on beyond them cannot go unnoticed.
final class InputFolder: Sendable {
  private let inputs = Mutex<ReportInputs?>(nil)
  private let name: String

  init(name: String) {
    self.name = name
  }

  var content: ContentFolder {
    ContentFolder(name: name, paths: { [] }, read: { try self.bytes(of: $0) })
  }

  func show(_ inputs: ReportInputs?) {
    self.inputs.withLock { $0 = inputs }
  }

  private func bytes(of path: String) throws -> [UInt8] {
    guard let inputs = inputs.withLock({ $0 }) else {
      throw ContentFolderError(path: name + "/" + path, reason: "没有这个文件或文件夹")
    }
    return try inputs.bytes(of: path)
  }
}
