import Budget
import Foundation

/// The program `git`, for reading what a repository holds. Nothing is passed through a shell, and
/// names of files are only ever read, never given.
struct GitProgram: Sendable {
  private let path: String

  /// The program if it is installed.
  static func installed() -> GitProgram? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin")
      .split(separator: ":")
    return folders.lazy.map { $0 + "/git" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
      .map { GitProgram(path: $0) }
  }

  /// The id of the object that `name` means in the repository of a folder.
  func object(_ name: String, in folder: String) -> String? {
    guard let bytes = output(["rev-parse", "--verify", "--quiet", name], in: folder) else {
      return nil
    }
    let id = String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .newlines)
    return id.utf8.allSatisfy(Self.isHexadecimal) && !id.isEmpty ? id : nil
  }

  /// The regular files below a tree, with the ids of their contents; links are left out, and names
  /// that are no UTF-8, which no page has. To git, as to the disk, a name is its bytes.
  func files(of tree: String, in folder: String) -> [ExactText: String]? {
    guard let bytes = output(["ls-tree", "-r", "-z", "--full-tree", tree], in: folder) else {
      return nil
    }
    var files: [ExactText: String] = [:]
    for entry in bytes.split(separator: 0) {
      // <mode> SP <type> SP <object> TAB <path>
      guard let tab = entry.firstIndex(of: 0x09),
        let path = String(validating: entry[(tab + 1)...], as: UTF8.self)
      else { continue }
      let head = String(decoding: entry[..<tab], as: UTF8.self).split(separator: " ")
      guard head.count == 3, head[0].hasPrefix("100") else { continue }
      files[ExactText(path)] = String(head[2])
    }
    return files
  }

  /// A process that gives contents by their ids.
  func objects(in folder: String) throws -> GitObjects {
    try GitObjects(process(["cat-file", "--batch"], in: folder))
  }

  private func output(_ arguments: [String], in folder: String) -> Data? {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder),
      isFolder.boolValue
    else { return nil }
    let process = process(arguments, in: folder)
    let pipe = Pipe()
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = pipe
    guard (try? process.run()) != nil else { return nil }
    let data = try? pipe.fileHandleForReading.readToEnd()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? data ?? Data() : nil
  }

  private func process(_ arguments: [String], in folder: String) -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = ["--no-pager", "--no-replace-objects"] + arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1"]) { _, own in own }
    process.standardError = FileHandle.nullDevice
    return process
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
  }
}

/// `git cat-file --batch`: one question, one answer, in turn.
final class GitObjects: @unchecked Sendable {
  private let process: Process
  private let questions = Pipe()
  private let answers = Pipe()
  /// One reader at a time.
  private let lock = NSLock()
  private var pending = Data()

  init(_ process: Process) throws {
    self.process = process
    process.standardInput = questions
    process.standardOutput = answers
    try process.run()
  }

  deinit {
    try? questions.fileHandleForWriting.close()
    process.waitUntilExit()
  }

  /// The content of an object; `nil` if there is none, or it is larger than `limit`.
  func read(_ id: String, limit: Int) throws -> [UInt8]? {
    lock.lock()
    defer { lock.unlock() }
    try questions.fileHandleForWriting.write(contentsOf: Data((id + "\n").utf8))
    // <object> SP <type> SP <size> LF, or <object> SP missing LF
    while !pending.contains(0x0A) { guard more() else { return nil } }
    let end = pending.firstIndex(of: 0x0A) ?? pending.endIndex
    let head = String(decoding: pending[..<end], as: UTF8.self).split(separator: " ")
    pending = Data(pending[(end + 1)...])
    guard head.count == 3, head[1] == "blob", let size = Int(head[2]), size <= limit else {
      return nil
    }
    while pending.count <= size { guard more() else { return nil } }
    let content = Array(pending.prefix(size))
    pending = Data(pending.dropFirst(size + 1))
    return content
  }

  private func more() -> Bool {
    // What is there, at once: the other readers wait for as much as they ask for.
    let data = answers.fileHandleForReading.availableData
    guard !data.isEmpty else { return false }
    pending.append(data)
    return true
  }
}
