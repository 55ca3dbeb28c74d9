import Foundation
import Testing

/// Proves that no slip in the committed content would be published unseen: each mutant differs from
/// the content in one thing, and every one has to be caught.
///
/// Run on its own: `swift test --filter MutationTests`.
@Suite struct MutationTests {
  private let content: CommittedContent

  init() throws {
    content = try CommittedContent.read()
  }

  private var grids: [CSVGrid] { content.tables.map { CSVGrid($0, content.text($0)) } }

  @Test func theContentItselfIsClean() throws {
    var check = try MutantCheck(content)
    #expect(try check.errors(replacing: "", with: "").isEmpty)
    #expect(grids.count == 12)
    #expect(grids.allSatisfy { !$0.text.contains("\"") && $0.text == content.text($0.path) })
  }

  @Test func everyAmountOneFenOff() async throws {
    var mutants: [Mutant] = []
    for grid in grids {
      for (place, step) in grid.amounts.flatMap({ [($0, 1), ($0, -1)] }) {
        let digits = CSVGrid.digits(grid[place]) + step
        guard digits >= 0 else { continue }
        mutants.append(
          grid.mutant("\(grid[place]) → \(CSVGrid.amount(digits))", [place]) {
            $0[place] = CSVGrid.amount(digits)
          })
      }
    }
    #expect(mutants.count == 2 * 347 - 8)
    try await expectAllCaught(mutants, "amounts changed by one fen")
  }

  @Test func everyDigitOfEveryFigureInTheNarrative() async throws {
    let path = "2021/narrative.md"
    let lines = content.text(path).split(separator: "\n", omittingEmptySubsequences: false)
    var mutants: [Mutant] = []
    for (index, line) in lines.enumerated() {
      let characters = Array(line)
      for place in Self.figureDigits(in: characters) {
        guard let digit = characters[place].wholeNumberValue else { continue }
        var changed = characters
        changed[place] = Character(String((digit + 1) % 10))
        var copy = lines
        copy[index] = Substring(String(changed))
        mutants.append(
          Mutant(
            name: "\(path):\(index + 1) \(String(changed[max(0, place - 8)...place]))",
            path: path, lines: (index + 1)...(index + 1), text: copy.joined(separator: "\n")))
      }
    }
    #expect(mutants.count > 300)
    try await expectAllCaught(mutants, "digits changed in the narrative")
  }

  @Test func amountsSwappedWithinARow() async throws {
    let mutants = grids.flatMap { grid in
      Dictionary(grouping: grid.amounts, by: \.row).sorted { $0.key < $1.key }
        .flatMap { _, places in
          zip(places, places.dropFirst()).filter { grid[$0] != grid[$1] }.map { a, b in
            grid.mutant("\(grid[a]) ⇄ \(grid[b])", [a, b]) { copy in
              (copy[a], copy[b]) = (copy[b], copy[a])
            }
          }
        }
    }
    #expect(mutants.count == 20)
    try await expectAllCaught(mutants, "amounts swapped within a row")
  }

  @Test func amountsMovedOneRowDown() async throws {
    let mutants = grids.flatMap { grid in
      grid.amounts.compactMap { place -> Mutant? in
        let below = CSVGrid.Place(row: place.row + 1, column: place.column)
        guard grid.rows.indices.contains(below.row), below.column < grid.rows[below.row].count,
          grid[below] != grid[place], grid[below].isEmpty || CSVGrid.isAmount(grid[below])
        else { return nil }
        return grid.mutant("\(grid[place]) moved down", [place, below]) { copy in
          copy[below] = copy[place]
          copy[place] = ""
        }
      }
    }
    #expect(mutants.count > 200)
    try await expectAllCaught(mutants, "amounts moved one row down")
  }

  @Test func amountsBlanked() async throws {
    let mutants = grids.flatMap { grid in
      grid.amounts.filter { CSVGrid.digits(grid[$0]) != 0 }.map { place in
        grid.mutant("\(grid[place]) blanked", [place]) { $0[place] = "" }
      }
    }
    #expect(mutants.count == 347 - 8)
    try await expectAllCaught(mutants, "amounts blanked")
  }

  @Test func tablesTimesTenThousand() async throws {
    let mutants = grids.filter { !$0.amounts.isEmpty }.map { grid in
      grid.mutant("times 10,000", grid.amounts) { copy in
        for place in grid.amounts {
          copy[place] = CSVGrid.amount(CSVGrid.digits(grid[place]) * 10_000)
        }
      }
    }
    #expect(mutants.count == 10)
    try await expectAllCaught(mutants, "tables multiplied by 10,000")
  }

  /// The digits of numbers with 元, 万元 or % behind them, outside of link destinations.
  private static func figureDigits(in characters: [Character]) -> [Int] {
    var places: [Int] = []
    var number: [Int] = []
    var depth = 0
    for (index, character) in characters.enumerated() {
      if character == "(", index > 0, characters[index - 1] == "]" || depth > 0 { depth += 1 }
      if character == ")", depth > 0 { depth -= 1 }
      guard depth == 0 else { continue }
      if character.isASCII, character.isNumber {
        number.append(index)
      } else if character != "." {
        if character == "元" || character == "万" || character == "%" { places += number }
        number = []
      }
    }
    return places
  }

  /// Checks the mutants on all cores, prints how many were caught, and names those that were not.
  private func expectAllCaught(_ mutants: [Mutant], _ what: String) async throws {
    let content = content
    let cores = ProcessInfo.processInfo.activeProcessorCount
    let missed = try await withThrowingTaskGroup(of: [String].self) { group in
      for core in 0..<cores {
        group.addTask {
          var check = try MutantCheck(content)
          return try stride(from: core, to: mutants.count, by: cores).map { mutants[$0] }
            .filter { !$0.isCaught(by: try check.errors(replacing: $0.path, with: $0.text)) }
            .map(\.name)
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    print("\(what): caught \(mutants.count - missed.count)/\(mutants.count)")
    #expect(missed.isEmpty, "not caught: \(missed.sorted().joined(separator: "; "))")
  }
}
