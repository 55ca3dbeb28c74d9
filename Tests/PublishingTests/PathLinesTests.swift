import Publishing
import Testing

@Suite struct PathLinesTests {
  private let paths: PathLines = ["b/index.html", "a-b/1.html", "a/1.html", "一/1.html", "a/0.html"]

  @Test func pathsComeInTheOrderInWhichTheyWereAdded() {
    #expect(
      Array(paths) == ["b/index.html", "a-b/1.html", "a/1.html", "一/1.html", "a/0.html"])
    #expect(Array(PathLines()).isEmpty)
  }

  @Test func pathsAreSortedByTheirBytes() {
    #expect(
      Array(paths.sorted()) == ["a-b/1.html", "a/0.html", "a/1.html", "b/index.html", "一/1.html"])
  }

  @Test(arguments: [
    ([], ["a", "b", "b/c", "一"]), (["b"], ["a", "b/c", "一"]),
    (["0", "b/c", "一", "丁"], ["a", "b"]),
    (["a", "b", "b/c", "一"], []), (["bb"], ["a", "b", "b/c", "一"]),
  ])
  func pathsThatOthersHaveAreLeftOut(others: [String], rest: [String]) {
    let paths: PathLines = ["一", "b/c", "a", "b"]
    var taken = PathLines()
    for path in others { taken.append(path) }
    #expect(Array(paths.sorted().subtracting(taken.sorted())) == rest)
    #expect(Array(PathLines().subtracting(taken.sorted())).isEmpty)
  }

  @Test(arguments: [
    (1, [1, 1, 1, 1, 1]), (2, [2, 2, 1]), (4, [4, 1]), (5, [5]), (6, [5]),
  ])
  func runsHaveSoManyPathsAndTheLastOneTheRest(length: Int, counts: [Int]) {
    let runs = paths.runs(of: length)
    #expect(runs.map { Array($0).count } == counts)
    #expect(runs.flatMap(Array.init) == Array(paths))
    #expect(PathLines().runs(of: length).isEmpty)
  }

  @Test func linesAreReadAsTheyWereWritten() {
    #expect(Array(PathLines(paths.bytes)) == Array(paths))
    #expect(Array(paths.sorted().runs(of: 2)[1].sorted()) == ["a/1.html", "b/index.html"])
  }
}
