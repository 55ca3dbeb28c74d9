import Synchronization

/// A page as its template makes it, with gaps for the words.
///
/// Mustache knows no more of a value than whether it is there and how often: pages of the same
/// ``PageShape`` differ in their texts alone. So the engine runs once for each shape, and a page is
/// the skeleton with its texts and markup in the gaps: each byte is written once.
struct PageSkeleton: Sendable {
  private struct Gap {
    /// Where it is among the literal bytes.
    let offset: Int
    /// The index in ``PageShape/leaves``.
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
    // Pieces alternate between the template's own text and the inside of a placeholder.
    for (offset, piece) in pieces.enumerated() {
      let bracket = UInt8(ascii: "<")
      guard offset % 2 == 1, let leaf = Int(String(Substring(piece.drop { !isDigit($0) }))) else {
        literals.append(contentsOf: piece)
        continue
      }
      gaps.append(Gap(offset: literals.count, leaf: leaf, isRaw: piece.first == bracket))
    }
  }

  /// The page with these leaves.
  func filled(with leaves: [TemplateValue]) -> [UInt8] {
    var size = literals.count
    for gap in gaps {
      switch leaves[gap.leaf] {
      case .text(let text): size += text.utf8.count
      case .markup(let bytes): size += bytes.count
      case .none, .mapping, .list: break
      }
    }
    // Some room for what has to be escaped.
    var html = HTMLBuffer(capacity: size + size / 32)
    var done = 0
    for gap in gaps {
      html.markup(literals[done..<gap.offset])
      done = gap.offset
      switch (leaves[gap.leaf], gap.isRaw) {
      case (.text(let text), false): html.text(text)
      case (.text(let text), true): html.markup(text.utf8)
      case (.markup(let bytes), true): html.markup(bytes)
      case (.markup(let bytes), false): html.text(String(decoding: bytes, as: UTF8.self))
      case (.none, _), (.mapping, _), (.list, _): break
      }
    }
    html.markup(literals[done...])
    return html.bytes
  }
}

private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

/// The skeletons made so far, shared by all who render.
final class PageSkeletons: Sendable {
  private let known = Mutex<[[UInt8]: PageSkeleton]>([:])
  /// More shapes than a site has; beyond them memory counts for more.
  private static let limit = 512

  /// The skeleton of a shape; `make` makes it if it is new.
  func skeleton<Failure>(
    of shape: PageShape, make: () throws(Failure) -> PageSkeleton
  ) throws(Failure) -> PageSkeleton {
    if let skeleton = known.withLock({ $0[shape.key] }) { return skeleton }
    let skeleton = try make()
    known.withLock { known in
      if known.count >= Self.limit { known.removeAll() }
      known[shape.key] = skeleton
    }
    return skeleton
  }
}
