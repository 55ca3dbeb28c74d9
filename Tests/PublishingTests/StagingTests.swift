import Foundation
import Testing

@testable import Publishing

@Suite struct StagingTests {
  let sandbox: Sandbox
  let report = ["index.html": "x", "a.html": "a"]

  init() throws { sandbox = try Sandbox() }

  @Test func nothingOfTheSiteChangesBeforeTheSwap() throws {
    try sandbox.build(["2020": report, "2021": report], site: ["index.html": "i"])
    let before = try sandbox.site()
    let publisher = try Publisher(open: sandbox.output)
    try publisher.stage(folder: "2021", files: outputFiles(["index.html": "y"]))
    try publisher.stage(folder: "2022", files: outputFiles(report))
    try publisher.stage(siteFiles: outputFiles(["index.html": "j"]), .afterReports)
    #expect(try sandbox.site() == before)
    try publisher.discard()
    #expect(try sandbox.site() == before)
    #expect(try sandbox.staged() == [])
  }

  @Test func whatPagesNeedComesFirstAndWhatLinksToThemLast() throws {
    let publisher = try Publisher(open: sandbox.output)
    try publisher.stage(siteFiles: outputFiles(["index.html": "i"]), .afterReports)
    try publisher.stage(siteFiles: outputFiles(["assets/s.css": "s"]), .beforeReports)
    try publisher.stage(folder: "2021", files: outputFiles(report))
    try publisher.beginSwapping()
    #expect(try sandbox.site().keys.sorted() == ["assets/s.css"])
    try publisher.swap(folder: "2021")
    #expect(sandbox.exists("2021/index.html") && !sandbox.exists("index.html"))
    try publisher.finish()
    #expect(sandbox.exists("index.html"))
    #expect(try sandbox.staged() == [])
  }

  @Test func onlyWhatDiffersIsStaged() throws {
    try sandbox.build(["2021": report])
    let publisher = try Publisher(open: sandbox.output)
    try publisher.stage(folder: "2021", files: outputFiles(["index.html": "x", "a.html": "b"]))
    #expect(
      try FileManager.default.subpathsOfDirectory(atPath: sandbox.output + "/.sitegen/staging")
        .filter { $0.contains("/") }.map { $0.split(separator: "/")[1] } == ["a.html"])
  }

  @Test func aDiscardedFirstBuildLeavesNothing() throws {
    let publisher = try Publisher(open: sandbox.output)
    try publisher.stage(folder: "2021", files: outputFiles(report))
    try publisher.discard()
    #expect(!FileManager.default.fileExists(atPath: sandbox.output))
    try FileManager.default.createDirectory(
      atPath: sandbox.output, withIntermediateDirectories: false)
    try Publisher(open: sandbox.output).discard()
    #expect(FileManager.default.fileExists(atPath: sandbox.output))
  }
}
