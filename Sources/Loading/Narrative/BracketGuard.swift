/// Looks for the one text that libcmark needs time out of proportion for: for each link it goes
/// through all beginnings of images before it that were never completed (`![[]()` again and again).
enum BracketGuard {
  private static let maximumSteps = 10_000_000

  /// The line of the first image, if there are so many beginnings of images and ends of links that
  /// parsing could take long; `nil` for any text that people write.
  static func suspiciousLine(_ bytes: [UInt8]) -> Int? {
    let images = count("![", in: bytes)
    guard images > 0, images * count("](", in: bytes) > maximumSteps else { return nil }
    let first = bytes.indices.dropLast().first {
      bytes[$0] == UInt8(ascii: "!") && bytes[$0 + 1] == UInt8(ascii: "[")
    }
    return bytes[..<(first ?? 0)].reduce(1) { $0 + ($1 == 0x0A ? 1 : 0) }
  }

  /// How often two bytes stand in the text, counted without a branch for each byte.
  private static func count(_ pair: StaticString, in bytes: [UInt8]) -> Int {
    let (first, second) = (pair.utf8Start[0], pair.utf8Start[1])
    return bytes.withUnsafeBufferPointer { bytes in
      var count = 0
      for index in bytes.indices.dropLast() {
        count &+= (bytes[index] ^ first) | (bytes[index + 1] ^ second) == 0 ? 1 : 0
      }
      return count
    }
  }
}
