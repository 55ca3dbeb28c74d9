/// Divides the amounts among files by their first digits; a file that grows too long is divided
/// by one digit more, the others stay.
struct NumberShards {
  /// The most bytes of a file.
  static let limit = 24_576
  /// How many bits of an entry name the part.
  static let partBits = 24

  /// The first digits by which the files are named, in order.
  private(set) var prefixes: [String] = []

  /// Hands out the files one by one. `entries` are the digits of an amount and the final number of
  /// a part that has it, packed and in order.
  mutating func write(
    _ entries: [UInt64], _ emit: (SearchFile) throws -> Void
  ) rethrows {
    guard !entries.isEmpty else { return }
    try write(entries[...], prefix: "", emit)
  }

  private mutating func write(
    _ entries: ArraySlice<UInt64>, prefix: String, _ emit: (SearchFile) throws -> Void
  ) rethrows {
    let mayDivide = prefix.utf8.count < SignificantDigits.count
    if let lines = Self.lines(entries, limit: mayDivide ? Self.limit : Int.max) {
      let path = "search/n\(prefix).js"
      var buffer = ScriptBuffer()
      buffer.raw("sitegenSearch(")
      buffer.string(path)
      buffer.raw(",`\n")
      buffer.append(lines)
      buffer.raw("`);\n")
      prefixes.append(prefix)
      return try emit(SearchFile(path: path, bytes: buffer.bytes))
    }
    var step: UInt64 = 1
    for _ in (prefix.utf8.count + 1)..<SignificantDigits.count { step *= 10 }
    var start = entries.startIndex
    while start < entries.endIndex {
      let digits = (entries[start] >> Self.partBits) / step
      let end = Self.partition(entries[start...], before: (digits + 1) * step)
      try write(entries[start..<end], prefix: String(digits), emit)
      start = end
    }
  }

  /// One line for each amount; `nil` if they are longer than `limit`.
  private static func lines(_ entries: ArraySlice<UInt64>, limit: Int) -> [UInt8]? {
    // No line is shorter than four bytes, and few amounts stand in many parts.
    guard entries.count / 64 < limit else { return nil }
    var lines: [UInt8] = []
    var start = entries.startIndex
    while start < entries.endIndex {
      let digits = entries[start] >> partBits
      var end = start + 1
      while end < entries.endIndex, entries[end] >> partBits == digits { end += 1 }
      lines.append(contentsOf: SignificantDigits.text(digits).utf8)
      lines.append(UInt8(ascii: " "))
      let parts = entries[start..<end].lazy.map { UInt32($0 & (1 << UInt64(partBits) - 1)) }
      UnitSet.append(parts, to: &lines)
      lines.append(UInt8(ascii: "\n"))
      guard lines.count <= limit else { return nil }
      start = end
    }
    return lines
  }

  /// The first place whose digits are not below `digits`.
  private static func partition(_ entries: ArraySlice<UInt64>, before digits: UInt64) -> Int {
    var low = entries.startIndex
    var high = entries.endIndex
    while low < high {
      let middle = low + (high - low) / 2
      if entries[middle] >> partBits < digits { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
