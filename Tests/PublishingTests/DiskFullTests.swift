import Foundation
import Testing

@testable import Publishing

@Suite struct DiskFullTests {
  static let old = ["index.html": "old", "a.html": "old", "same.html": "same"]
  static let new = ["index.html": "new", "a.html": "new", "same.html": "same", "c/d": "new"]

  /// The disk is full at every step in turn; removing still works, as on a real one.
  @Test(arguments: [ENOSPC, EDQUOT]) func aFullDiskLeavesTheOldReport(code: CInt) throws {
    var step = 0
    while true {
      let sandbox = try Sandbox()
      try sandbox.build(["2021": Self.old])
      let before = try sandbox.site()
      let count = Monitor(0)
      let allowed = step + 4
      let disk = Disk { change, _ in
        guard [.makeFolder, .createFile, .writeFile, .link, .rename].contains(change) else {
          return nil
        }
        return count.withLock { count in
          count += 1
          return count > allowed ? code : nil
        }
      }
      // The first four are the lock and the folders of sitegen's own.
      let publisher = try Publisher(open: sandbox.output, disk: disk)
      let error = failure {
        try publisher.publish(folder: "2021", files: outputFiles(Self.new))
      }
      guard let error else { break }
      #expect(error.rule == "disk-full")
      #expect(error.path.hasPrefix(sandbox.output + "/"))
      #expect(try sandbox.site() == before)
      #expect(try sandbox.staged() == [])
      #expect(publisher.summary == PublishSummary())
      step += 1
    }
    #expect(step > 6)
  }

  @Test func theErrorNamesThePageAndNotItsStagedCopy() throws {
    let sandbox = try Sandbox()
    let disk = Disk { change, path in
      change == .writeFile && path.hasSuffix("/a.html") ? ENOSPC : nil
    }
    let report = failure { try sandbox.build(["2021": Self.new], disk: disk) }
    #expect(
      report
        == .diskFull(path: sandbox.output + "/2021/a.html", reason: "磁盘已满"))
    let site = failure { try sandbox.build([:], site: ["a.html": "x"], disk: disk) }
    #expect(
      site == .diskFull(path: sandbox.output + "/a.html", reason: "磁盘已满"))
    #expect(!sandbox.exists("a.html") && !sandbox.exists("2021"))
    try sandbox.build(["2021": Self.new])
    #expect(try sandbox.report("2021") == Self.new)
  }

  @Test func aFullDiskForTheManifestLeavesTheOldOne() throws {
    let sandbox = try Sandbox()
    try sandbox.build(["2021": Self.old])
    let before = try sandbox.text(".sitegen-manifest")
    let disk = Disk { change, path in
      change == .writeFile && path.hasSuffix("/.sitegen-manifest") ? ENOSPC : nil
    }
    let error = failure { try sandbox.build(["2021": Self.new], disk: disk) }
    #expect(error?.path == sandbox.output + "/.sitegen-manifest")
    #expect(try sandbox.text(".sitegen-manifest") == before)
    #expect(try sandbox.staged() == [])
    try sandbox.build(["2021": Self.old])
    #expect(try sandbox.report("2021") == Self.old)
  }
}
