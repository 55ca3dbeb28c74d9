extension Collection<Unicode.Scalar> {
  /// The scalars as text.
  @inlinable
  public var text: String {
    // String's own way from scalars to text takes several times as long.
    String(unsafeUninitializedCapacity: 4 * count) { bytes in
      var end = 0
      for scalar in self {
        for byte in scalar.utf8 {
          bytes[end] = byte
          end += 1
        }
      }
      return end
    }
  }
}
