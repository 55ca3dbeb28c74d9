/// The tokens of one part of a report, each once, and whether a label has it.
///
/// It owns plain memory, because tokens are inserted by the ten thousand for every report.
struct TokenSet: ~Copyable {
  private static let present: UInt64 = 1 << 33
  private static let label: UInt64 = 1 << 32

  /// A token with its marks; 0 is free. As many as a power of two.
  private var slots: UnsafeMutableBufferPointer<UInt64>
  private var count = 0

  init() {
    slots = Self.allocate(4096)
  }

  deinit { slots.deallocate() }

  /// Adds a token; a token that occurs in a label keeps that mark.
  mutating func insert(_ token: UInt32, isLabel: Bool) {
    let marked = Self.present | (isLabel ? Self.label : 0) | UInt64(token)
    let slot = slot(of: token)
    if slots[slot] == 0 { count &+= 1 }
    slots[slot] |= marked
    if count &* 2 > slots.count { grow() }
  }

  /// Hands out the tokens, in an order that depends on them and on when they came; the set is empty afterwards.
  mutating func take() -> (labels: [UInt32], others: [UInt32]) {
    var labels: [UInt32] = []
    var others: [UInt32] = []
    others.reserveCapacity(count)
    for marked in slots where marked != 0 {
      let token = UInt32(truncatingIfNeeded: marked)
      if marked & Self.label != 0 { labels.append(token) } else { others.append(token) }
    }
    slots.update(repeating: 0)
    count = 0
    return (labels, others)
  }

  /// Where the token is, or the free slot where it belongs.
  private func slot(of token: UInt32) -> Int {
    let mask = slots.count &- 1
    var slot = Int(truncatingIfNeeded: (UInt64(token) &* 0x9E37_79B9_7F4A_7C15) >> 40) & mask
    while slots[slot] != 0, UInt32(truncatingIfNeeded: slots[slot]) != token {
      slot = (slot &+ 1) & mask
    }
    return slot
  }

  private mutating func grow() {
    let old = slots
    slots = Self.allocate(old.count * 2)
    for marked in old where marked != 0 {
      slots[slot(of: UInt32(truncatingIfNeeded: marked))] = marked
    }
    old.deallocate()
  }

  private static func allocate(_ count: Int) -> UnsafeMutableBufferPointer<UInt64> {
    let slots = UnsafeMutableBufferPointer<UInt64>.allocate(capacity: count)
    slots.initialize(repeating: 0)
    return slots
  }
}
