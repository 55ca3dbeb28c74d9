import Foundation
import Previewing
import Testing

/// What a clerk does while a preview is open: edits, breaks and mends every kind of file.
@Suite struct EditingTests {
  private let table = "2021/tables/expenditure.csv"

  @Test func showsANewFigure() async throws {
    let desk = try Desk()
    let other = await desk.preview.answer("2021/government-fund.html").state
    let before = await desk.preview.answer("2021/expenditure.html")
    #expect(String(decoding: before.bytes, as: UTF8.self).contains(">69,360.00</td>"))
    try await desk.edit(table, "205,教育支出,69360.00", "205,教育支出,69361.00")
    let after = await desk.preview.answer("2021/expenditure.html")
    #expect(String(decoding: after.bytes, as: UTF8.self).contains(">69,361.00</td>"))
    #expect(after.state != before.state)
    // The error shows on other pages too, so that they have to be loaded again as well.
    #expect(await desk.preview.answer("2021/government-fund.html").state != other)
    try await desk.edit(table, "205,教育支出,69361.00", "205,教育支出,69360.00")
    #expect(await desk.preview.answer("2021/expenditure.html").state == before.state)
    #expect(await desk.preview.answer("2021/government-fund.html").state == other)
  }

  @Test func marksACellAndAFigure() async throws {
    let desk = try Desk()
    try await desk.edit(table, "205,教育支出,69360.00", "205,教育支出,69361.00")
    let page = await desk.page("2021/expenditure.html")
    #expect(page.contains("data-place=\"205.total\""))
    #expect(page.contains("<code>hierarchy-sum</code>"))
    #expect(page.contains("Content/2021/tables/expenditure.csv 第5行第10个字"))
    try await desk.edit("2021/narrative.md", "[29588676.51元]", "[29588676.15元]")
    let narrative = await desk.page("2021/")
    #expect(narrative.contains("data-place=\"figure-29588676.15元\" data-words=\"29588676.15元\""))
    #expect(narrative.contains("id=\"figure-29588676.15元\""))
  }

  @Test func marksAParagraph() async throws {
    let desk = try Desk()
    try await desk.edit("2021/narrative.md", "主要项目是：", "主要项目是：待填写")
    let page = await desk.page("2021/")
    let line =
      1 + desk.content.text("2021/narrative.md").prefix { _ in true }
      .split(separator: "\n", omittingEmptySubsequences: false)
      .firstIndex { $0.contains("待填写") }!
    #expect(page.contains("data-place=\"line-\(line)\" data-words=\"待填写\""))
    #expect(page.contains("<span id=\"line-\(line)\"></span>"))
  }

  @Test(arguments: [
    ("2021/report.yml", "title:", "title: ["), ("2021/narrative.md", "]", "]]](=("),
    ("forms/xicheng-2021.yml", "tables:", "tables: {"), ("site.yml", "name:", "name: \"["),
    ("2021/facts.yml", ":", ": ]"), ("2021/tables/expenditure.csv", "科目编码", "\"科目编码"),
  ])
  func survivesABrokenFile(path: String, old: String, new: String) async throws {
    let desk = try Desk()
    let before = await desk.page("2021/expenditure.html")
    let original = desk.content.text(path)
    try await desk.edit(path, old, new)
    let broken = await desk.preview.answer("2021/expenditure.html")
    #expect(broken.word == "found")
    #expect(String(decoding: broken.bytes, as: UTF8.self) != before)
    await desk.prepareAll()
    let overview = await desk.page("~preview/")
    #expect(overview.contains("改正后才能发布"))
    #expect(overview.contains("Content/" + path))
    desk.content.set(path, original)
    await desk.preview.refresh(SourceChanges(content: [path]))
    #expect(await desk.page("2021/expenditure.html") == before)
    await desk.prepareAll()
    #expect(await desk.page("~preview/").contains("没有错误，可以发布"))
  }

  /// Without a description there is no report to show.
  @Test func showsTheLastGoodPage() async throws {
    let desk = try Desk()
    _ = await desk.page("2021/revenue.html")
    try await desk.edit("2021/report.yml", "title:", "title: [")
    let page = await desk.page("2021/revenue.html")
    #expect(page.contains("preview-outdated"))
    #expect(page.contains("id=\"caption\""))
    #expect(page.contains("yaml-syntax"))
    // A clerk who begins while it is broken sees why there is nothing.
    let fresh = try Desk { content, _ in
      try content.replace("2021/report.yml", "title:", "title: [")
    }
    let answer = await fresh.preview.answer("2021/revenue.html")
    #expect(answer.word == "broken")
    #expect(String(decoding: answer.bytes, as: UTF8.self).contains("yaml-syntax"))
    try await fresh.edit("2021/report.yml", "title: [", "title:")
    #expect(await fresh.preview.answer("2021/revenue.html").word == "found")
  }

  @Test(arguments: [("{{title}}", "{{titel}}"), ("{{#metaTags}}", "{{#metaTags"), ("{{/way}}", "")])
  func survivesABrokenTemplate(old: String, new: String) async throws {
    let desk = try Desk()
    let before = await desk.page("2021/revenue.html")
    try await desk.editTemplate("layout.mustache", old, new)
    let page = await desk.page("2021/revenue.html")
    #expect(page.contains("id=\"caption\""))
    #expect(page.contains("template-"))
    await desk.prepareAll()
    #expect(await desk.page("~preview/").contains("Templates/layout.mustache"))
    #expect(await desk.page("").contains("template-"))
    #expect(await desk.page("nowhere").contains("template-"))
    let original = try EditableFolder(
      "Templates", copying: Desk.root.appending(path: "Templates")
    ).text("layout.mustache")
    desk.templates.set("layout.mustache", original)
    await desk.preview.refresh(SourceChanges(templates: ["layout.mustache"]))
    #expect(await desk.page("2021/revenue.html") == before)
  }

  @Test func beginsWithABrokenTemplate() async throws {
    let desk = try Desk { _, templates in templates.set("table.mustache", "{{#a}}") }
    for path in ["", "2021/", "2021/revenue.html"] {
      let answer = await desk.preview.answer(path)
      #expect(answer.word == "broken")
      #expect(String(decoding: answer.bytes, as: UTF8.self).contains("template-syntax"))
    }
    #expect(await desk.preview.answer("assets/site.css").word == "found")
  }

  @Test func aStyleSheetChangesEveryPage() async throws {
    let desk = try Desk()
    let before = await desk.preview.answer("2021/revenue.html").state
    desk.templates.set("assets/site.css", "body { color: red }")
    await desk.preview.refresh(SourceChanges(templates: ["assets/site.css"]))
    #expect(await desk.preview.answer("2021/revenue.html").state != before)
    #expect(await desk.page("assets/site.css") == "body { color: red }")
  }

  @Test func aFolderGoesAndComesBack() async throws {
    let desk = try Desk()
    let before = await desk.page("2021/revenue.html")
    desk.content.setUnreadable(true)
    await desk.preview.refresh(SourceChanges(content: Set(desk.content.paths)))
    let page = await desk.page("2021/revenue.html")
    #expect(page.contains("preview-file-unreadable"))
    #expect(page.contains("id=\"caption\""))
    desk.content.setUnreadable(false)
    await desk.preview.refresh(SourceChanges(content: Set(desk.content.paths)))
    #expect(await desk.page("2021/revenue.html") == before)
  }

  @Test func aReportComesAndGoes() async throws {
    let desk = try Desk()
    await desk.prepareAll()
    let files = desk.content.paths.filter { $0.hasPrefix("2021/") }
    for path in files { desk.content.set("2020" + path.dropFirst(4), desk.content.text(path)) }
    await desk.preview.refresh(
      SourceChanges(content: Set(files.map { "2020" + $0.dropFirst(4) })))
    #expect(await desk.preview.answer("2020/revenue.html").word == "found")
    await desk.prepareAll()
    #expect(await desk.page("").contains("2020/index.html"))
    for path in files { desk.content.set("2020" + path.dropFirst(4), nil) }
    await desk.preview.refresh(
      SourceChanges(content: Set(files.map { "2020" + $0.dropFirst(4) })))
    #expect(await desk.preview.answer("2020/revenue.html").word == "not found")
    await desk.prepareAll()
    #expect(await !desk.page("").contains("2020/index.html"))
  }

  /// What is wrong between two reports shows on the page of the later one, and leads to the other.
  @Test func comparesWithLastYear() async throws {
    let desk = try Desk { content, _ in
      for path in content.paths where path.hasPrefix("2021/") {
        content.set("2022" + path.dropFirst(4), content.text(path))
      }
      try content.replace("2022/report.yml", "fiscal_year: 2021", "fiscal_year: 2022")
      let table = content.text("2022/tables/three-public.csv")
      content.set(
        "2022/tables/three-public.csv",
        table.replacing("2021", with: "2022").replacing("2020", with: "2021"))
    }
    await desk.prepareAll()
    let overview = await desk.page("~preview/")
    #expect(overview.contains("<code>last-year-figure</code>"))
    #expect(overview.contains("href=\"/2021/three-public.html#"))
    #expect(await desk.page("2022/three-public.html").contains("<code>last-year-figure</code>"))
  }

  /// A link to another report that is not there shows beside its words, as long as it is not.
  @Test func looksForReportsThatAreLinkedTo() async throws {
    let desk = try Desk()
    try await desk.edit("2021/narrative.md", "主要项目是：", "见[去年](../2020/)。主要项目是：")
    await desk.prepareAll()
    #expect(await desk.page("2021/").contains("没有“2020”这份报告"))
    #expect(await desk.page("~preview/").contains("<code>dead-link</code>"))
    let files = desk.content.paths.filter { $0.hasPrefix("2021/") }
    for path in files { desk.content.set("2020" + path.dropFirst(4), desk.content.text(path)) }
    await desk.preview.refresh(
      SourceChanges(content: Set(files.map { "2020" + $0.dropFirst(4) })))
    await desk.prepareAll()
    #expect(await !desk.page("2021/").contains("没有“2020”这份报告"))
  }

  @Test func knowsTheStateOfAPage() async throws {
    let desk = try Desk()
    let page = await desk.preview.answer("2021/expenditure.html")
    #expect(await desk.preview.state(of: "2021/expenditure.html") == page.state)
    try await desk.edit(table, "205,教育支出,69360.00", "205,教育支出,69361.00")
    let state = await desk.preview.state(of: "2021/expenditure.html")
    #expect(state != page.state)
    #expect(await desk.preview.answer("2021/expenditure.html").state == state)
  }

  /// The words of the content cannot become markup of the notice.
  @Test func escapesWhatItShows() async throws {
    let desk = try Desk()
    let text = "\"><script>alert(1)</script>"
    try await desk.edit(table, "205,教育支出,69360.00", "205,教育支出,<script>alert(1)</script>")
    try await desk.edit("2021/narrative.md", "主要项目是：", "主要项目是：XX\(text)")
    await desk.prepareAll()
    for path in ["2021/", "2021/expenditure.html", "~preview/"] {
      #expect(await !desk.page(path).contains("<script>alert"), "\(path)")
    }
  }
}
