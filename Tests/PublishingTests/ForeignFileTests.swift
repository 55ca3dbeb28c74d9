import Foundation
import Testing

@testable import Publishing

@Suite struct ForeignFileTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  let old = ["index.html": "旧", "a.html": "a", "same.html": "same"]
  let new = ["index.html": "新", "b.html": "b", "same.html": "same"]

  @Test func everythingForeignSurvivesASwap() throws {
    try sandbox.build(["2021": old])
    try sandbox.put("budget.example", at: "CNAME")
    try sandbox.put("ref", at: ".git/HEAD")
    try sandbox.put("附件", at: "2021/附件.pdf")
    try sandbox.put("deep", at: "2021/own/deep/file")
    let full = sandbox.output + "/2021/"
    #expect(symlink("../../outside", full + "own/link") == 0)
    #expect(symlink("nowhere", full + "dangling") == 0)
    #expect(mkfifo(full + "pipe", 0o600) == 0)
    #expect(chmod(full + "附件.pdf", 0o000) == 0)
    #expect(mkdir(full + "empty", 0o711) == 0)
    #expect(chmod(full + "own/deep", 0o555) == 0)
    let badName = Array((full + "bad").utf8CString.dropLast()) + [CChar(bitPattern: 0xFF), 0]
    close(open(badName, O_CREAT | O_WRONLY, 0o644))
    #expect(access(badName, F_OK) == 0)
    let paths = [
      "CNAME", ".git/HEAD", "2021/附件.pdf", "2021/own/deep/file", "2021/own/link",
      "2021/dangling", "2021/pipe", "2021/same.html",
    ]
    let before = try paths.map(sandbox.stamp)
    let folders = ["2021/own/deep", "2021/empty", "2021/own"]
    let foldersBefore = try folders.map { try sandbox.stamp($0)[1...] }

    let summary = try sandbox.build(["2021": new])

    #expect(summary == PublishSummary(written: 2, unchanged: 1, removed: 1))
    #expect(try paths.map(sandbox.stamp) == before)
    #expect(try folders.map { try sandbox.stamp($0)[1...] } == foldersBefore)
    #expect(access(badName, F_OK) == 0)
    #expect(try sandbox.text("2021/index.html") == "新")
    #expect(!sandbox.exists("2021/a.html"))
    #expect(try sandbox.staged() == [])
  }

  /// Between the moment when the old folder is gone through and that when it is exchanged, or moved
  /// away where folders cannot be exchanged.
  @Test(arguments: [true, false]) func whatComesAtTheLastMomentSurvivesASwap(exchange: Bool)
    throws
  {
    try sandbox.build(["2021": old.merging(["charts/c.svg": "c"]) { first, _ in first }])
    try sandbox.put("注", at: "2021/charts/own.txt")
    let sandbox = sandbox
    let disk = Disk { change, _ in
      if change == .exchange {
        try? sandbox.put("附件", at: "2021/附件.pdf")
        try? sandbox.put("deep", at: "2021/own/deep/file")
        try? sandbox.put("图", at: "2021/charts/late.txt")
        return exchange ? nil : EINVAL
      }
      return nil
    }
    try sandbox.build(
      ["2021": new.merging(["charts/c.svg": "C"]) { first, _ in first }], disk: disk)
    #expect(
      try sandbox.report("2021") == [
        "index.html": "新", "b.html": "b", "same.html": "same", "charts/c.svg": "C",
        "charts/own.txt": "注", "附件.pdf": "附件", "own/deep/file": "deep",
        "charts/late.txt": "图",
      ])
    #expect(try sandbox.staged() == [])
  }

  @Test func aForeignFileInTheWayIsNotOverwritten() throws {
    try sandbox.put("mine", at: "2021/index.html")
    try sandbox.put("mine", at: "robots.txt")
    let publisher = try Publisher(open: sandbox.output)
    #expect(
      failure { try publisher.publish(folder: "2021", files: outputFiles(new)) }
        == .foreignFileInTheWay(path: sandbox.output + "/2021/index.html"))
    let robots = outputFiles(["robots.txt": "ours"])
    #expect(
      failure { try publisher.publish(siteFiles: robots) }
        == .foreignFileInTheWay(path: sandbox.output + "/robots.txt"))
    #expect(try sandbox.site() == ["2021/index.html": "mine", "robots.txt": "mine"])
  }

  @Test func aForeignFileWithOurBytesBecomesOurs() throws {
    try sandbox.put("新", at: "2021/index.html")
    let before = try sandbox.stamp("2021/index.html")
    try sandbox.build(["2021": ["index.html": "新"]])
    #expect(try sandbox.stamp("2021/index.html") == before)
    #expect(try sandbox.text(".sitegen-manifest") == "sitegen-manifest 1\n2021/index.html\n")
  }

  @Test(arguments: ["2021", "2021/index.html"]) func aFolderOrPipeInTheWayIsAnError(path: String)
    throws
  {
    try sandbox.put("mine", at: "keep")
    let full = sandbox.output + "/" + path
    if path == "2021" {
      #expect(mkfifo(full, 0o644) == 0)
    } else {
      try FileManager.default.createDirectory(atPath: full, withIntermediateDirectories: true)
    }
    let error = failure { try sandbox.build(["2021": new]) }
    #expect(error == .foreignFileInTheWay(path: full))
  }

  /// Our own file where a folder has to be, and our own folder where a file has to be.
  @Test func whatWasPublishedOtherwiseIsNotCalledForeign() throws {
    try sandbox.build(
      ["2021": ["a": "x", "b/c.html": "x"]], site: ["assets/js": "x", "assets/css/a": "x"])
    let before = try sandbox.site()
    let reports = [["a/b.html": "x"], ["b": "x"]]
    for (files, name) in zip(reports, ["a", "b"]) {
      let error = failure { try sandbox.build(["2021": files]) }
      #expect(error == .publishedOtherwise(path: sandbox.output + "/2021/" + name))
    }
    for (file, name) in [("assets/js/a", "assets/js"), ("assets/css", "assets/css")] {
      let error = failure { try sandbox.build([:], site: [file: "x"]) }
      #expect(error == .publishedOtherwise(path: sandbox.output + "/" + name))
    }
    #expect(try sandbox.site() == before)
  }

  @Test func aPipeAtAPagesPlaceDoesNotHangTheBuild() throws {
    try sandbox.put("mine", at: "keep")
    #expect(mkfifo(sandbox.output + "/index.html", 0o644) == 0)
    let error = failure { try sandbox.build([:], site: ["index.html": "x"]) }
    #expect(error == .foreignFileInTheWay(path: sandbox.output + "/index.html"))
  }

  @Test func aFreshCloneKnowsItsFilesByTheManifest() throws {
    try sandbox.build(["2021": old], site: ["index.html": "首页"])
    try FileManager.default.removeItem(atPath: sandbox.output + "/.sitegen")
    let summary = try sandbox.build(["2021": new], site: ["index.html": "新首页"])
    #expect(summary == PublishSummary(written: 3, unchanged: 1, removed: 1))
    #expect(try sandbox.report("2021") == new)
  }

  @Test func aForeignFileThatCannotBeLinkedStopsTheSwap() throws {
    try sandbox.build(["2021": old])
    try sandbox.put("mine", at: "2021/mine.txt")
    let before = try sandbox.site()
    let disk = Disk { change, path in
      change == .link && path.hasSuffix("mine.txt") ? EPERM : nil
    }
    let error = failure { try sandbox.build(["2021": new], disk: disk) }
    #expect(error?.rule == "output-foreign-file-kept")
    #expect(error?.path == sandbox.output + "/2021/mine.txt")
    #expect(try sandbox.site() == before)
    #expect(try sandbox.staged() == [])
  }
}
