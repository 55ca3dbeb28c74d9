/// Finished markup that a template puts in place with `{{{…}}}`.
///
/// Pages are mostly tables, and the engine copies what it is given several times over. It is given a
/// placeholder instead, which the bytes replace when it is done: each byte is written once.
struct Markup {
  /// The markup.
  let bytes: [UInt8]

  /// The markup, or `false` where there is none: a section over it is then left out.
  static func ifAny(_ bytes: [UInt8]) -> Any {
    bytes.isEmpty ? false : Markup(bytes: bytes)
  }

  /// Puts markup in the place of placeholders.
  struct Insertions {
    private var parts: [[UInt8]] = []

    /// No insertions yet.
    init() {}

    /// What stands for `markup` in the engine's text. No content has a NUL: loading refuses it.
    mutating func placeholder(for markup: Markup) -> String {
      parts.append(markup.bytes)
      return "\0\(parts.count - 1)\0"
    }

    /// The engine's text with the markup in place.
    func applied(to text: String) -> [UInt8] {
      var bytes: [UInt8] = []
      bytes.reserveCapacity(text.utf8.count + parts.reduce(0) { $0 + $1.count })
      let pieces = text.utf8.split(separator: 0, omittingEmptySubsequences: false)
      for (offset, piece) in pieces.enumerated() {
        // Pieces alternate between the engine's text and the number of a placeholder.
        if offset % 2 == 1, let index = Int(String(Substring(piece))), parts.indices.contains(index)
        {
          bytes.append(contentsOf: parts[index])
        } else {
          bytes.append(contentsOf: piece)
        }
      }
      return bytes
    }
  }
}
