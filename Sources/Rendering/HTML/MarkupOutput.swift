/// The pieces of markup, where there is room for them already.
extension OutputSpan<UInt8> {
  /// Appends bytes as they are.
  @inline(__always)
  mutating func copy(_ piece: UnsafeBufferPointer<UInt8>) {
    precondition(piece.count <= freeCapacity)
    guard let source = piece.baseAddress else { return }
    withUnsafeMutableBufferPointer { buffer, count in
      guard let start = buffer.baseAddress else { return }
      (start + count).initialize(from: source, count: piece.count)
      count += piece.count
    }
  }

  /// Appends markup written in this program.
  @inline(__always)
  mutating func raw(_ markup: StaticString) {
    copy(UnsafeBufferPointer(start: markup.utf8Start, count: markup.utf8CodeUnitCount))
  }

  /// Appends a part of markup that was made by this module.
  @inline(__always)
  mutating func markup(_ range: Range<Int>, of markup: [UInt8]) {
    precondition(range.upperBound <= markup.count)
    markup.withUnsafeBufferPointer { copy(UnsafeBufferPointer(rebasing: $0[range])) }
  }

  /// Appends words of the content, harmless in text and in quoted attributes alike; they take
  /// ``HTMLEscape/longest`` times their own length at most.
  mutating func text(_ utf8: UnsafeBufferPointer<UInt8>) {
    if HTMLEscape.isNeeded(utf8) { escaped(utf8) } else { copy(utf8) }
  }

  /// Appends words of which some bytes have to be escaped.
  mutating func escaped(_ utf8: UnsafeBufferPointer<UInt8>) {
    for byte in utf8 {
      if let escape = HTMLEscape.of(byte) { raw(escape) } else { append(byte) }
    }
  }
}
