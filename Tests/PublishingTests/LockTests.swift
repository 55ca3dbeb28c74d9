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
    #expect(error == .systemFailure(path: sandbox.output, reason: "Not a directory"))
  }

  @Test func makesTheFoldersOnTheWay() throws {
    let sandbox = try Sandbox()
    let publisher = try Publisher(open: sandbox.output + "/a/b//")
    try publisher.finish()
    #expect(try sandbox.text("a/b/.sitegen-manifest") == "sitegen-manifest 1\n")
  }
}
