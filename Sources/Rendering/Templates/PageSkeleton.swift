/// A page as its template makes it, with gaps for the words.
///
/// Mustache knows no more of a value than whether it is there and how often: pages of the same
/// ``TemplateValues/shape`` differ in their texts alone. So the engine runs once for each shape, and
/// a page is the skeleton with its texts and markup in the gaps: each byte is written once.
struct PageSkeleton: Sendable {
  private struct Gap {
    /// The literal bytes before it.
    let before: Range<Int>
    /// The index in ``TemplateValues/leaves``.
    let leaf: Int
    /// Whether the template asks for the leaf as it is, with three braces.
    let isRaw: Bool
  }

  private var literals: [UInt8] = []
  private var gaps: [Gap] = []

  /// What the engine is given in place of a leaf, so that its text says where the leaf goes. No
  /// content and no template has a NUL; the bracket tells whether the engine escaped it.
  static func placeholder(for leaf: Int) -> String { "\0<\(leaf)\0" }

  /// The skeleton that the engine's text is.
  init(_ text: String) {
    let pieces = text.utf8.split(separator: 0, omittingEmptySubsequences: false)
    var done = 0
    // Pieces alternate between the template's own text and the inside of a placeholder.
    for (offset, piece) in pieces.enumerated() {
      let bracket = UInt8(ascii: "<")
      guard offset % 2 == 1, let leaf = Int(String(Substring(piece.drop { !isDigit($0) }))) else {
        literals.append(contentsOf: piece)
        continue
      }
      gaps.append(
        Gap(before: done..<literals.count, leaf: leaf, isRaw: piece.first == bracket))
      done = literals.count
    }
  }

  /// The page with the leaves of these values.
  func filled(with values: TemplateValues) -> [UInt8] {
    let leaves = values.leaves
    let content = values.content.bytes
    var size = literals.count
    for gap in gaps {
      switch leaves[gap.leaf] {
      case .text(let range), .markup(let range): size += range.count
      case .block(let bytes): size += bytes.count
      }
    }
    // Some room for what has to be escaped.
    var html = HTMLBuffer(capacity: size + size / 32)
    for gap in gaps {
      html.markup(gap.before, of: literals)
      switch leaves[gap.leaf] {
      case .text(let range), .markup(let range):
        put(range, of: content, isRaw: gap.isRaw, into: &html)
      case .block(let bytes): put(0..<bytes.count, of: bytes, isRaw: gap.isRaw, into: &html)
      }
    }
    html.markup((gaps.last?.before.upperBound ?? 0)..<literals.count, of: literals)
    return html.bytes
  }

  private func put(
    _ range: Range<Int>, of bytes: [UInt8], isRaw: Bool, into html: inout HTMLBuffer
  ) {
    if isRaw { return html.markup(range, of: bytes) }
    bytes.withUnsafeBufferPointer { html.text(UnsafeBufferPointer(rebasing: $0[range])) }
  }
}

private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
