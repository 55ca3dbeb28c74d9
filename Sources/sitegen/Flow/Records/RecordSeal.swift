import Publishing

/// What stands before all else in a record: a line that names its kind and version, and one with a
/// hash of what follows, by which a record is none that the power or the disk has damaged.
struct RecordSeal {
  /// The kind and version, without a line break.
  let header: String

  /// The content with the seal before it.
  func sealed(_ content: [UInt8]) -> [UInt8] {
    Array("\(header)\n\(Self.hash(of: content[...]))\n".utf8) + content
  }

  /// The content behind the seal; `nil` if it is another one's, or not as it was left.
  func content(of bytes: [UInt8]) -> ArraySlice<UInt8>? {
    let parts = bytes.split(
      separator: UInt8(ascii: "\n"), maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].elementsEqual(header.utf8),
      parts[1].elementsEqual(Self.hash(of: parts[2]).utf8)
    else { return nil }
    return parts[2]
  }

  /// Not a digest: those of all records would take more time than those of all inputs.
  private static func hash(of content: ArraySlice<UInt8>) -> String {
    String(StableHash(of: content).value, radix: 16)
  }
}
