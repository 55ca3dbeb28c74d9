import Foundation
import Importing
import Testing

/// A report is written wholly or not at all, and nothing that is there is overwritten.
struct ReportFolderTests {
  private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("report-folder-" + UUID().uuidString).path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }

  private let files = [
    ImportedFile(path: "report.yml", text: "a\n"), ImportedFile(path: "tables/b.csv", text: "b\n"),
  ]

  @Test func aNewFolder() throws {
    try withFolder { folder in
      let report = ReportFolder(path: folder + "/Content/2021/")
      #expect(try report.write(files) == .created)
      #expect(try report.write(files) == .unchanged)
      let names = try FileManager.default.contentsOfDirectory(atPath: folder + "/Content")
      #expect(names == ["2021"])
    }
  }

  @Test func whatIsThereStays() throws {
    try withFolder { folder in
      let report = ReportFolder(path: folder + "/2021")
      _ = try report.write([files[0], ImportedFile(path: "mine.txt", text: "mine")])
      #expect(try report.write(files) == .completed(added: ["tables/b.csv"]))
      let mine = try String(contentsOfFile: folder + "/2021/mine.txt", encoding: .utf8)
      #expect(mine == "mine")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["2021"])
    }
  }

  @Test func anEditedFileStopsEverything() throws {
    try withFolder { folder in
      let report = ReportFolder(path: folder + "/2021")
      _ = try report.write([ImportedFile(path: "report.yml", text: "edited\n")])
      let failure = #expect(throws: ImportFailure.self) { try report.write(files) }
      #expect(failure?.message.contains("report.yml") == true)
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: folder + "/2021") == ["report.yml"])
    }
  }

  // MARK: After a kill

  private func write(_ text: String, _ path: String) throws {
    let place = URL(fileURLWithPath: path)
    try FileManager.default.createDirectory(
      at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: place)
  }

  /// Killed after the old folder was moved aside: it is back, with what was in it.
  @Test func aFolderThatWasMovedAsideComesBack() throws {
    try withFolder { folder in
      try write("mine", folder + "/.2021.before-import/sub/mine.txt")
      try write("half", folder + "/.2021.importing/half.txt")
      #expect(
        try ReportFolder(path: folder + "/2021").write(files)
          == .completed(added: ["report.yml", "tables/b.csv"]))
      #expect(try String(contentsOfFile: folder + "/2021/sub/mine.txt", encoding: .utf8) == "mine")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["2021"])
    }
  }

  /// Killed after the new folder came, or while the old one was removed.
  @Test func aFolderThatWasReplacedGoes() throws {
    try withFolder { folder in
      let report = ReportFolder(path: folder + "/2021")
      try write("mine", folder + "/2021/sub/mine.txt")
      _ = try report.write(files)
      try write("mine", folder + "/.2021.before-import/sub/mine.txt")
      let more = files + [ImportedFile(path: "more.txt", text: "more")]
      #expect(try report.write(more) == .completed(added: ["more.txt"]))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["2021"])
    }
  }

  /// Somebody made the folder anew while the old one was out of sight: neither is thrown away.
  @Test func aFolderWithOtherFilesIsKept() throws {
    try withFolder { folder in
      try write("mine", folder + "/.2021.before-import/report.yml")
      try write("a\n", folder + "/2021/report.yml")
      let failure = #expect(throws: ImportFailure.self) {
        try ReportFolder(path: folder + "/2021").write(files)
      }
      #expect(failure?.message.contains(".2021.before-import") == true)
      let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
      #expect(names == [".2021.before-import", "2021"])
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: folder + "/2021") == ["report.yml"])
    }
  }
}
