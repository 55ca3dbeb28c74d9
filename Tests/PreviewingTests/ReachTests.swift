import Foundation
import Previewing
import Testing

/// What a preview reads and answers, whatever it is asked.
@Suite struct ReachTests {
  @Test(arguments: [
    "..", "../Content/site.yml", "2021/../../etc/passwd", "2021/..", "./index.html",
    "2021//index.html",
    "2021/report.yml", "2021/narrative.md", "2021/tables/revenue.csv", "site.yml",
    "forms/xicheng-2021.yml", "layout.mustache", "assets/../layout.mustache", "assets/", "assets",
    "2021\\revenue.html", "2021/revenue.html\0", "\0", "/", "//", "~preview/../2021/", "~preview/x",
    "~preview/state", "/etc/passwd", "2021/index.html/", "C:\\boot.ini", ".sitegen-manifest",
  ])
  func answersNothingElse(path: String) async throws {
    let desk = try Desk()
    #expect(await desk.preview.answer(path).word == "not found")
    let read = desk.content.read
    #expect(read.isSubset(of: Set(desk.content.paths)))
    #expect(desk.templates.read.isSubset(of: Set(desk.templates.paths)))
  }

  @Test func readsReportsOnlyWhenAsked() async throws {
    let desk = try Desk { content, _ in
      for path in content.paths where path.hasPrefix("2021/") {
        for year in 2010..<2020 {
          content.set("\(year)" + path.dropFirst(4), content.text(path))
        }
      }
    }
    #expect(desk.content.read.allSatisfy { $0.hasPrefix("forms/") || $0 == "site.yml" })
    _ = await desk.page("2015/")
    #expect(
      desk.content.read.allSatisfy {
        $0.hasPrefix("forms/") || $0 == "site.yml" || $0.hasPrefix("2015/")
      })
    #expect(await desk.page("~preview/").contains("已完成 1 份，共 11 份"))
    let home = await desk.preview.state(of: "")
    await desk.prepareAll()
    #expect(await desk.preview.state(of: "") != home)
    #expect(await !desk.page("~preview/").contains("正在检查"))
    #expect(await desk.page("").contains("2010/index.html"))
  }

  @Test func servesOnlyPicturesThatThePagesShow() async throws {
    let desk = try Desk { content, _ in
      try content.replace("2021/narrative.md", "主要项目是：", "主要项目是：![图](a.png)")
      content.set("2021/a.png", bytes: [1, 2, 3])
      content.set("2021/b.png", bytes: [4])
    }
    #expect(await desk.preview.answer("2021/a.png").bytes == [1, 2, 3])
    #expect(await desk.preview.answer("2021/b.png").word == "not found")
  }

  /// Rendering a report with errors is what only a preview does: every kind of error must pass.
  @Test func survivesEveryInvalidContent() async throws {
    let tests = Desk.root.appending(path: "Tests/LoadingTests")
    let cases = try FileManager.default.contentsOfDirectory(
      atPath: tests.appending(path: "invalid").path)
    var count = 0
    for name in cases.sorted() {
      let folder = tests.appending(path: "invalid/\(name)/content")
      guard FileManager.default.fileExists(atPath: folder.path) else { continue }
      count += 1
      let content = try EditableFolder(
        "Content", copying: tests.appending(path: "Fixtures/small-content"))
      let changed = try EditableFolder("Content", copying: folder)
      let removed = try? String(
        contentsOf: tests.appending(path: "invalid/\(name)/removed.txt"), encoding: .utf8)
      for path in removed?.split(separator: "\n") ?? [] { content.set(String(path), nil) }
      let templates = try EditableFolder(
        "Templates", copying: Desk.root.appending(path: "Templates"))
      let preview = try Preview(
        SourceFolders(content: content.folder, templates: templates.folder))
      _ = await preview.answer("2021/")
      for path in changed.paths { content.set(path, changed.text(path)) }
      await preview.refresh(SourceChanges(content: Set(changed.paths)))
      for page in ["2021/", "2021/revenue.html", "2021/reconciliation.html", "", "~preview/"] {
        #expect(await !preview.answer(page).bytes.isEmpty, "\(name): \(page)")
      }
      while await preview.prepareNext() {}
      let overview = String(decoding: await preview.answer("~preview/").bytes, as: UTF8.self)
      #expect(overview.contains("<code>\(name)</code>"), "\(name)")
    }
    #expect(count > 20)
  }

  /// Cells and rows taken out at random, and bytes in the middle of a character.
  @Test func survivesDamagedFiles() async throws {
    let desk = try Desk()
    var random = Lehmer(state: 20_211)
    let paths = desk.content.paths.filter { !$0.hasPrefix("leftovers") }
    for _ in 0..<30 {
      let path = paths[Int(random.next() % UInt64(paths.count))]
      let original = Array(desk.content.text(path).utf8)
      var damaged = original
      let start = Int(random.next() % UInt64(max(1, damaged.count)))
      let end = min(damaged.count, start + Int(random.next() % 200))
      damaged.replaceSubrange(start..<end, with: Array("\",[:{#\u{1F600}\n".utf8))
      desk.content.set(path, bytes: damaged)
      await desk.preview.refresh(SourceChanges(content: [path]))
      for page in ["2021/", "2021/expenditure.html", "2021/reconciliation.html", "", "~preview/"] {
        #expect(await !desk.preview.answer(page).bytes.isEmpty, "\(path) \(start)..<\(end)")
      }
      desk.content.set(path, bytes: original)
      await desk.preview.refresh(SourceChanges(content: [path]))
    }
  }

  private struct Lehmer {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state * 48_271 % 2_147_483_647
      return state
    }
  }
}
