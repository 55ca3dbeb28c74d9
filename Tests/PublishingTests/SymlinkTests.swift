import Foundation
import Testing

@testable import Publishing

@Suite struct SymlinkTests {
  let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
    try FileManager.default.createDirectory(
      atPath: sandbox.base + "/outside/2021", withIntermediateDirectories: true)
    try "secret".write(
      toFile: sandbox.base + "/outside/2021/index.html", atomically: false, encoding: .utf8)
    try sandbox.put("mine", at: "keep")
  }

  private func link(_ path: String, to target: String) {
    #expect(symlink(target, sandbox.output + "/" + path) == 0)
  }

  private func outside() throws -> [String: String] {
    var result: [String: String] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: sandbox.base + "/outside") {
      result[path] = try? String(
        contentsOfFile: sandbox.base + "/outside/" + path, encoding: .utf8)
    }
    return result
  }

  private let untouched = ["2021/index.html": "secret"]

  @Test func aLinkedReportFolderIsRefused() throws {
    link("2021", to: "../outside/2021")
    let error = failure { try sandbox.build(["2021": ["index.html": "x"]]) }
    #expect(error == .symlinkInOutput(path: sandbox.output + "/2021"))
    #expect(try outside() == untouched)
  }

  @Test func aLinkedParentIsRefused() throws {
    link("dept", to: "../outside")
    let error = failure { try sandbox.build(["dept/2022": ["index.html": "x"]]) }
    #expect(error == .symlinkInOutput(path: sandbox.output + "/dept"))
    let site = failure { try sandbox.build([:], site: ["dept/2021/index.html": "x"]) }
    #expect(site == .symlinkInOutput(path: sandbox.output + "/dept"))
    #expect(try outside() == untouched)
  }

  @Test func aLinkedFileIsRefused() throws {
    link("index.html", to: "../outside/2021/index.html")
    let error = failure { try sandbox.build([:], site: ["index.html": "x"]) }
    #expect(error == .symlinkInOutput(path: sandbox.output + "/index.html"))
    #expect(try outside() == untouched)
  }

  @Test(arguments: [".sitegen", ".sitegen/staging", ".sitegen/lock", ".sitegen-manifest"])
  func aLinkInPlaceOfOurOwnThingsIsRefused(path: String) throws {
    try FileManager.default.createDirectory(
      atPath: sandbox.output + "/.sitegen", withIntermediateDirectories: true)
    try? FileManager.default.removeItem(atPath: sandbox.output + "/" + path)
    link(path, to: path.contains("/") ? "../../outside/2021" : "../outside/2021")
    let error = failure { try sandbox.build(["2021": ["index.html": "x"]]) }
    #expect(error == .symlinkInOutput(path: sandbox.output + "/" + path))
    #expect(try outside() == untouched)
  }

  @Test func staleFilesAreNotRemovedThroughLinks() throws {
    try sandbox.put(
      "sitegen-manifest 1\n../outside/2021/index.html\n/etc/hostname\ndept/2021/index.html\nkeep/x\n",
      at: ".sitegen-manifest")
    link("dept", to: "../outside")
    link("a.html", to: "../outside/2021/index.html")
    try sandbox.put("sitegen-manifest 1\na.html\ndept/2021/index.html\n", at: ".sitegen-manifest")
    let summary = try sandbox.build(["2021": ["index.html": "x"]])
    #expect(summary.removed == 0)
    #expect(try outside() == untouched)
    #expect(sandbox.exists("dept") && sandbox.exists("a.html"))
  }

  @Test func theOutputItselfMayBeALink() throws {
    #expect(symlink("outside", sandbox.base + "/alias") == 0)
    let publisher = try Publisher(open: sandbox.base + "/alias/")
    try publisher.publish(siteFiles: outputFiles(["index.html": "x"]))
    try publisher.finish()
    #expect(try outside()["index.html"] == "x")
  }
}
