/// For every number that a segment prints as an amount the parts that have it.
struct AmountPostings {
  private struct Entry {
    let significant: UInt64
    let number: UInt64
    let part: UInt32
  }

  private var entries: [Entry] = []

  /// By how many first digits the amounts of so many parts are divided among files. It must not
  /// depend on the amounts, or one of them would move others.
  static func digits(forParts parts: Int) -> Int {
    switch parts {
    case ..<8: 0
    case ..<64: 1
    case ..<512: 2
    default: 3
    }
  }

  /// Adds a number; parts are added in order.
  mutating func add(_ number: PrintedNumber, part: UInt32) {
    entries.append(Entry(significant: number.significant, number: number.packed, part: part))
  }

  /// Hands out the files: `n.js`, or one for every beginning that a number can have. Those without
  /// a number are there too, so that an amount that comes or goes is one line.
  consuming func write(
    folder: String, digits: Int, _ emit: (SearchFile) throws -> Void
  ) throws {
    entries.sort {
      ($0.significant, $0.number, $0.part) < ($1.significant, $1.number, $1.part)
    }
    var first: UInt64 = 1
    for _ in 1..<max(digits, 1) { first *= 10 }
    var step: UInt64 = 1_000_000_000_000_000_000
    for _ in 0..<digits { step /= 10 }
    var next = 0
    for prefix in digits == 0 ? 0...0 : first...(first * 10 - 1) {
      let path = "\(folder)/n\(digits == 0 ? "" : String(prefix)).js"
      var buffer = ScriptBuffer()
      buffer.raw("sitegenSearch(")
      buffer.string(path)
      buffer.raw(",`\n")
      while next < entries.count, entries[next].significant / step == prefix {
        next = writeLine(from: next, to: &buffer)
      }
      buffer.raw("`);\n")
      try emit(SearchFile(path: path, bytes: buffer.bytes))
    }
  }

  /// Writes a number with its parts, and returns where the next number begins.
  private func writeLine(from start: Int, to buffer: inout ScriptBuffer) -> Int {
    let number = entries[start].number
    let same = entries[start...].prefix { $0.number == number }
    PrintedNumber(packed: number).append(to: &buffer)
    buffer.raw(" ")
    UnitSet.append(same.lazy.map(\.part), to: &buffer)
    buffer.raw("\n")
    return same.endIndex
  }
}
