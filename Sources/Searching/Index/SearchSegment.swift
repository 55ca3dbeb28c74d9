/// A stretch of reports that is indexed together.
struct SearchSegment {
  /// From how many parts on a segment is full.
  static let size = 2048
  /// How many reports a file of paths lists.
  static let pathsPerFile = 64

  /// What the list of segments says of one.
  struct Description {
    /// How many files hold its words and by how many digits its amounts are divided.
    let wordFiles: Int
    let digits: Int
    let parts: Int
    /// The parts that begin a report.
    let starts: [UInt32]
    /// The reports of each fiscal year, counted from the segment's first.
    let years: [Int: [UInt32]]

    /// Writes one value a line.
    func write(to buffer: inout ScriptBuffer) {
      buffer.raw("{\"words\":")
      buffer.number(wordFiles)
      buffer.raw(",\"digits\":")
      buffer.number(digits)
      buffer.raw(",\"paths\":")
      buffer.number(SearchSegment.pathsPerFile)
      buffer.raw(",\"parts\":")
      buffer.number(parts)
      buffer.raw(",\n\"starts\":\"")
      UnitSet.append(starts, to: &buffer)
      buffer.raw("\",\n\"years\":{")
      for (index, (year, reports)) in years.sorted(by: { $0.key < $1.key }).enumerated() {
        buffer.ascii((index > 0 ? ",\n\"" : "\n\"") + "\(year)\":\"")
        UnitSet.append(reports, to: &buffer)
        buffer.raw("\"")
      }
      buffer.raw("}},\n")
    }
  }

  private var paths: [String] = []
  private var starts: [UInt32] = []
  private var years: [Int: [UInt32]] = [:]
  private var words = WordPostings()
  private var amounts = AmountPostings()
  private var parts: UInt32 = 0

  var isEmpty: Bool { paths.isEmpty }
  var isFull: Bool { parts >= Self.size }

  /// Adds a report.
  mutating func add(_ contribution: SearchContribution) throws(SearchIndexError) {
    var reader = SearchContribution.Reader(contribution)
    let (fiscalYear, path) = try reader.report()
    years[fiscalYear, default: []].append(UInt32(paths.count))
    paths.append(path)
    starts.append(parts)
    while !reader.isAtEnd {
      let counts = try reader.counts()
      for index in 0..<(counts.labels + counts.others) {
        words.add(try reader.next(UInt32.self), part: parts, isLabel: index < counts.labels)
      }
      for _ in 0..<counts.numbers {
        amounts.add(PrintedNumber(packed: try reader.next(UInt64.self)), part: parts)
      }
      parts += 1
    }
  }

  /// Hands out the segment's files one by one.
  consuming func write(
    folder: String, _ emit: (SearchFile) throws -> Void
  ) throws -> Description {
    for start in stride(from: 0, to: paths.count, by: Self.pathsPerFile) {
      try emit(pathFile(from: start, in: folder))
    }
    let count = Int(parts)
    let digits = AmountPostings.digits(forParts: count)
    let wordFiles = WordPostings.fileCount(forParts: count)
    try amounts.write(folder: folder, digits: digits, emit)
    try words.write(folder: folder, files: wordFiles, emit)
    return Description(
      wordFiles: wordFiles, digits: digits, parts: count, starts: starts, years: years)
  }

  private func pathFile(from start: Int, in folder: String) -> SearchFile {
    let path = "\(folder)/r\(start / Self.pathsPerFile).js"
    var buffer = ScriptBuffer()
    buffer.raw("sitegenSearch(")
    buffer.string(path)
    buffer.raw(",[\n")
    for path in paths[start..<min(start + Self.pathsPerFile, paths.count)] {
      buffer.string(path)
      buffer.raw(",\n")
    }
    buffer.raw("]);\n")
    return SearchFile(path: path, bytes: buffer.bytes)
  }
}
