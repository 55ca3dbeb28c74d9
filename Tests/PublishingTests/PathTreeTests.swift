import Testing

@testable import Publishing

@Suite struct PathTreeTests {
  private let departments = ["a", "b", "c"].map { PathName($0) }
  private let report = PathName("2021")
  private let pages = [PathName("detail.html"), PathName("index.html")]

  private func paths(of tree: PathTree) throws -> [String] {
    var paths: [String] = []
    try tree.root.forEachPath { paths.append($0) }
    return paths
  }

  /// Folders with the same content are stored once; what becomes of one must not show in another.
  @Test func whatOneFolderGetsItsNeighboursDoNot() throws {
    var tree = PathTree()
    for department in departments {
      tree.add(pages, in: [department, report], report: true)
    }
    tree.add(try OutputPath("b/2021/new.html"))
    tree.add([PathName("index.html")], in: [departments[0], PathName("2022")])
    #expect(
      try paths(of: tree) == [
        "a/2021/detail.html", "a/2021/index.html", "a/2022/index.html",
        "b/2021/detail.html", "b/2021/index.html", "b/2021/new.html",
        "c/2021/detail.html", "c/2021/index.html",
      ])
  }

  /// Of two folders that hold the same but for whose they are, each stays what it was.
  @Test func whoseAFolderIsStaysWithIt() {
    var tree = PathTree()
    tree.add(pages, in: [departments[0], report], report: true)
    tree.add(pages, in: [departments[1], report])
    #expect(tree.node(at: [departments[0], report])?.belongsToReport == true)
    #expect(tree.node(at: [departments[1], report])?.belongsToReport == false)
  }
}
