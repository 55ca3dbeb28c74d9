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
}
