/// How wide words are in a sheet, in widths of a digit: Chinese characters take two.
struct TextWidth {
  /// The greatest height of a row that the format allows, in points.
  static let greatestHeight = 409

  /// The width of the longest line.
  private(set) var widest = 0
  /// The width of each line but the last, if there are several.
  private var earlier: [Int] = []
  private var last = 0

  /// The width of `words`.
  init(_ words: String) {
    // The first byte of a character tells its length: characters of three bytes and more are wide.
    for byte in words.utf8 {
      switch byte {
      case UInt8(ascii: "\n"):
        earlier.append(last)
        last = 0
      case 0x80..<0xC0: break
      case 0xE0...: last += 2
      default: last += 1
      }
    }
    widest = max(earlier.max() ?? 0, last)
  }

  /// How many lines the words take in a column of this width.
  func lines(in width: Double) -> Int {
    // Programs leave some room at both sides, and never put half a character on a line.
    let room = max(2, Int(width) - 2)
    return (earlier + [last]).reduce(0) { $0 + max(1, ($1 + room - 1) / room) }
  }

  /// The height of a row of so many lines, in points; `nil` for one, which is the sheet's own.
  static func height(lines: Int) -> Int? {
    lines > 1 ? min(15 * lines + 4, greatestHeight) : nil
  }
}
