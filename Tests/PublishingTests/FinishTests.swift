import Foundation
import Testing

@testable import Publishing

@Suite struct FinishTests {
  let sandbox: Sandbox
  let report = ["index.html": "x", "a.html": "a"]

  init() throws { sandbox = try Sandbox() }

  @Test func staleReportsAndSiteFilesGo() throws {
    try sandbox.build(
      ["d/2020": report, "d/2021": report, "e/2020": report],
      site: ["d/index.html": "d", "e/index.html": "e", "assets/old.css": "o", "assets/s.css": "s"])
    let summary = try sandbox.build(
      ["d/2021": report], site: ["d/index.html": "d", "assets/s.css": "s"])
    #expect(
      summary
        == PublishSummary(
          written: 0, unchanged: 4, removed: 6, withdrawn: ["d/2020", "e", "e/2020"]))
    #expect(
      try sandbox.site().keys.sorted() == [
        ".sitegen-manifest", "assets/s.css", "d/2021/a.html", "d/2021/index.html", "d/index.html",
      ])
    #expect(!sandbox.exists("e") && !sandbox.exists("d/2020"))
    #expect(try sandbox.staged() == [])
  }

  @Test func nothingIsRemovedBeforeTheEnd() throws {
    try sandbox.build(["2020": report, "2021": report], site: ["old.html": "o"])
    let publisher = try Publisher(open: sandbox.output)
    try publisher.publish(folder: "2022", files: outputFiles(report))
    #expect(try sandbox.report("2020") == report && sandbox.report("2021") == report)
    #expect(sandbox.exists("old.html"))
    try publisher.finish()
    #expect(!sandbox.exists("2020") && !sandbox.exists("2021") && !sandbox.exists("old.html"))
  }

  @Test func foreignFilesKeepAStaleFolder() throws {
    try sandbox.build(["d/2020": report, "d/2021": report])
    try sandbox.put("mine", at: "d/2020/own/mine.txt")
    try sandbox.put("mine", at: "d/2021/a.html.bak")
    let before = try ["d/2020/own/mine.txt", "d/2021/a.html.bak"].map(sandbox.stamp)
    let summary = try sandbox.build([:])
    #expect(summary.removed == 4)
    #expect(summary.withdrawn == ["d/2020", "d/2021"])
    #expect(try ["d/2020/own/mine.txt", "d/2021/a.html.bak"].map(sandbox.stamp) == before)
    #expect(
      try sandbox.site() == [
        "d/2020/own/mine.txt": "mine", "d/2021/a.html.bak": "mine",
        ".sitegen-manifest": "sitegen-manifest 1\n",
      ])
  }

  @Test func aStaleFileThatBecameSomethingElseStays() throws {
    try sandbox.build(["2020": report], site: ["a.html": "a"])
    for path in ["2020/a.html", "a.html"] {
      try FileManager.default.removeItem(atPath: sandbox.output + "/" + path)
      try sandbox.put("mine", at: path + "/inside")
    }
    let summary = try sandbox.build([:])
    #expect(summary.removed == 1)
    #expect(
      try sandbox.site() == [
        "2020/a.html/inside": "mine", "a.html/inside": "mine",
        ".sitegen-manifest": "sitegen-manifest 1\n",
      ])
  }

  @Test func aPartialBuildKeepsTheOthers() throws {
    try sandbox.build(["2020": report, "2021": report], site: ["index.html": "i"])
    try FileManager.default.removeItem(atPath: sandbox.output + "/2020/a.html")
    let publisher = try Publisher(open: sandbox.output)
    try publisher.publish(folder: "2021", files: outputFiles(["index.html": "y"]))
    let summary = try publisher.finish(keepingOthers: true)
    #expect(summary == PublishSummary(written: 1, unchanged: 0, removed: 1))
    #expect(
      try sandbox.site() == [
        "2020/index.html": "x", "2021/index.html": "y", "index.html": "i",
        ".sitegen-manifest": "sitegen-manifest 1\n2020/index.html\n2021/index.html\nindex.html\n",
      ])
  }

  /// What a report has no more goes with a partial build, too, even a whole folder of it.
  @Test func aPartialBuildRemovesFoldersThatItsReportsHaveNoMore() throws {
    let pictures = ["index.html": "x", "pics/a.png": "a", "pics/deep/b.png": "b"]
    try sandbox.build(["2020": pictures, "2021": pictures])
    try sandbox.put("mine", at: "2021/pics/mine.txt")
    let publisher = try Publisher(open: sandbox.output)
    try publisher.publish(folder: "2021", files: outputFiles(["index.html": "x"]))
    let summary = try publisher.finish(keepingOthers: true)
    #expect(summary == PublishSummary(written: 0, unchanged: 1, removed: 2))
    #expect(
      try sandbox.site() == [
        "2020/index.html": "x", "2020/pics/a.png": "a", "2020/pics/deep/b.png": "b",
        "2021/index.html": "x", "2021/pics/mine.txt": "mine",
        ".sitegen-manifest": "sitegen-manifest 1\n2020/index.html\n2020/pics/a.png\n"
          + "2020/pics/deep/b.png\n2021/index.html\n",
      ])
  }

  @Test func anUnfinishedBuildRemovesNothing() throws {
    try sandbox.build(["2020": report])
    do {
      let publisher = try Publisher(open: sandbox.output)
      try publisher.publish(folder: "2021", files: outputFiles(report))
    }
    #expect(try sandbox.report("2020") == report)
    #expect(
      try sandbox.text(".sitegen-manifest") == "sitegen-manifest 1\n2020/a.html\n2020/index.html\n")
    try sandbox.build([:])
    #expect(try sandbox.site() == [".sitegen-manifest": "sitegen-manifest 1\n"])
  }
}
