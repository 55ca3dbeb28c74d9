import Foundation
import Testing

@testable import Publishing

@Suite struct LockTests {
  @Test func aSecondBuildSaysSo() throws {
    let sandbox = try Sandbox()
    do {
      let first = try Publisher(open: sandbox.output)
      let second = failure { _ = try Publisher(open: sandbox.output) }
      #expect(second == .anotherBuildIsRunning(path: sandbox.output))
      // The second one must not have cleaned up under the first one.
      try first.publish(folder: "2021", files: outputFiles(["index.html": "x"]))
      try first.finish()
    }
    try sandbox.build(["2021": ["index.html": "y"]])
    #expect(try sandbox.report("2021") == ["index.html": "y"])
  }

  @Test func aSecondBuildLeavesTheFirstOnesStagingAlone() throws {
    let sandbox = try Sandbox()
    let first = try Publisher(open: sandbox.output)
    try withExtendedLifetime(first) {
      try sandbox.put("half", at: ".sitegen/staging/1/a.html")
      #expect(failure { _ = try Publisher(open: sandbox.output) }?.rule == "output-locked")
      #expect(try sandbox.staged() == ["1"])
    }
  }

  @Test func aFailedOpeningLetsGoOfTheLock() throws {
    let sandbox = try Sandbox()
    try sandbox.put("nonsense\n", at: ".sitegen-manifest")
    let first = failure { _ = try Publisher(open: sandbox.output) }
    let second = failure { _ = try Publisher(open: sandbox.output) }
    #expect(first?.rule == "output-manifest" && second == first)
  }

  @Test func anOutputThatIsAFileIsAnError() throws {
    let sandbox = try Sandbox()
    try "x".write(toFile: sandbox.output, atomically: false, encoding: .utf8)
    let error = failure { _ = try Publisher(open: sandbox.output) }
    #expect(error == .systemFailure(path: sandbox.output, reason: "它不是文件夹"))
  }

  @Test func aFolderThatNoBuildHasUsedIsLeftAsItWas() throws {
    let sandbox = try Sandbox()
    try sandbox.put("x", at: "mine.txt")
    let publisher = try Publisher(open: sandbox.output)
    try publisher.stage(folder: "2021", files: outputFiles(["index.html": "x"]))
    try publisher.discard()
    #expect(try FileManager.default.contentsOfDirectory(atPath: sandbox.output) == ["mine.txt"])
  }

  @Test func aFolderOfEarlierBuildsKeepsItsRecords() throws {
    let sandbox = try Sandbox()
    try sandbox.build(["2021": ["index.html": "x"]])
    let before = Set(try FileManager.default.subpathsOfDirectory(atPath: sandbox.output))
    let publisher = try Publisher(open: sandbox.output)
    try publisher.stage(folder: "2021", files: outputFiles(["index.html": "y"]))
    try publisher.discard()
    #expect(Set(try FileManager.default.subpathsOfDirectory(atPath: sandbox.output)) == before)
  }

  /// The second build has found the first one's folder, and locks its own.
  @Test func whoComesWhileTheFolderGoesMakesAnother() throws {
    let sandbox = try Sandbox()
    try sandbox.put("x", at: "mine.txt")
    let first = try Publisher(open: sandbox.output)
    let isGone = Monitor(false)
    var disk = Disk()
    disk.refusal = { change, path in
      guard change == .createFile, path.hasSuffix("/lock") else { return nil }
      let wasGone = isGone.withLock { gone in
        defer { gone = true }
        return gone
      }
      if !wasGone { try? first.discard() }
      return nil
    }
    let second = try Publisher(open: sandbox.output, disk: disk)
    #expect(failure { _ = try Publisher(open: sandbox.output) }?.rule == "output-locked")
    try second.publish(folder: "2021", files: outputFiles(["index.html": "x"]))
    try second.finish()
    #expect(try sandbox.report("2021") == ["index.html": "x"])
  }

  @Test func makesTheFoldersOnTheWay() throws {
    let sandbox = try Sandbox()
    let publisher = try Publisher(open: sandbox.output + "/a/b//")
    try publisher.finish()
    #expect(try sandbox.text("a/b/.sitegen-manifest") == "sitegen-manifest 1\n")
  }
}
