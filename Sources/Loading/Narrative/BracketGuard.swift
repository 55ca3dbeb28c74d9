/// Looks for the one text that libcmark needs time out of proportion for: for each link it goes
/// through all beginnings of images before it that were never completed (`![[]()` again and again).
enum BracketGuard {
  private static let maximumSteps = 10_000_000

  /// The line of the first image, if there are so many beginnings of images and ends of links that
  /// parsing could take long; `nil` for any text that people write.
  static func suspiciousLine(_ bytes: [UInt8]) -> Int? {
    var images = 0
    var links = 0
    var first: Int?
    var previous: UInt8 = 0
    for (index, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "["), previous == UInt8(ascii: "!") {
        images += 1
        first = first ?? index - 1
      } else if byte == UInt8(ascii: "("), previous == UInt8(ascii: "]") {
        links += 1
      }
      previous = byte
    }
    guard let first, images * links > maximumSteps else { return nil }
    return bytes[..<first].reduce(1) { $0 + ($1 == 0x0A ? 1 : 0) }
  }
}
