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
    try publisher.publish(folder: "2021", files: outputFiles(report))
    try publisher.publish(siteFiles: outputFiles(["index.html": "i"]))
    try publisher.finish()
    return try #require(try publisher.state(of: paths, in: "2021"))
  }

  @Test func keepsWhatIsStillAsItWas() throws {
    let state = try built()
    let publisher = try Publisher(open: sandbox.output)
    #expect(try publisher.keep(paths.reversed(), in: "2021", ifIn: OutputState(value: state.value)))
    let home = try #require(try publisher.state(of: ["index.html"]))
    #expect(try publisher.keep(["index.html"], ifIn: home))
    let summary = try publisher.finish()
    #expect(summary == PublishSummary(written: 0, unchanged: 4, removed: 0))
    #expect(try sandbox.report("2021") == report)
    #expect(sandbox.exists("index.html"))
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
    #expect(try !publisher.keep(paths, in: "2021", ifIn: state))
    #expect(publisher.summary == PublishSummary())
  }

  @Test func doesNotKeepWhatIsNotOurs() throws {
    try sandbox.put("mine", at: "2021/a.html")
    let publisher = try Publisher(open: sandbox.output)
    #expect(try publisher.state(of: ["a.html"], in: "2021") == nil)
    #expect(try !publisher.keep(["a.html"], in: "2021", ifIn: OutputState(value: 0)))
  }

  @Test func cachesAreNotPartOfTheSite() throws {
    do {
      let publisher = try Publisher(open: sandbox.output)
      #expect(try publisher.cached("hashes") == nil)
      try publisher.cache([1, 2, 3], as: "hashes")
      try publisher.cache([4, 5], as: "hashes")
      try publisher.finish()
    }
    let publisher = try Publisher(open: sandbox.output)
    #expect(try publisher.cached("hashes") == [4, 5])
    #expect(try sandbox.site() == [".sitegen-manifest": "sitegen-manifest 1\n"])
    #expect(failure { try publisher.cache([], as: "../x") }?.rule == "output-path")
    #expect(failure { _ = try publisher.cached("a/b") }?.rule == "output-path")
  }
}
