/// Looks for the one text that libcmark needs time out of proportion for: for each link it goes
/// through all beginnings of images before it that were never completed (`![[]()` again and again).
enum BracketGuard {
  private static let maximumSteps = 10_000_000

  /// The line of the first image, if there are so many beginnings of images and ends of links that
  /// parsing could take long; `nil` for any text that people write.
  static func suspiciousLine(_ bytes: [UInt8]) -> Int? {
    let images = places(of: "[", behind: "!", in: bytes)
    // Every other byte could end a link.
    guard let first = images.first, images.count * bytes.count / 2 > maximumSteps else {
      return nil
    }
    let links = places(of: "(", behind: "]", in: bytes)
    guard images.count * links.count > maximumSteps else { return nil }
    return bytes[..<first].reduce(1) { $0 + ($1 == 0x0A ? 1 : 0) }
  }

  private static func places(
    of mark: Unicode.Scalar, behind other: Unicode.Scalar, in bytes: [UInt8]
  ) -> [Int] {
    let (mark, other) = (UInt8(ascii: mark), UInt8(ascii: other))
    var places: [Int] = []
    var next = bytes.index(of: other)
    while let place = next {
      if place + 1 < bytes.count, bytes[place + 1] == mark { places.append(place + 1) }
      next = bytes.index(of: other, from: place + 1)
    }
    return places
  }
}
