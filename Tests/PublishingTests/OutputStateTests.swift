import Foundation
import Testing

@testable import Publishing

@Suite struct OutputStateTests {
  let sandbox: Sandbox
  let report = ["index.html": "x", "a.html": "a", "charts/c.svg": "c"]
  var paths: [String] { report.keys.sorted() }

  init() throws { sandbox = try Sandbox() }

  private func built() throws -> OutputState {
    let publisher = try Publisher(open: sandbox.output)
    try publisher.stage(folder: "2021", files: outputFiles(report)) { self.bytes($0) }
    try publisher.stage(siteFiles: outputFiles(["index.html": "i"]), .afterReports)
    try publisher.beginSwapping()
    try publisher.swap(folder: "2021")
    try publisher.finish()
    return try state(#require(try publisher.record(of: "2021")))
  }

  private func bytes(_ state: OutputState) -> [UInt8] { Array(String(state.value).utf8) }

  private func state(_ bytes: [UInt8]) throws -> OutputState {
    OutputState(value: try #require(UInt64(String(decoding: bytes, as: UTF8.self))))
  }

  @Test func keepsWhatIsStillAsItWas() throws {
    let state = try built()
    let publisher = try Publisher(open: sandbox.output)
    #expect(try publisher.isPublished(folder: "2021", in: state))
    #expect(try publisher.keep(folder: "2021", ifIn: state))
    #expect(try publisher.keep(siteFiles: ["index.html"]))
    let summary = try publisher.finish()
    #expect(summary == PublishSummary(written: 0, unchanged: 4, removed: 0))
    #expect(try sandbox.report("2021") == report)
    #expect(sandbox.exists("index.html"))
  }

  /// The state is foretold when the report is staged, for files that stay and files that are new.
  @Test(arguments: [
    ["index.html": "y", "a.html": "a", "charts/c.svg": "c"],
    ["index.html": "y", "a.html": "b", "charts/c.svg": "c"],
    ["index.html": "x", "new/d.svg": "d"],
  ])
  func theStateIsForetold(next: [String: String]) throws {
    _ = try built()
    var publisher: Publisher? = try Publisher(open: sandbox.output)
    try publisher?.stage(folder: "2021", files: outputFiles(next)) { self.bytes($0) }
    try publisher?.beginSwapping()
    try publisher?.swap(folder: "2021")
    try publisher?.finish()
    publisher = nil
    let later = try Publisher(open: sandbox.output)
    let state = try state(#require(try later.record(of: "2021")))
    #expect(try later.keep(folder: "2021", ifIn: state))
    #expect(try sandbox.report("2021") == next)
  }

  enum Meddling: CaseIterable { case edited, replaced, deleted, linked }

  @Test(arguments: Meddling.allCases) func doesNotKeepWhatWasMeddledWith(_ meddling: Meddling)
    throws
  {
    let state = try built()
    let path = sandbox.output + "/2021/a.html"
    switch meddling {
    case .edited:
      let handle = try #require(FileHandle(forWritingAtPath: path))
      try handle.write(contentsOf: Data("b".utf8))
      try handle.close()
    case .replaced:
      #expect(rename(sandbox.output + "/index.html", path) == 0)
    case .deleted: #expect(unlink(path) == 0)
    case .linked:
      #expect(unlink(path) == 0)
      #expect(symlink("index.html", path) == 0)
    }
    let publisher = try Publisher(open: sandbox.output)
    #expect(try !publisher.keep(folder: "2021", ifIn: state))
    #expect(publisher.summary == PublishSummary())
  }

  @Test func doesNotKeepWhatIsNotOurs() throws {
    try sandbox.put("mine", at: "2021/a.html")
    let publisher = try Publisher(open: sandbox.output)
    #expect(try !publisher.keep(folder: "2021", ifIn: OutputState(value: 0)))
    #expect(try !publisher.keep(siteFiles: ["2021/a.html"]))
  }

  /// Files that several workers look at have a state together, by what each found and in which order.
  @Test func statesAddUp() throws {
    func sum(_ values: [UInt64]) -> OutputState {
      values.reduce(into: OutputState()) { $0.combine(OutputState(value: $1)) }
    }
    #expect(sum([1, 2]) == sum([1, 2]))
    let others: [[UInt64]] = [[], [1], [2, 1], [1, 3], [1, 2, 0]]
    for other in others { #expect(sum(other) != sum([1, 2])) }
  }

  @Test func siteFilesThatAreEditedHaveAnotherState() throws {
    _ = try built()
    let publisher = try Publisher(open: sandbox.output)
    let before = try #require(try publisher.state(ofSiteFiles: ["index.html"]))
    #expect(try publisher.state(ofSiteFiles: ["index.html"]) == before)
    try sandbox.put("mine", at: "index.html")
    #expect(try publisher.state(ofSiteFiles: ["index.html"]) != before)
    #expect(unlink(sandbox.output + "/index.html") == 0)
    #expect(try publisher.state(ofSiteFiles: ["index.html"]) == nil)
  }

  @Test func recordsComeAndGoWithTheirReports() throws {
    let publisher = try Publisher(open: sandbox.output)
    try publisher.stage(folder: "甲/2021", files: outputFiles(report)) { _ in [1] }
    #expect(try publisher.record(of: "甲/2021") == [1])
    try publisher.beginSwapping()
    try publisher.swap(folder: "甲/2021")
    try publisher.leave([2, 3], as: "site")
    try publisher.finish()
    #expect(try publisher.record(of: "甲/2021") == [1])
    #expect(try publisher.record(of: "2021") == nil)
    try publisher.stage(folder: "甲/2022", files: outputFiles(report)) { _ in [4] }
    try publisher.discard()
    #expect(try publisher.record(of: "甲/2022") == nil)
    try publisher.removeRecords(except: ["甲/2021"])
    #expect(try publisher.record(of: "甲/2021") == [1])
    try publisher.removeRecords(except: [])
    #expect(try publisher.record(of: "甲/2021") == nil)
    #expect(try publisher.record(named: "site") == [2, 3])
    #expect(failure { try publisher.leave([], as: "../x") }?.rule == "output-path")
  }
}
