import Budget

// Pages are compared by their bytes. Swift compares text by Unicode equivalence, to which a
// compatibility ideograph and the common one (豈 as U+F900 and as U+8C48) are the same; to a reader
// whose search finds one and not the other they are not.

extension String {
  /// The text as a key to compare by.
  var exact: ExactText { ExactText(self) }

  /// Whether the last bytes of the text are those of the other.
  func endsWithBytes(of other: String) -> Bool {
    utf8.reversed().starts(with: other.utf8.reversed())
  }
}

extension String? {
  /// Whether both texts are the same bytes, or both are missing.
  func hasSameBytes(as other: String?) -> Bool { map(\.exact) == other.map(\.exact) }
}

extension [String] {
  /// The texts as keys to compare by.
  var exact: [ExactText] { map(\.exact) }
}
