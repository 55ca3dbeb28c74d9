import Budget

/// A character that the source writes in another way: `\*`, `&lt;`.
struct SourceEscape {
  /// How many bytes the source takes.
  let sourceLength: Int
  /// How many bytes of the text it stands for.
  let decodedLength: Int

  private static let longestEntity = 40

  /// The escape at `index` of the source, if there is one that means the beginning of `text`.
  init?(in bytes: [UInt8], at index: Int, meaning text: ArraySlice<UInt8>) {
    guard index < bytes.count, let first = text.first else { return nil }
    if bytes[index] == UInt8(ascii: "\\") {
      guard index + 1 < bytes.count, Self.isPunctuation(bytes[index + 1]),
        bytes[index + 1] == first
      else { return nil }
      sourceLength = 2
      decodedLength = 1
      return
    }
    guard bytes[index] == UInt8(ascii: "&") else { return nil }
    let name = bytes[(index + 1)...].prefix(Self.longestEntity).prefix { $0 != 0x3B }
    let end = index + 1 + name.count
    guard !name.isEmpty, end < bytes.count, bytes[end] == 0x3B,
      name.allSatisfy({ Self.isNameByte($0) })
    else { return nil }
    // `&` itself is the text only where libcmark does not know the entity's name.
    let raw = bytes[index...end]
    if first == UInt8(ascii: "&"), text.starts(with: raw), !Self.isAmpersand(name) { return nil }
    sourceLength = raw.count
    decodedLength = min(first.lengthOfScalar, text.count)
  }

  /// The bytes that an escape may begin with.
  static let beginnings = [UInt8(ascii: "\\"), UInt8(ascii: "&")]

  private static func isAmpersand(_ name: ArraySlice<UInt8>) -> Bool {
    ["amp", "AMP", "#38", "#x26", "#X26"].contains(String(decoding: name, as: UTF8.self))
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "#"): true
    default: false
    }
  }

  private static func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }
}
