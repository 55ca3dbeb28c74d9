import Foundation
import Testing

@testable import Publishing

@Suite struct ReportTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  let first = ["index.html": "一", "income.html": "10", "income.csv": "10", "charts/a.svg": "<svg>"]

  @Test func aNewReportIsThereWithItsFiles() throws {
    let summary = try sandbox.build(["教育局/2021": first], site: ["index.html": "首页"])
    #expect(summary == PublishSummary(written: 5, unchanged: 0, removed: 0))
    #expect(
      try sandbox.site() == [
        "教育局/2021/index.html": "一", "教育局/2021/income.html": "10", "教育局/2021/income.csv": "10",
        "教育局/2021/charts/a.svg": "<svg>", "index.html": "首页",
        ".sitegen-manifest": """
        sitegen-manifest 1
        index.html
        教育局/2021/charts/a.svg
        教育局/2021/income.csv
        教育局/2021/income.html
        教育局/2021/index.html

        """,
      ])
    #expect(try sandbox.text(".sitegen/.gitignore") == "*\n")
    #expect(try sandbox.staged() == [])
    #expect(!sandbox.exists(".sitegen/journal"))
  }

  @Test func modesFollowTheUmask() throws {
    try sandbox.build(["2021": first], site: ["assets/site.css": "a"])
    let mask = umask(0)
    umask(mask)
    let file = Int(0o100644 & ~mask)
    let folder = Int(0o040755 & ~mask)
    #expect(try sandbox.stamp("2021/index.html")[3] == file)
    #expect(try sandbox.stamp("assets/site.css")[3] == file)
    #expect(try sandbox.stamp("2021")[3] == folder)
    #expect(try sandbox.stamp("2021/charts")[3] == folder)
  }

  @Test func aSecondBuildTouchesNothing() throws {
    let site = ["index.html": "首页", "assets/site.css": "a{}"]
    try sandbox.build(["2021": first], site: site)
    let paths = try sandbox.site().keys.sorted() + ["2021", "2021/charts", "assets", "."]
    let before = try paths.map(sandbox.stamp)
    let summary = try sandbox.build(["2021": first], site: site)
    #expect(summary == PublishSummary(written: 0, unchanged: 6, removed: 0))
    #expect(try paths.map(sandbox.stamp) == before)
  }

  @Test func oneChangedFileIsReplacedInItsFolder() throws {
    try sandbox.build(["2021": first])
    let folder = try sandbox.stamp("2021")[0]
    let kept = try sandbox.stamp("2021/index.html")
    var second = first
    second["income.csv"] = "11"
    let summary = try sandbox.build(["2021": second])
    #expect(summary == PublishSummary(written: 1, unchanged: 3, removed: 0))
    #expect(try sandbox.report("2021") == second)
    #expect(try sandbox.stamp("2021")[0] == folder)
    #expect(try sandbox.stamp("2021/index.html") == kept)
  }

  @Test func severalChangesSwapTheFolderAndLinkTheRest() throws {
    try sandbox.build(["2021": first])
    let folder = try sandbox.stamp("2021")[0]
    let kept = try ["2021/index.html", "2021/charts/a.svg"].map(sandbox.stamp)
    var second = first
    second["income.csv"] = "11"
    second["income.html"] = nil
    second["new/b.html"] = "b"
    let summary = try sandbox.build(["2021": second])
    #expect(summary == PublishSummary(written: 2, unchanged: 2, removed: 1))
    #expect(try sandbox.report("2021") == second)
    #expect(try sandbox.stamp("2021")[0] != folder)
    #expect(try ["2021/index.html", "2021/charts/a.svg"].map(sandbox.stamp) == kept)
    #expect(try sandbox.staged() == [])
  }

  @Test func aFileThatGoesAloneIsRemoved() throws {
    try sandbox.build(["2021": first])
    var second = first
    second["income.csv"] = nil
    let summary = try sandbox.build(["2021": second])
    #expect(summary == PublishSummary(written: 0, unchanged: 3, removed: 1))
    #expect(try sandbox.report("2021") == second)
  }

  @Test func theSameLengthIsNotTheSameFile() throws {
    let long = String(repeating: "预算", count: 50_000)
    try sandbox.build(["2021": ["a.html": long + "1", "b.html": ""]])
    try sandbox.build(["2021": ["a.html": long + "2", "b.html": ""]])
    #expect(try sandbox.report("2021") == ["a.html": long + "2", "b.html": ""])
  }

  @Test func swapsWithoutExchangeToo() throws {
    let disk = Disk { change, _ in change == .exchange ? EINVAL : nil }
    try sandbox.build(["2021": first], disk: disk)
    let kept = try sandbox.stamp("2021/index.html")
    var second = first
    second["income.csv"] = "11"
    second["income.html"] = "11"
    try sandbox.build(["2021": second], disk: disk)
    #expect(try sandbox.report("2021") == second)
    #expect(try sandbox.stamp("2021/index.html") == kept)
    #expect(try sandbox.staged() == [])
  }

  @Test func writesAgainWhereNothingCanBeLinked() throws {
    try sandbox.build(["2021": first])
    var second = first
    second["income.csv"] = "11"
    second["income.html"] = "11"
    let disk = Disk { change, _ in change == .link ? EPERM : nil }
    try sandbox.build(["2021": second], disk: disk)
    #expect(try sandbox.report("2021") == second)
  }

  @Test func aReportInsideAnothersFolderIsKept() throws {
    let department = ["index.html": "部门", "a.html": "a"]
    let reports = ["x": department, "x/2021": first, "x/2021/final": ["index.html": "决算"]]
    try sandbox.build(reports)
    let kept = try ["x/2021/index.html", "x/2021/final/index.html"].map(sandbox.stamp)
    var changed = reports
    changed["x"] = ["index.html": "部门二", "a.html": "b"]
    let summary = try sandbox.build(changed)
    #expect(summary == PublishSummary(written: 2, unchanged: 5, removed: 0))
    #expect(try ["x/2021/index.html", "x/2021/final/index.html"].map(sandbox.stamp) == kept)
    #expect(try sandbox.text("x/a.html") == "b")
  }

  @Test func manyThreadsPublishAtOnce() async throws {
    for round in ["old", "new"] {
      let publisher = try Publisher(open: sandbox.output)
      try await withThrowingTaskGroup(of: Void.self) { group in
        for number in 0..<60 {
          // Every fifth one is the parent folder of the four after it.
          let folder = number % 5 == 0 ? "d\(number / 5)" : "d\(number / 5)/r\(number)"
          group.addTask {
            let files = ["index.html": "\(round) \(number)", "a.html": round, "same": "same"]
            try publisher.publish(folder: folder, files: outputFiles(files))
          }
        }
        try await group.waitForAll()
      }
      let summary = try publisher.finish()
      #expect(summary.written == (round == "old" ? 180 : 120))
      #expect(summary.unchanged == (round == "old" ? 0 : 60))
      var site = try sandbox.site()
      site[".sitegen-manifest"] = nil
      #expect(site.count == 180)
      for number in 0..<60 {
        let folder = number % 5 == 0 ? "d\(number / 5)" : "d\(number / 5)/r\(number)"
        #expect(site["\(folder)/index.html"] == "\(round) \(number)")
        #expect(site["\(folder)/a.html"] == round)
      }
      #expect(try sandbox.staged() == [])
    }
  }

  @Test func twoPagesForOnePlaceAreAnError() throws {
    let publisher = try Publisher(open: sandbox.output)
    let twice = [OutputFile(path: "a", bytes: [1]), OutputFile(path: "a", bytes: [2])]
    #expect(
      failure { try publisher.publish(folder: "2021", files: twice) }
        == .writtenTwice(path: "2021/a"))
    let under = [OutputFile(path: "a", bytes: [1]), OutputFile(path: "a/b", bytes: [2])]
    #expect(
      failure { try publisher.publish(folder: "2021", files: under) }
        == .writtenTwice(path: "2021/a/b"))
    #expect(!sandbox.exists("2021"))
    let one = [OutputFile(path: "a", bytes: [1])]
    try publisher.publish(folder: "2021", files: one)
    let taken = PublishingError.writtenTwice(path: sandbox.output + "/2021")
    #expect(failure { try publisher.publish(folder: "2021", files: one) } == taken)
    let inside = [OutputFile(path: "2021/site.html", bytes: [])]
    #expect(
      failure { try publisher.publish(siteFiles: inside) }
        == .writtenTwice(path: sandbox.output + "/2021/site.html"))
  }
}
