/// Divides the tokens among files of bounded size, by a hash that readers' browsers compute too.
struct TokenShards {
  /// The most bytes of a file on average; the hash keeps all near it.
  static let limit = 8192

  /// How many files there are: a power of two, so that it rarely changes.
  let count: Int
  private let table: PostingTable
  private let sorted: [Int]

  /// Finishes `table` for good; `order` has the final number of every part.
  init(_ table: consuming PostingTable, order: [UInt32]) {
    let sorted = table.sorted
    var size = 0
    for index in sorted { size += table.finish(index, order: order) + 8 }
    var count = 1
    while size > count * Self.limit { count *= 2 }
    self.count = count
    self.sorted = sorted
    self.table = table
  }

  /// Hands out the files one by one.
  func write(_ emit: (SearchFile) throws -> Void) rethrows {
    var members = [[Int]](repeating: [], count: count)
    for index in sorted {
      let hash = SearchToken.hash(table.token(at: index))
      members[Int(hash) & (count - 1)].append(index)
    }
    for (number, indices) in members.enumerated() {
      let path = "search/t\(String(number, radix: 16)).js"
      var buffer = ScriptBuffer()
      buffer.raw("sitegenSearch(")
      buffer.string(path)
      buffer.raw(",`\n")
      for index in indices {
        SearchToken.print(table.token(at: index), into: &buffer)
        buffer.raw(" ")
        buffer.append(table.text(at: index))
        buffer.raw("\n")
      }
      buffer.raw("`);\n")
      try emit(SearchFile(path: path, bytes: buffer.bytes))
    }
  }
}
