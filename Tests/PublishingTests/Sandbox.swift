import Foundation

@testable import Publishing

/// A temporary folder with an output folder in it, looked at with Foundation and not with the code
/// under test.
final class Sandbox: Sendable {
  let base: String
  var output: String { base + "/public" }

  init() throws {
    base = NSTemporaryDirectory() + "sitegen-publishing-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: base, withIntermediateDirectories: true)
  }

  deinit {
    let folders = (try? FileManager.default.subpathsOfDirectory(atPath: base)) ?? []
    for path in folders.sorted(by: >) { chmod(base + "/" + path, 0o700) }
    try? FileManager.default.removeItem(atPath: base)
  }

  /// Puts a file into the output as somebody else would.
  func put(_ text: String, at path: String) throws {
    let full = URL(fileURLWithPath: output + "/" + path)
    try FileManager.default.createDirectory(
      at: full.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: full)
  }

  func text(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: output + "/" + path)), as: UTF8.self)
  }

  func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(output + "/" + path, &status) == 0
  }

  /// Everything in the output but `.sitegen`: files with their text, links with `-> target`.
  func site() throws -> [String: String] {
    var result: [String: String] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: output) {
      if path == ".sitegen" || path.hasPrefix(".sitegen/") { continue }
      let full = output + "/" + path
      switch try FileManager.default.attributesOfItem(atPath: full)[.type] as? FileAttributeType {
      case .typeRegular: result[path] = try text(path)
      case .typeSymbolicLink:
        result[path] = "-> " + (try FileManager.default.destinationOfSymbolicLink(atPath: full))
      case .typeDirectory: break
      default: result[path] = "special"
      }
    }
    return result
  }

  /// The files of the site below a folder, without that folder's name.
  func report(_ folder: String) throws -> [String: String] {
    var result: [String: String] = [:]
    for (path, text) in try site() where path.hasPrefix(folder + "/") {
      result[String(path.dropFirst(folder.count + 1))] = text
    }
    return result
  }

  func staged() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: output + "/.sitegen/staging")
  }

  /// Inode, modification time in nanoseconds and mode.
  func stamp(_ path: String) throws -> [Int] {
    var status = stat()
    guard lstat(output + "/" + path, &status) == 0 else { throw CocoaError(.fileNoSuchFile) }
    return [
      Int(status.st_ino), status.st_mtim.tv_sec, status.st_mtim.tv_nsec, Int(status.st_mode),
    ]
  }

  /// Opens, publishes these reports and site files, and finishes.
  @discardableResult
  func build(
    _ reports: [String: [String: String]], site: [String: String] = [:], disk: Disk = Disk()
  ) throws -> PublishSummary {
    let publisher = try Publisher(open: output, disk: disk)
    for (folder, files) in reports.sorted(by: { $0.key < $1.key }) {
      try publisher.publish(folder: folder, files: outputFiles(files))
    }
    try publisher.publish(siteFiles: outputFiles(site))
    return try publisher.finish()
  }
}

extension Publisher {
  /// Stages one report and swaps it in at once.
  func publish(folder: String, files: [OutputFile]) throws(PublishingError) {
    do throws(PublishingError) {
      try stage(folder: folder, files: files)
      try beginSwapping()
    } catch {
      if !isNew { try? discard() }
      throw error
    }
    try swap(folder: folder)
  }

  /// Stages files of the site and puts them into place at once.
  func publish(siteFiles files: [OutputFile]) throws(PublishingError) {
    try stage(siteFiles: files, .beforeReports)
    try beginSwapping()
  }
}

func outputFiles(_ files: [String: String]) -> [OutputFile] {
  files.sorted { $0.key < $1.key }.map { OutputFile(path: $0.key, bytes: Array($0.value.utf8)) }
}

/// The error that a piece of work ends with.
func failure(of work: () throws -> Void) -> PublishingError? {
  do {
    try work()
    return nil
  } catch {
    return error as? PublishingError
  }
}

extension PathLines: ExpressibleByArrayLiteral {
  /// These paths.
  public init(arrayLiteral paths: String...) {
    self.init()
    for path in paths { append(path) }
  }
}
