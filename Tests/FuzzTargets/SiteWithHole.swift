import Budget
import Checking
import Foundation
import Loading
import Rendering
import Synchronization

/// A small site in memory in which one file's bytes are not those on disk.
final class SiteWithHole: Sendable {
  /// A site with tables of all layouts.
  static let whole = Result { try SiteWithHole("whole") }
  /// As little as a report needs.
  static let bare = Result { try SiteWithHole("bare") }

  /// The file that is not what it is on disk. One input is looked at at a time.
  private final class Hole: Sendable {
    let content = Mutex<(path: String, bytes: [UInt8])>(("", []))
  }

  private let hole = Hole()
  private let turn = Mutex(())
  private let files: [String: [UInt8]]
  private let templates: TemplateSet?
  private let index: ContentIndex
  /// It has filled in the form set already.
  private let loader: ReportLoader
  /// The report as it is on disk.
  let report: Report

  private init(_ name: String) throws {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    files = try Self.files(below: tests.appending(path: "Fuzzing/Sites/\(name)"))
    let sources = try Self.files(
      below: tests.deletingLastPathComponent().appending(path: "Templates"))
    var texts: [String: String] = [:]
    for (path, bytes) in sources where path.hasSuffix(".mustache") {
      texts[String(path.dropLast(".mustache".count))] = String(decoding: bytes, as: UTF8.self)
    }
    let assets = Set(sources.keys.filter { $0.hasPrefix("assets/") })
    templates = TemplateSet.read(texts, assets: assets, folder: "Templates").set
    let paths = files.keys.sorted()
    index = try ContentIndex.scan(Self.folder(listing: paths, files, hole))
    var loader = index.reportLoader()
    guard let source = index.reports.first, let report = try loader.load(source).report else {
      throw BrokenPromise(description: "the site on disk has no report")
    }
    self.report = report
    self.loader = loader
  }

  private static func folder(
    listing paths: [String], _ files: [String: [UInt8]], _ hole: Hole
  ) -> ContentFolder {
    ContentFolder(name: "Content") {
      paths
    } read: { path in
      let (holePath, bytes) = hole.content.withLock { $0 }
      return path == holePath ? bytes : files[path] ?? []
    }
  }

  private static func files(below folder: URL) throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
      let file = folder.appending(path: path)
      if file.hasDirectoryPath { continue }
      files[path] = (try? Data(contentsOf: file)).map { [UInt8]($0) }
    }
    return files
  }

  /// Loads `bytes` as the file at `path`, with as little around it as it needs.
  func load(_ bytes: [UInt8], as path: String) throws {
    var findings: [Finding] = []
    if path.hasPrefix("2021/") {
      findings = try loaded(bytes, as: path).findings
    } else {
      try turn.withLock { _ in
        hole.content.withLock { $0 = (path, bytes) }
        findings = try ContentIndex.scan(Self.folder(listing: [path], files, hole)).findings
      }
    }
    try Places.hold(findings, of: bytes, in: "Content/" + path)
  }

  /// Loads the site with `bytes` as the file at `path`, and does all that follows from it.
  func publish(_ bytes: [UInt8], as path: String) throws {
    let first = try loaded(bytes, as: path)
    let second = try loaded(bytes, as: path)
    try promise(first.findings == second.findings, "loaded twice, the findings differ")
    try Places.hold(first.findings, of: bytes, in: "Content/" + path)
    guard let report = first.report, let again = second.report else { return }
    let verification = try verify(report, again, strict: first.site.strict)
    try Places.hold(verification.findings, of: bytes, in: "Content/" + path)
    _ = Checker.proposals(for: report)
    let isPublishable = !(first.findings + verification.findings).contains {
      $0.severity == .error
    }
    if isPublishable { try render(first.site, report, verification) }
  }

  /// Checks a report, and the same report loaded a second time.
  func verify(_ report: Report, _ again: Report, strict: Bool = false) throws -> Verification {
    let verification = Checker.verify(report, strict: strict)
    let other = Checker.verify(again, strict: strict)
    try promise(verification.findings == other.findings, "checked twice, the findings differ")
    return verification
  }

  /// Renders every page of the report, and the lists of the site.
  func render(_ site: Site, _ report: Report, _ verification: Verification) throws {
    guard let templates else {
      throw BrokenPromise(description: "the templates on disk are not valid")
    }
    let renderer = SiteRenderer(site: site, templates: templates)
    let files =
      try renderer.files(of: report, verification)
      + renderer.siteFiles(for: [ReportSummary(report)])
    for file in files where !file.path.hasSuffix(".xlsx") {
      let isText = String(validating: file.bytes, as: UTF8.self) != nil
      try promise(isText, "\(file.path) is not UTF-8")
    }
  }

  private func loaded(
    _ bytes: [UInt8], as path: String
  ) throws -> (site: Site, report: Report?, findings: [Finding]) {
    try turn.withLock { _ in
      hole.content.withLock { $0 = (path, bytes) }
      var index = index
      var loader = loader
      // The index reads nothing of the reports.
      if !path.hasPrefix("2021/") {
        let paths = Set(files.keys).union([path]).sorted()
        index = try ContentIndex.scan(Self.folder(listing: paths, files, hole))
        loader = index.reportLoader()
      }
      guard let source = index.reports.first else { return (index.site, nil, index.findings) }
      let (report, findings) = try loader.load(source)
      return (index.site, report, index.findings + findings)
    }
  }
}
