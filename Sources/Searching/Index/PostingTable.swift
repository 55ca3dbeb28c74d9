/// For every token the parts that have it, in few bytes: usually one a part.
///
/// Parts are numbered as they arrive; each is kept as its distance from the one before, with the
/// mark whether a label of the part has the token.
struct PostingTable {
  /// One token's parts.
  private struct Posting {
    var last: UInt32 = 0
    var bytes: [UInt8] = []
  }

  private var slots: [UInt32]
  private var tokens: [UInt64] = []
  private var postings: [Posting] = []

  init() {
    slots = Array(repeating: 0, count: 8192)
  }

  /// How many tokens there are.
  var count: Int { tokens.count }

  /// The tokens in the order of their characters, as indices.
  var sorted: [Int] { tokens.indices.sorted { tokens[$0] < tokens[$1] } }

  func token(at index: Int) -> UInt64 { tokens[index] }

  /// Adds what a part has; parts are added in the order of their numbers.
  mutating func add(_ marked: [UInt64], part: UInt32) {
    for token in marked {
      let index = index(of: token & ~SearchToken.labelBit)
      let distance = (part &- postings[index].last) << 1
      postings[index].last = part
      var rest = distance | UInt32(truncatingIfNeeded: token >> 63)
      while rest >= 0x80 {
        postings[index].bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
        rest >>= 7
      }
      postings[index].bytes.append(UInt8(truncatingIfNeeded: rest))
    }
  }

  /// Puts the finished text of one token's parts in place of its distances, given the final number
  /// of every part, and returns how long it is.
  mutating func finish(_ index: Int, order: [UInt32]) -> Int {
    var labels: [UInt32] = []
    var others: [UInt32] = []
    var part: UInt32 = 0
    var value: UInt32 = 0
    var shift: UInt32 = 0
    for byte in postings[index].bytes {
      value |= UInt32(byte & 0x7F) << shift
      shift += 7
      guard byte < 0x80 else { continue }
      part &+= value >> 1
      if value & 1 == 1 { labels.append(order[Int(part)]) } else { others.append(order[Int(part)]) }
      value = 0
      shift = 0
    }
    var text: [UInt8] = []
    Self.append(&labels, to: &text)
    if !others.isEmpty {
      text.append(UInt8(ascii: " "))
      Self.append(&others, to: &text)
    }
    postings[index].bytes = text
    return text.count
  }

  /// The finished text of one token's parts.
  func text(at index: Int) -> [UInt8] { postings[index].bytes }

  private static func append(_ parts: inout [UInt32], to text: inout [UInt8]) {
    guard !parts.isEmpty else { return }
    // Reports that arrive in their final order need no sorting.
    let isSorted = zip(parts, parts.dropFirst()).allSatisfy { $0 < $1 }
    if !isSorted { parts.sort() }
    UnitSet.append(parts, to: &text)
  }

  private mutating func index(of token: UInt64) -> Int {
    var slot = TokenSet.slot(of: token, among: slots.count)
    while slots[slot] != 0 {
      let index = Int(slots[slot] &- 1)
      if tokens[index] == token { return index }
      slot = (slot &+ 1) & (slots.count &- 1)
    }
    tokens.append(token)
    postings.append(Posting())
    slots[slot] = UInt32(tokens.count)
    if tokens.count * 2 > slots.count { grow() }
    return tokens.count - 1
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    for (index, token) in tokens.enumerated() {
      var slot = TokenSet.slot(of: token, among: slots.count)
      while slots[slot] != 0 { slot = (slot &+ 1) & (slots.count &- 1) }
      slots[slot] = UInt32(index + 1)
    }
  }
}
