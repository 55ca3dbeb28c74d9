import Foundation
import Testing

@testable import Publishing

@Suite struct TurnTests {
  /// A department's folder is swapped while another thread publishes a report inside it: without
  /// turns, the report would go into the old folder after it was copied, and be lost with it.
  @Test func aReportPublishedDuringItsParentsSwapIsNotLost() throws {
    let sandbox = try Sandbox()
    try sandbox.build(["x": ["a.html": "1", "b.html": "1"], "x/2021": ["a.html": "1"]])

    let inner = Monitor<Publisher?>(nil)
    let isDone = Monitor(false)
    let disk = Disk { change, path in
      if change == .exchange, path.hasSuffix("/public/x") {
        let publisher = inner.withLock { $0 }
        Thread.detachNewThread {
          _ = try? publisher?.publish(folder: "x/2021", files: outputFiles(["a.html": "2"]))
          isDone.withLock { $0 = true }
        }
        Thread.sleep(forTimeInterval: 0.3)
      }
      return nil
    }
    let publisher = try Publisher(open: sandbox.output, disk: disk)
    inner.withLock { $0 = publisher }
    try publisher.publish(folder: "x", files: outputFiles(["a.html": "2", "b.html": "2"]))
    isDone.wait { $0 }
    let summary = try publisher.finish()
    inner.withLock { $0 = nil }

    #expect(summary == PublishSummary(written: 3, unchanged: 0, removed: 0))
    #expect(try sandbox.report("x") == ["a.html": "2", "b.html": "2", "2021/a.html": "2"])
  }
}
