import Foundation
import Testing

@testable import Publishing

@Suite struct PublishingErrorTests {
  static let all: [(PublishingError, rule: String)] = [
    (.anotherBuildIsRunning(path: "public/x"), "output-locked"),
    (.invalidPath(path: "public/x", reason: "为何"), "output-path"),
    (.writtenTwice(path: "public/x"), "output-duplicate"),
    (.foreignFileInTheWay(path: "public/x"), "output-foreign-file"),
    (.publishedOtherwise(path: "public/x"), "output-file-or-folder"),
    (.foreignFileCannotBeKept(path: "public/x", reason: "为何"), "output-foreign-file-kept"),
    (.symlinkInOutput(path: "public/x"), "output-symlink"),
    (.damagedManifest(path: "public/x", reason: "为何"), "output-manifest"),
    (.damagedRecord(path: "public/x"), "output-record"),
    (.diskFull(path: "public/x", reason: "为何"), "disk-full"),
    (.noPermission(path: "public/x", reason: "为何"), "output-permission"),
    (.systemFailure(path: "public/x", reason: "为何"), "output-io"),
  ]

  @Test func everyErrorSaysWhatWhereAndWhy() {
    for (error, rule) in Self.all {
      #expect(error.rule == rule)
      #expect(error.path == "public/x")
      #expect(error.description.contains("“public/x”"))
      #expect(error.description.contains("请"))
      let withoutReason = [
        "output-locked", "output-duplicate", "output-foreign-file", "output-file-or-folder",
        "output-symlink", "output-record",
      ]
      #expect(error.description.contains("为何") != withoutReason.contains(rule))
    }
  }

  @Test func aPathDoesNotDisturbTheTerminal() {
    let error = PublishingError.invalidPath(path: "a\u{1B}[2J\nb", reason: "含有控制字符")
    #expect(
      error.description == "不能写入路径“a\\u{1b}[2J\\u{a}b”：含有控制字符。请改内容文件夹或文件的名字。")
  }

  @Test(arguments: [EACCES, EPERM, EROFS]) func permissionIsReported(code: CInt) throws {
    let sandbox = try Sandbox()
    let disk = Disk { change, path in
      change == .createFile && path.hasSuffix("/index.html") ? code : nil
    }
    let error = failure { try sandbox.build(["2021": ["index.html": "x"]], disk: disk) }
    #expect(error?.rule == "output-permission")
    #expect(error?.path == sandbox.output + "/2021/index.html")
    #expect(!sandbox.exists("2021"))
  }
}
