import Foundation
import Testing

@testable import Publishing

@Suite struct ManifestTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  @Test func isSortedByBytes() throws {
    try sandbox.build(
      [
        "a": ["z.html": "1", "b.html": "1"], "a-b": ["c.html": "1"], "a/n": ["x": "1"],
        "预算": ["甲.html": "1"],
      ],
      site: ["a.html": "1", "Z": "1", "ab": "1", "assets/s.css": "1"])
    // As printed by `LC_ALL=C sort`.
    #expect(
      try sandbox.text(".sitegen-manifest") == """
        sitegen-manifest 1
        Z
        a-b/c.html
        a.html
        a/b.html
        a/n/x
        a/z.html
        ab
        assets/s.css
        预算/甲.html

        """)
  }

  /// `-` and `.` come before the slash behind a folder's name, `0` comes after it.
  @Test func isSortedWhateverTheNames() throws {
    var names = ["a"]
    for start in 0..<13 { names += ["-", "0", ".b"].map { names[start] + $0 } }
    var reports: [String: [String: String]] = [:]
    for name in names { reports[name] = ["x": "1", "z/y": "1"] }
    let site = Dictionary(uniqueKeysWithValues: names.map { ($0 + "c", "1") })
    try sandbox.build(reports, site: site)
    let paths = try sandbox.text(".sitegen-manifest").split(separator: "\n").dropFirst()
    #expect(paths.count == 3 * names.count)
    let sorted = paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    #expect(Array(paths) == sorted)
  }

  @Test func doesNotChangeWithAnAmount() throws {
    try sandbox.build(["2021": ["a.html": "1", "b.html": "1"]])
    let before = try sandbox.stamp(".sitegen-manifest")
    try sandbox.build(["2021": ["a.html": "2", "b.html": "2"]])
    #expect(try sandbox.stamp(".sitegen-manifest") == before)
  }

  @Test(arguments: [
    ["2021": ["a.html": "1"]], ["2021": ["a.html": "1", "b.html": "1", "c.html": "1"]],
    ["2021": ["a.html": "1", "c.html": "1"]],
  ])
  func isWrittenWhenTheFilesChange(second: [String: [String: String]]) throws {
    try sandbox.build(["2021": ["a.html": "1", "b.html": "1"]])
    try sandbox.build(second)
    let names = try #require(second["2021"]?.keys.sorted())
    let expected = "sitegen-manifest 1\n" + names.map { "2021/\($0)\n" }.joined()
    #expect(try sandbox.text(".sitegen-manifest") == expected)
  }

  @Test(arguments: [
    ["2021/a.html", "2021/b.html", "2021/b.html", "2022/a.html", "2022/b.html"],
    ["2021/b.html", "2021/a.html", "2022/a.html", "2022/b.html"],
    ["2022/a.html", "2022/b.html", "2021/a.html", "2021/b.html"],
    ["2021/a.html", "2021/b.html\r", "2022/a.html", "2022/b.html"],
    ["2021/a.html", "2021/b.html", "", "2022/a.html", "2022/b.html"],
    ["2021/a.html", "2021/b.html", "2021/c\u{1}", "2022/a.html", "2022/b.html"],
  ])
  func isWrittenAnewWhereItIsNotAsWeWrite(lines: [String]) throws {
    let files = ["a.html": "1", "b.html": "1"]
    let names = ["2021/a.html", "2021/b.html", "2022/a.html", "2022/b.html"]
    let expected = (["sitegen-manifest 1"] + names).joined(separator: "\n") + "\n"
    try sandbox.build(["2021": files, "2022": files])
    #expect(try sandbox.text(".sitegen-manifest") == expected)
    for end in ["\n", ""] {
      try sandbox.put(
        (["sitegen-manifest 1"] + lines).joined(separator: "\n") + end, at: ".sitegen-manifest")
      #expect(try sandbox.build(["2021": files, "2022": files]).unchanged == 4)
      #expect(try sandbox.text(".sitegen-manifest") == expected)
    }
  }

  @Test func isLongerThanOneChunk() throws {
    let names = (1000..<5000).map { "a-rather-long-name-\($0).html" }
    let files = Dictionary(uniqueKeysWithValues: names.map { ($0, "") })
    let expected = "sitegen-manifest 1\n" + names.map { "2021/\($0)\n" }.joined()
    try sandbox.build(["2021": files])
    #expect(try sandbox.text(".sitegen-manifest") == expected)
    let before = try sandbox.stamp(".sitegen-manifest")
    #expect(try sandbox.build(["2021": files]).unchanged == 4000)
    #expect(try sandbox.stamp(".sitegen-manifest") == before)
  }

  @Test func linesThatCannotBeOursAreIgnored() throws {
    try "outside".write(
      toFile: sandbox.base + "/victim", atomically: false, encoding: .utf8)
    for path in ["CNAME", ".git/HEAD", "d/keep", ".sitegen/x"] { try sandbox.put("mine", at: path) }
    let long = String(repeating: "x", count: 100_000)
    let lines = [
      "sitegen-manifest 1", sandbox.base + "/victim", "../victim", "d/../../victim", "d", "d/",
      "", ".", "..", ".git/HEAD", ".sitegen/x", ".sitegen-manifest", long, "a\u{1}b",
      "<<<<<<< HEAD", "2021/old.html", "=======", "2021/old.html", ">>>>>>> other",
    ]
    try sandbox.put(lines.joined(separator: "\n"), at: ".sitegen-manifest")
    try sandbox.put("ours", at: "2021/old.html")
    let summary = try sandbox.build(["2021": ["index.html": "x"]])
    #expect(summary.removed == 1)
    #expect(
      try sandbox.site() == [
        "CNAME": "mine", ".git/HEAD": "mine", "d/keep": "mine", "2021/index.html": "x",
        ".sitegen-manifest": "sitegen-manifest 1\n2021/index.html\n",
      ])
    #expect(try sandbox.text(".sitegen/x") == "mine")
    #expect(try String(contentsOfFile: sandbox.base + "/victim", encoding: .utf8) == "outside")
  }

  @Test(arguments: ["", "\n", "sitegen-manifest 2\n2021/a.html\n", "2021/a.html\n", "\u{0}"])
  func anUnknownHeaderStopsTheBuild(text: String) throws {
    try sandbox.put(text, at: ".sitegen-manifest")
    try sandbox.put("old", at: "2021/a.html")
    let error = failure { try sandbox.build([:]) }
    #expect(error?.rule == "output-manifest")
    #expect(error?.path == sandbox.output + "/.sitegen-manifest")
    #expect(try sandbox.text("2021/a.html") == "old")
  }

  @Test func lineEndsOfWindowsAreRead() throws {
    try sandbox.put("sitegen-manifest 1\r\n2021/a.html\r\n", at: ".sitegen-manifest")
    try sandbox.put("old", at: "2021/a.html")
    try sandbox.build(["2021": ["a.html": "new"]])
    #expect(try sandbox.report("2021") == ["a.html": "new"])
    #expect(try sandbox.text(".sitegen-manifest") == "sitegen-manifest 1\n2021/a.html\n")
  }

  @Test func theOrderOfLinesDoesNotMatter() throws {
    func tree(_ lines: [String]) -> PathTree.Node {
      var list = PathList()
      for line in lines { list.add(Array(line.utf8)[...]) }
      return list.finish().root
    }
    let folders = ["", "a/", "a-b/", "a/n/", "b/2020/", "b/2021/", "b/2022/", "预算/"]
    let lines = folders.flatMap { folder in ["x.html", "y.html", "z"].map { folder + $0 } }
    let sorted = tree(lines.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    var paths: [String] = []
    try sorted.forEachPath { paths.append($0) }
    #expect(Set(paths) == Set(lines) && paths.count == lines.count)
    // Every other line, backwards, then the rest: each folder comes twice and late.
    let mixed =
      stride(from: 23, through: 1, by: -2).map { lines[$0] }
      + stride(from: 0, through: 22, by: 2).map { lines[$0] }
    for other in [lines.reversed(), mixed] {
      #expect(tree(other).hasSameFiles(as: sorted))
    }
  }
}
