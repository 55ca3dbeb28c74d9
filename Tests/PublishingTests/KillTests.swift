import Foundation
import Testing

@testable import Publishing

/// Stops the world at every single change that a build makes to the disk: from then on no call
/// succeeds, not even those that would clean up, as when the process is killed.
@Suite struct KillTests {
  static let old = [
    "2020": ["index.html": "gone", "a.html": "gone"],
    "2021": ["index.html": "old", "a.html": "old", "b.html": "old", "same.html": "same"],
    "2022": ["index.html": "old", "same.html": "same"],
  ]
  static let new = [
    "2021": ["index.html": "new", "a.html": "new", "c/d.html": "new", "same.html": "same"],
    "2022": ["index.html": "new", "same.html": "same"],
    "x/2023": ["index.html": "new", "a.html": "new"],
  ]
  static let foreign = ["CNAME": "mine", "2020/note.txt": "mine", "2021/own/mine.txt": "mine"]

  /// Counts the changes and refuses all from the given one on.
  private func dying(at step: Int, exchange: Bool) -> (disk: Disk, hasDied: () -> Bool) {
    let count = Monitor(0)
    let disk = Disk { change, _ in
      let dead = count.withLock { count in
        count += 1
        return count > step
      }
      if dead { return EIO }
      return !exchange && change == .exchange ? EINVAL : nil
    }
    return (disk, { count.withLock { $0 > step } })
  }

  private func expectWholeReports(_ sandbox: Sandbox, mayLack: Bool, step: Int) throws {
    let folders = Set(Self.old.keys).union(Self.new.keys)
    for folder in folders {
      var found = try sandbox.report(folder)
      for path in Self.foreign.keys where path.hasPrefix(folder + "/") {
        if mayLack && found.isEmpty { continue }
        #expect(found.removeValue(forKey: String(path.dropFirst(folder.count + 1))) == "mine")
      }
      let allowed = [Self.old[folder] ?? [:], Self.new[folder] ?? [:]] + (mayLack ? [[:]] : [])
      #expect(allowed.contains(found), "\(folder) after step \(step)")
    }
    #expect(try sandbox.text("CNAME") == "mine")
  }

  private static func clean() throws -> [String: String] {
    let sandbox = try Sandbox()
    for (path, text) in foreign { try sandbox.put(text, at: path) }
    try sandbox.build(new, site: ["index.html": "new", "x/index.html": "new"])
    return try sandbox.site()
  }

  @Test(arguments: [true, false]) func everyKillLeavesWholeReports(exchange: Bool) throws {
    let clean = try Self.clean()
    var step = 0
    while true {
      let sandbox = try Sandbox()
      try sandbox.build(Self.old, site: ["index.html": "old", "old.html": "old"])
      for (path, text) in Self.foreign { try sandbox.put(text, at: path) }
      let (disk, hasDied) = dying(at: step, exchange: exchange)
      _ = failure {
        try sandbox.build(
          Self.new, site: ["index.html": "new", "x/index.html": "new"], disk: disk)
      }
      // Between the two renames that stand in for an exchange, a report may be away.
      try expectWholeReports(sandbox, mayLack: !exchange, step: step)
      #expect(["old", "new"].contains(try sandbox.text("index.html")))
      if !hasDied() { break }

      // Opening puts right what was interrupted, before anything is published.
      do {
        let publisher = try Publisher(open: sandbox.output)
        try withExtendedLifetime(publisher) {
          try expectWholeReports(sandbox, mayLack: false, step: step)
          #expect(try sandbox.staged() == [])
        }
      }
      try sandbox.build(Self.new, site: ["index.html": "new", "x/index.html": "new"])
      #expect(try sandbox.site() == clean, "after step \(step)")
      #expect(try sandbox.staged() == [])
      #expect(!sandbox.exists(".sitegen/journal"))
      step += 1
    }
    #expect(step > 50)
  }

  /// A first build has no manifest to tell the next one what is ours.
  @Test func aKilledFirstBuildDoesNotBlockTheNext() throws {
    let (disk, hasDied) = dying(at: 30, exchange: true)
    let sandbox = try Sandbox()
    _ = failure { try sandbox.build(Self.old, site: ["index.html": "old"], disk: disk) }
    #expect(hasDied())
    #expect(try sandbox.report("2020") == Self.old["2020"])
    #expect(!sandbox.exists(".sitegen-manifest"))
    try sandbox.build(Self.new)
    #expect(!sandbox.exists("2020"))
    #expect(try sandbox.report("2021") == Self.new["2021"])
  }

  /// What the killed build noted and did not come to write is not ours, whoever puts it there later.
  @Test func whatWasOnlyNotedIsForgotten() throws {
    let sandbox = try Sandbox()
    try sandbox.put("ours", at: "2021/a.html")
    try sandbox.put("2021/a.html\n2021/b.html\n2022/index.html\n", at: ".sitegen/journal")
    do {
      let publisher = try Publisher(open: sandbox.output)
      #expect(try sandbox.text(".sitegen/journal") == "2021/a.html\n")
      try publisher.discard()
    }
    try sandbox.put("mine", at: "2021/b.html")
    try sandbox.put("mine", at: "2022/index.html")
    try sandbox.build([:])
    #expect(
      try sandbox.site() == [
        "2021/b.html": "mine", "2022/index.html": "mine",
        ".sitegen-manifest": "sitegen-manifest 1\n",
      ])
  }

  @Test func aTornJournalIsCutBack() throws {
    let sandbox = try Sandbox()
    try sandbox.put("theirs", at: "2021/ind")
    try sandbox.put("ours", at: "2021/a.html")
    try sandbox.put("2021/a.html\n../x\n2021/ind", at: ".sitegen/journal")
    let publisher = try Publisher(open: sandbox.output)
    #expect(try sandbox.text(".sitegen/journal") == "2021/a.html\n../x\n")
    try publisher.publish(siteFiles: outputFiles(["b.html": "b"]))
    #expect(try sandbox.text(".sitegen/journal") == "2021/a.html\n../x\nb.html\n")
    try publisher.finish()
    #expect(
      try sandbox.site() == [
        "2021/ind": "theirs", "b.html": "b", ".sitegen-manifest": "sitegen-manifest 1\nb.html\n",
      ])
  }
}
