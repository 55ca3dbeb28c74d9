import Foundation
@testable import Importing
import Testing

/// Whatever is done to the source, every cell that goes in comes out or is listed.
struct BalanceTests {
  @Test(arguments: 0..<24)
  func noCellIsLost(_ seed: UInt64) throws {
    var random = SplitMix(state: seed)
    var lines = try String(contentsOfFile: sourceText, encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for _ in 0..<40 { mutate(&lines, &random) }
    let report = try fromText(lines.joined(separator: "\n"))
    #expect(report.balance.isBalanced, "\(report.balance)")
    let cells = report.files.filter { $0.path.hasSuffix(".csv") }.map { filledCells($0.bytes) }
    #expect(cells.reduce(0, +) == report.balance.written)
    #expect(report.balance.read == lines.count { isFilledCell($0) })
  }

  private func isFilledCell(_ line: String) -> Bool {
    guard line.hasPrefix("\t") else { return false }
    let bare = line.replacing(/\[bookmark:[^\]]*\]/, with: "")
    return bare.contains { !$0.isWhitespace }
  }

  private func mutate(_ lines: inout [String], _ random: inout SplitMix) {
    let index = Int.random(in: 0..<lines.count, using: &random)
    switch Int.random(in: 0..<7, using: &random) {
    case 0: lines.insert("\t多出的\(index)", at: index)
    case 1: lines.insert("", at: index)
    case 2: lines.remove(at: index)
    case 3: if lines[index].hasPrefix("\t") { lines[index] = "\t改\(index)" }
    case 4: lines.insert("插入的一段。", at: index)
    case 5: lines.insert(contentsOf: ["", "", ""], at: index)
    default:
      let other = Int.random(in: 0..<lines.count, using: &random)
      lines.swapAt(index, other)
    }
  }

  /// The filled cells of a CSV file under its header; read here by itself.
  private func filledCells(_ bytes: [UInt8]) -> Int {
    var isQuoted = false
    var isHeader = true
    var isFilled = false
    var count = 0
    for character in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      switch character {
      case "\"":
        isQuoted.toggle()
      case ",", "\n":
        guard !isQuoted else { continue }
        if isFilled, !isHeader { count += 1 }
        isFilled = false
        if character == "\n" { isHeader = false }
      default: isFilled = true
      }
    }
    return count
  }
}

/// A small generator of random numbers that is the same everywhere.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
