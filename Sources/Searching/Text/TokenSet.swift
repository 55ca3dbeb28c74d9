/// The tokens of one part of a report, each once, and whether a label has it.
struct TokenSet {
  private static let present: UInt64 = 1 << 33
  private static let label: UInt64 = 1 << 32

  /// A token with its marks; 0 is free.
  private var slots = [UInt64](repeating: 0, count: 4096)
  private var count = 0

  /// Adds a token; a token that occurs in a label keeps that mark.
  mutating func insert(_ token: UInt32, isLabel: Bool) {
    let marked = Self.present | (isLabel ? Self.label : 0) | UInt64(token)
    var slot = Self.slot(of: token, among: slots.count)
    while slots[slot] != 0 {
      if UInt32(truncatingIfNeeded: slots[slot]) == token {
        slots[slot] |= marked
        return
      }
      slot = (slot &+ 1) & (slots.count &- 1)
    }
    slots[slot] = marked
    count &+= 1
    if count * 2 > slots.count { grow() }
  }

  /// Hands out the tokens, in an order that depends on them alone; the set is empty afterwards.
  mutating func take() -> (labels: [UInt32], others: [UInt32]) {
    var labels: [UInt32] = []
    var others: [UInt32] = []
    others.reserveCapacity(count)
    for index in slots.indices where slots[index] != 0 {
      let token = UInt32(truncatingIfNeeded: slots[index])
      if slots[index] & Self.label != 0 { labels.append(token) } else { others.append(token) }
      slots[index] = 0
    }
    count = 0
    return (labels, others)
  }

  private static func slot(of token: UInt32, among count: Int) -> Int {
    Int(truncatingIfNeeded: (UInt64(token) &* 0x9E37_79B9_7F4A_7C15) >> 40) & (count &- 1)
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: 0, count: old.count * 2)
    for marked in old where marked != 0 {
      var slot = Self.slot(of: UInt32(truncatingIfNeeded: marked), among: slots.count)
      while slots[slot] != 0 { slot = (slot &+ 1) & (slots.count &- 1) }
      slots[slot] = marked
    }
  }
}
