/// For every token of a segment the parts that have it.
struct WordPostings {
  /// Token, part, and whether a label of the part has it: 32, 31 and 1 bits.
  private var entries: [UInt64] = []

  /// Into how many files the words of so many parts are divided: a power of two, which keeps the
  /// files at a few kilobytes and changes rarely.
  static func fileCount(forParts parts: Int) -> Int {
    var count = 1
    while count * 8 <= parts { count *= 2 }
    return count
  }

  /// Adds a token; parts are added in order.
  mutating func add(_ token: UInt32, part: UInt32, isLabel: Bool) {
    entries.append(UInt64(token) << 32 | UInt64(part) << 1 | (isLabel ? 1 : 0))
  }

  /// Hands out the files: a token's is found by its hash.
  consuming func write(
    folder: String, files: Int, _ emit: (SearchFile) throws -> Void
  ) throws {
    sortByToken()
    var buffers = (0..<files).map { number in
      var buffer = ScriptBuffer()
      buffer.raw("sitegenSearch(")
      buffer.string(Self.path(number, in: folder))
      buffer.raw(",`\n")
      return buffer
    }
    var start = 0
    var labels: [UInt32] = []
    var others: [UInt32] = []
    while start < entries.count {
      let token = UInt32(truncatingIfNeeded: entries[start] >> 32)
      labels.removeAll(keepingCapacity: true)
      others.removeAll(keepingCapacity: true)
      while start < entries.count, entries[start] >> 32 == UInt64(token) {
        let part = UInt32(truncatingIfNeeded: entries[start]) >> 1
        if entries[start] & 1 == 1 { labels.append(part) } else { others.append(part) }
        start += 1
      }
      let scalars = SearchToken.scalars(token)
      let file = Int(SearchToken.hash(scalars)) & (files - 1)
      for scalar in scalars.compactMap(Unicode.Scalar.init) {
        buffers[file].ascii(String(Character(scalar)))
      }
      buffers[file].raw(" ")
      UnitSet.append(labels, to: &buffers[file])
      if !others.isEmpty {
        buffers[file].raw(" ")
        UnitSet.append(others, to: &buffers[file])
      }
      buffers[file].raw("\n")
    }
    for number in buffers.indices {
      buffers[number].raw("`);\n")
      try emit(SearchFile(path: Self.path(number, in: folder), bytes: buffers[number].bytes))
    }
  }

  private static func path(_ number: Int, in folder: String) -> String {
    "\(folder)/w\(String(number, radix: 16)).js"
  }

  /// Sorts by token and keeps the order of parts: a radix sort, because there are millions.
  private mutating func sortByToken() {
    let bits = 11
    var sorted = [UInt64](repeating: 0, count: entries.count)
    for shift in stride(from: 32, to: 64, by: bits) {
      var places = [Int](repeating: 0, count: 1 << bits)
      for entry in entries { places[Int(entry >> UInt64(shift)) & (1 << bits - 1)] += 1 }
      var place = 0
      for digit in places.indices { (places[digit], place) = (place, place + places[digit]) }
      for entry in entries {
        let digit = Int(entry >> UInt64(shift)) & (1 << bits - 1)
        sorted[places[digit]] = entry
        places[digit] += 1
      }
      swap(&entries, &sorted)
    }
  }
}
