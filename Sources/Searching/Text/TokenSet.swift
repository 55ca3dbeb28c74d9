/// The tokens of one part of a report, each once, with the mark whether a label has it.
struct TokenSet {
  private var slots: [UInt64]
  private(set) var count = 0

  init() {
    slots = Array(repeating: 0, count: 4096)
  }

  /// Adds a token; a token that occurs in a label keeps that mark.
  mutating func insert(_ token: UInt64, isLabel: Bool) {
    if count * 2 > slots.count { grow() }
    let mark = isLabel ? SearchToken.labelBit : 0
    var slot = Self.slot(of: token, among: slots.count)
    while slots[slot] != 0 {
      if slots[slot] & ~SearchToken.labelBit == token {
        slots[slot] |= mark
        return
      }
      slot = (slot &+ 1) & (slots.count &- 1)
    }
    slots[slot] = token | mark
    count += 1
  }

  /// The tokens with their marks, in no particular order; the set is empty afterwards.
  mutating func take() -> [UInt64] {
    var tokens: [UInt64] = []
    tokens.reserveCapacity(count)
    for index in slots.indices where slots[index] != 0 {
      tokens.append(slots[index])
      slots[index] = 0
    }
    count = 0
    return tokens
  }

  static func slot(of token: UInt64, among count: Int) -> Int {
    Int(truncatingIfNeeded: (token &* 0x9E37_79B9_7F4A_7C15) >> 32) & (count &- 1)
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: 0, count: old.count * 2)
    for token in old where token != 0 {
      var slot = Self.slot(of: token & ~SearchToken.labelBit, among: slots.count)
      while slots[slot] != 0 { slot = (slot &+ 1) & (slots.count &- 1) }
      slots[slot] = token
    }
  }
}
