import Budget
import Testing

@testable import Loading

@Suite("Pictures")
struct PictureTests {
  @Test(
    "are told by their size and not read",
    arguments: [(SourceText.maximumSize, []), (SourceText.maximumSize + 1, ["3:1 file-too-large"])])
  func size(_ size: Int, _ expected: [String]) throws {
    let texts = [
      "forms/f.yml": "title: 表样\ntables:\n  - {id: a, title: 表一}\n", "2021/图.png": "",
      "2021/narrative.md": "# 说明\n\n![图](图.png)\n",
      "2021/report.yml": "title: 2021年预算\nfiscal_year: 2021\nform_set: f\n",
    ]
    let files = ContentFolder.inMemory(texts)
    let folder = ContentFolder(
      name: files.name, folders: files.folders,
      read: { path in
        if path.hasSuffix(".png") { throw ContentFolderError(path: path, reason: "读了图片") }
        return try files.read(path)
      }, size: { _ in size })
    let found = try folder.loaded().findings
    #expect(found.filter { $0.rule == "file-too-large" }.map(\.place) == expected)
  }
}
