import Budget
import Testing

@Suite("The parts of a decimal")
struct DecimalLayoutTests {
  /// The ends of what fits into one part and into both, and their neighbours.
  private static let edges: [Int128] = {
    let powers: [Int128] = [0, 1, Int128(Int64.max), Int128(UInt64.max), .max]
    return powers.flatMap { [$0, -$0, $0 == .max ? $0 : $0 + 1, $0 == .max ? -$0 : -$0 - 1] }
  }()

  @Test("give back every coefficient, whichever part its bits lie in", arguments: edges)
  func roundTrip(_ coefficient: Int128) {
    #expect(ExactDecimal(coefficient: coefficient, scale: 2).coefficient == coefficient)
  }

  @Test("take 24 bytes in a list, and a cell 48")
  func size() {
    #expect(MemoryLayout<ExactDecimal>.stride == 24)
    #expect(MemoryLayout<Cell>.stride == 48)
  }
}
