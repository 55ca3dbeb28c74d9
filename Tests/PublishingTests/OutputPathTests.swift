import Testing

@testable import Publishing

@Suite struct OutputPathTests {
  static let refused = [
    "", "/etc/passwd", "..", "../x", "a/../../x", "a/..", ".", "./a", "a/./b", "a//b", "a/", "a\0b",
    "a\\b", "a\nb", "a\u{7F}", "a\u{85}b", "\u{1B}[31m", String(repeating: "长", count: 86),
    Array(repeating: "a", count: 65).joined(separator: "/"),
    ".sitegen", ".sitegen/lock", ".SiteGen/x", ".sitegen-manifest", ".git/config", "a/.GIT/hooks/x",
  ]

  @Test(arguments: refused) func refuses(_ path: String) throws {
    let sandbox = try Sandbox()
    let publisher = try Publisher(open: sandbox.output)
    let before = try sandbox.site()
    let site = failure { try publisher.publish(siteFiles: [OutputFile(path: path, bytes: [1])]) }
    #expect(site?.rule == "output-path" && site?.path == path)
    let folder = failure {
      try publisher.publish(folder: path, files: [OutputFile(path: "a", bytes: [1])])
    }
    #expect(folder?.rule == "output-path" && folder?.path == path)
    #expect(try sandbox.site() == before)
  }

  @Test(arguments: refused.filter { !$0.lowercased().hasPrefix(".sitegen") })
  func refusesInAReport(_ path: String) throws {
    let sandbox = try Sandbox()
    let publisher = try Publisher(open: sandbox.output)
    let files = [OutputFile(path: "a.html", bytes: [1]), OutputFile(path: path, bytes: [1])]
    let error = failure { try publisher.publish(folder: "2021", files: files) }
    #expect(error?.rule == "output-path" && error?.path == "2021/" + path)
    #expect(!sandbox.exists("2021"))
  }

  @Test(arguments: [
    "a", "a/b/c.html", ".nojekyll", "...", "..a", "a..", "预算/2021/表一.html", "a b", "a:b", "-rf",
    ".gitignore", String(repeating: "长", count: 85),
  ])
  func accepts(_ path: String) throws {
    let sandbox = try Sandbox()
    try sandbox.build([:], site: [path: "x"])
    #expect(try sandbox.text(path) == "x")
  }

  @Test func namesAreToldApartByBytes() throws {
    let sandbox = try Sandbox()
    // A compatibility ideograph, and the unified one that Swift's String takes it for.
    let names = ["\u{F90A}.html", "\u{91D1}.html"]
    #expect(names[0] == names[1])
    let publisher = try Publisher(open: sandbox.output)
    try publisher.publish(
      folder: "2021", files: names.map { OutputFile(path: $0, bytes: Array($0.utf8)) })
    try publisher.finish()
    for name in names {
      let text = try sandbox.text("2021/" + name)
      #expect(Array(text.utf8) == Array(name.utf8))
    }
    let manifest = Array(try sandbox.text(".sitegen-manifest").utf8)
    #expect(
      manifest == Array("sitegen-manifest 1\n2021/\u{91D1}.html\n2021/\u{F90A}.html\n".utf8))
  }
}
