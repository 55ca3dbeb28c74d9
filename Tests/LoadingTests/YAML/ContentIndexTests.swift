import Budget
import Loading
import Testing

@Suite("Content folders")
struct ContentIndexTests {
  private let forms = """
    title: 表样
    tables:
      - id: revenue
        number: 表一
        title: "{last_year}年与{year}年收入"
        unit: 元
        columns: [{id: name, title: 名称, type: label}, {id: total, title: 合计, type: amount}]
        key: [name]
    """

  private func report(_ year: Int) -> String {
    """
    title: 预算
    department: 某局
    fiscal_year: \(year)
    kind: final-accounts
    form_set: f
    published: 2021-02-03
    notes:
      表一: 注：一条
    """
  }

  @Test("are scanned for reports at any depth, past what is hidden or left by Office")
  func discovery() throws {
    let files = [
      "forms/f.yml": forms, "财政局/2021-预算/report.yml": report(2021),
      "2020/report.yml": report(2020), ".git/report.yml": "", "2020/tables/~$revenue.csv": "",
      "2020/.DS_Store": "", "2020/.bak/report.yml": "",
    ]
    let index = try ContentIndex.scan(.inMemory(files))
    #expect(index.reports.map(\.path) == ["2020", "财政局/2021-预算"])
    #expect(index.reports.map(\.files) == [["2020/report.yml"], ["财政局/2021-预算/report.yml"]])
    #expect(index.formSets.keys.sorted() == ["f"])
    #expect(index.findings.map(\.rule) == ["site-tag-missing"])
  }

  /// U+F900 and U+8C48 are equivalent to Unicode, and look the same; they are two folders.
  @Test("keep folders apart that Unicode calls equivalent, and refuse one of them")
  func equivalentFolders() throws {
    let folders = ["\u{F900}/2021", "\u{8C48}/2021"].map {
      FolderListing(path: $0, names: ["report.yml"])
    }
    let index = try ContentIndex.scan(
      ContentFolder(name: "Content", folders: { folders }, read: { _ in [] }))
    #expect(index.reports.map { $0.path.unicodeScalars.first } == ["\u{8C48}"])
    #expect(index.findings.map(\.rule).contains("report-path-collision"))
  }

  @Test("refuse departments' folders that look alike, whatever the years below")
  func equivalentDepartments() throws {
    for names in [["\u{91D1}/2021", "\u{F90A}/2020"], ["Caiju/2021", "caiju/2022"]] {
      let folders = names.map { FolderListing(path: $0, names: ["report.yml"]) }
      let index = try ContentIndex.scan(
        ContentFolder(name: "Content", folders: { folders }, read: { _ in [] }))
      #expect(index.reports.map(\.path.unicodeScalars.first) == [names[0].unicodeScalars.first])
      #expect(index.findings.map(\.rule).contains("report-path-collision"))
    }
  }

  /// One folder is named with what it is like, not with what lies in it.
  @Test(
    "are named in pairs that look alike",
    arguments: [
      (["A/y", "a/x"], "“a”与“A”"), (["A/x", "a/x"], "“a/x”与“A/x”"),
      (["b/A", "b/a"], "“b/a”与“b/A”"), (["b/A/1", "b/a/1/x"], "“b/a/1”与“b/A/1”"),
      (["\u{8C48}/1", "\u{F900}/2"], "“\u{F900}”与“\u{8C48}”"),
    ])
  func pairs(names: [String], words: String) throws {
    let folders = names.map { FolderListing(path: $0, names: ["report.yml"]) }
    let index = try ContentIndex.scan(
      ContentFolder(name: "Content", folders: { folders }, read: { _ in [] }))
    let found = index.findings.filter { $0.rule == "report-path-collision" }
    #expect(found.map(\.position.file) == ["Content/\(names[1])/report.yml"])
    let message = try #require(found.first).message
    #expect(message.utf8.starts(with: "文件夹\(words)只有".utf8), "\(message)")
  }

  @Test(
    "may not be called as Windows calls devices",
    arguments: [
      ("con", "con"), ("2021/AUX", "AUX"), ("Com1/2021", "Com1"), ("nul.2021", "nul.2021"),
      ("con-2021", nil), ("com10", nil), ("lpt", nil), ("prn财政局", nil),
    ])
  func devices(path: String, name: String?) throws {
    let index = try ContentIndex.scan(
      ContentFolder(
        name: "Content", folders: { [FolderListing(path: path, names: ["report.yml"])] },
        read: { _ in [] }))
    let found = index.findings.filter { $0.rule == "report-path-unsafe" }.map(\.message)
    #expect(found.count == (name == nil ? 0 : 1))
    if let name { #expect(found.first?.hasPrefix("Windows 不许文件夹叫“\(name)”") == true) }
  }

  @Test("pass over what Windows leaves lying about")
  func leftBehind() throws {
    let files = [
      "forms/f.yml": forms, "2021/report.yml": report(2021), "2021/tables/Thumbs.db": "",
      "2021/desktop.ini": "", "2021/tables/DESKTOP.INI": "",
    ]
    let index = try ContentIndex.scan(.inMemory(files))
    #expect(index.reports.map(\.files) == [["2021/report.yml"]])
    // A folder of that name was made by somebody.
    let folder = try ContentIndex.scan(.inMemory(["desktop.ini/report.yml": report(2021)]))
    #expect(folder.reports.map(\.path) == ["desktop.ini"])
  }

  @Test("fill a form set in for each report's own years")
  func years() throws {
    let files = [
      "forms/f.yml": forms, "b/report.yml": report(2021), "a/report.yml": report(2020),
      "a/tables/表一.csv": "name,total\n甲,1.00\n", "b/tables/revenue.csv": "name,total\n甲,1.00\n",
      "a/facts.yml": "2019收入: {value: 6441.18万元, source: 2019年决算}\n",
    ]
    let (reports, findings) = try ContentFolder.inMemory(files).loaded()
    #expect(reports.map(\.path) == ["a", "b"])
    #expect(reports.map { $0.tables[0].form.title } == ["2019年与2020年收入", "2020年与2021年收入"])
    #expect(
      reports.map { $0.tables[0].file } == [
        "Content/a/tables/表一.csv", "Content/b/tables/revenue.csv",
      ])
    #expect(reports[0].tables[0].note == "注：一条")
    #expect(
      reports[0].tables[0].notePosition
        == SourcePosition(file: "Content/a/report.yml", line: 8, column: 7))
    #expect(reports[0].kind == .finalAccounts)
    #expect(reports[0].published == PublicationDate("2021-02-03"))
    #expect(reports[0].facts.map(\.name) == ["2019收入"])
    #expect(reports[0].facts.map(\.figure) == [PrintedFigure("6441.18万元")])
    #expect(
      findings.map(\.rule).filter { $0.hasPrefix("narrative") || $0.hasPrefix("table") }
        == ["narrative-missing", "narrative-missing"])
  }

  @Test("want notes that say something", arguments: ["。", "无", "没有。", "——", "略"])
  func emptyNotes(text: String) throws {
    let files = [
      "forms/f.yml": forms, "a/report.yml": report(2021).replacing("注：一条", with: "\"\(text)\""),
      "a/tables/revenue.csv": "name,total\n甲,1.00\n", "a/narrative.md": "# 说明\n",
    ]
    let (reports, findings) = try ContentFolder.inMemory(files).loaded()
    #expect(reports[0].tables[0].note == "")
    #expect(
      findings.filter { $0.severity == .error }.map(\.summary)
        == ["Content/a/report.yml:8:3 yaml-missing-key"])
  }

  @Test("give as much of a report as can be read, with all that is wrong with it")
  func partial() throws {
    let files = [
      "forms/f.yml": forms, "a/narrative.md": "# 说明\n", "a/tables/revenue.csv": "name,total\n甲,1\n",
      "a/report.yml": "title: 2021年预算\nfiscal_year: 二〇二一\nform_set: f\nkind: x\n",
    ]
    let (reports, findings) = try ContentFolder.inMemory(files).loaded()
    let report = try #require(reports.first)
    #expect(report.title == "2021年预算")
    #expect(report.narrative.blocks.count == 1)
    #expect(report.tables.map(\.rows.count) == [1])
    #expect(
      findings.filter { $0.position.file == "Content/a/report.yml" }.map(\.rule) == [
        "yaml-missing-key", "report-tag-missing", "yaml-invalid-value", "yaml-invalid-value",
      ])
  }
}
