import Budget
import Foundation
import Loading

extension ContentFolder {
  /// A folder that exists in memory only.
  static func inMemory(_ files: [String: [UInt8]]) -> ContentFolder {
    ContentFolder(name: "Content") {
      files.keys.sorted()
    } read: { path in
      guard let bytes = files[path] else {
        throw ContentFolderError(path: path, reason: "不存在")
      }
      return bytes
    }
  }

  /// A folder that exists in memory only.
  static func inMemory(_ files: [String: String]) -> ContentFolder {
    inMemory(files.mapValues { Array($0.utf8) })
  }

  /// All reports, as far as they can be read, and what is wrong with them and with what they share.
  func loaded() throws -> (reports: [Report], findings: [Finding]) {
    let index = try ContentIndex.scan(self)
    var loader = index.reportLoader()
    var findings = index.findings
    var reports: [Report] = []
    for source in index.reports {
      let (report, found) = try loader.load(source)
      findings += found
      if let report { reports.append(report) }
    }
    return (reports, findings.inReadingOrder())
  }

  /// A folder on disk.
  static func onDisk(_ folder: URL, name: String) -> ContentFolder {
    ContentFolder(name: name) {
      let files = FileManager.default.enumerator(
        at: folder, includingPropertiesForKeys: [.isRegularFileKey])
      var paths: [String] = []
      for case let file as URL in files ?? FileManager.DirectoryEnumerator() {
        guard try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else {
          continue
        }
        paths.append(String(file.path.dropFirst(folder.path.count + 1)))
      }
      return paths.sorted()
    } read: { path in
      [UInt8](try Data(contentsOf: folder.appending(path: path)))
    }
  }
}

extension Finding {
  /// `file:line:column rule`, as the corpus of invalid content notes it.
  var summary: String { "\(position.file):\(position.line):\(position.column) \(rule)" }

  /// `line:column rule`, where the file is clear.
  var place: String { "\(position.line):\(position.column) \(rule)" }
}

/// The root of the package.
let packageFolder = URL(filePath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()
