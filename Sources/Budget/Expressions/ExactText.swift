/// A text compared by its bytes.
///
/// `String` compares by Unicode equivalence, which is slow for Chinese text and of no use here:
/// names in content and in forms come from the same keyboards.
public struct ExactText: Hashable, Sendable {
  /// The text.
  public let text: String

  /// The text to be compared.
  public init(_ text: String) {
    self.text = text
  }

  /// Whether both are the same bytes.
  public static func == (left: ExactText, right: ExactText) -> Bool {
    left.text.hasSameBytes(as: right.text)
  }

  /// Hashes the bytes.
  public func hash(into hasher: inout Hasher) {
    text.withBytes { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}

extension String {
  /// Whether both texts are the same bytes.
  public func hasSameBytes(as other: String) -> Bool {
    guard utf8.count == other.utf8.count else { return false }
    return withBytes { own in other.withBytes { own.hasSameBytes(as: $0) } }
  }

  /// Whether the bytes of the other stand somewhere in the text.
  public func containsBytes(of other: String) -> Bool {
    withBytes { own in
      other.withBytes { other in
        guard own.count >= other.count else { return false }
        return (0...(own.count - other.count)).contains { own[$0...].starts(with: other) }
      }
    }
  }

  /// Whether the text begins with the bytes of the other.
  func beginsWithBytes(of other: String) -> Bool {
    guard utf8.count >= other.utf8.count else { return false }
    return withBytes { own in other.withBytes { own.starts(with: $0) } }
  }
}
