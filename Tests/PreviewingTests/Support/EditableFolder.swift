import Foundation
import Loading
import Synchronization

/// A folder in memory that a test edits, and that remembers what was read of it.
final class EditableFolder: Sendable {
  private struct State {
    var files: [String: [UInt8]] = [:]
    var read: Set<String> = []
    var isUnreadable = false
  }

  private let name: String
  private let state: Mutex<State>

  /// A copy of the folder at `url`, under the name `name`.
  init(_ name: String, copying url: URL) throws {
    self.name = name
    var files: [String: [UInt8]] = [:]
    let prefix = url.resolvingSymlinksInPath().path + "/"
    let found = FileManager.default.enumerator(
      at: url, includingPropertiesForKeys: [.isRegularFileKey])
    for case let file as URL in found ?? FileManager.DirectoryEnumerator() {
      guard try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else {
        continue
      }
      let path = file.resolvingSymlinksInPath().path
      files[String(path.dropFirst(prefix.count))] = Array(try Data(contentsOf: file))
    }
    state = Mutex(State(files: files))
  }

  /// The folder as the stages see it.
  var folder: ContentFolder {
    ContentFolder(
      name: name,
      paths: { [self] in
        try state.withLock { state in
          if state.isUnreadable { throw ContentFolderError(path: name, reason: "没有权限") }
          return state.files.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        }
      },
      read: { [self] path in
        try state.withLock { state in
          state.read.insert(path)
          guard !state.isUnreadable, let bytes = state.files[path] else {
            throw ContentFolderError(path: name + "/" + path, reason: "没有这个文件或文件夹")
          }
          return bytes
        }
      })
  }

  var paths: [String] { state.withLock { $0.files.keys.sorted() } }
  var read: Set<String> { state.withLock(\.read) }

  func text(_ path: String) -> String {
    state.withLock { String(decoding: $0.files[path] ?? [], as: UTF8.self) }
  }

  func set(_ path: String, _ text: String?) {
    state.withLock { $0.files[path] = text.map { Array($0.utf8) } }
  }

  func set(_ path: String, bytes: [UInt8]) { state.withLock { $0.files[path] = bytes } }

  func replace(_ path: String, _ old: String, _ new: String) throws {
    let text = text(path)
    guard let range = text.firstRange(of: old) else { throw NotThere(text: old) }
    set(path, text.replacingCharacters(in: range, with: new))
  }

  func setUnreadable(_ isUnreadable: Bool) {
    state.withLock { $0.isUnreadable = isUnreadable }
  }

  struct NotThere: Error { let text: String }
}
