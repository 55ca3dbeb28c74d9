/// What the site-wide index needs to know of one report, as bytes that can be kept between builds.
///
/// Its path and fiscal year, and for each of its parts what it can be found by. The integers are
/// little-endian.
public struct SearchContribution: Sendable, Hashable {
  /// The bytes; their form is the program's own business and may change with its version.
  public private(set) var bytes: [UInt8] = []

  /// The beginning of the contribution of a report.
  init(path: String, fiscalYear: Int) {
    append(UInt32(clamping: fiscalYear))
    append(UInt32(clamping: path.utf8.count))
    bytes.append(contentsOf: path.utf8)
  }

  /// What an earlier build kept. Bytes that are no contribution are noticed when it is indexed.
  public init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Adds the report's next part.
  mutating func append(labels: [UInt32], others: [UInt32], numbers: [UInt64]) {
    append(UInt32(clamping: labels.count))
    append(UInt32(clamping: others.count))
    append(UInt32(clamping: numbers.count))
    bytes.reserveCapacity(
      bytes.count + (labels.count + others.count) * 4 + numbers.count * 8)
    for token in labels { append(token) }
    for token in others { append(token) }
    for number in numbers { append(number) }
  }

  private mutating func append(_ value: some FixedWidthInteger) {
    withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
  }
}

extension SearchContribution {
  /// Reads a contribution from front to back.
  struct Reader {
    private let bytes: [UInt8]
    private var offset = 0

    /// A reader of `contribution`.
    init(_ contribution: SearchContribution) {
      bytes = contribution.bytes
    }

    /// Whether nothing is left.
    var isAtEnd: Bool { offset == bytes.count }

    /// The report's fiscal year and path, with which a contribution begins.
    mutating func report() throws(SearchIndexError) -> (fiscalYear: Int, path: String) {
      let year = try next(UInt32.self)
      let count = Int(try next(UInt32.self))
      try require(count)
      defer { offset += count }
      return (Int(year), String(decoding: bytes[offset..<(offset + count)], as: UTF8.self))
    }

    /// How many labels' tokens, other tokens and numbers the next part has; they follow.
    mutating func counts() throws(SearchIndexError) -> (labels: Int, others: Int, numbers: Int) {
      let labels = Int(try next(UInt32.self))
      let others = Int(try next(UInt32.self))
      let numbers = Int(try next(UInt32.self))
      try require((labels + others) * 4 + numbers * 8)
      return (labels, others, numbers)
    }

    /// The next integer.
    mutating func next<Value: FixedWidthInteger>(
      _: Value.Type
    ) throws(SearchIndexError) -> Value {
      let size = MemoryLayout<Value>.size
      try require(size)
      defer { offset += size }
      return bytes.withUnsafeBytes {
        Value(littleEndian: $0.loadUnaligned(fromByteOffset: offset, as: Value.self))
      }
    }

    private func require(_ count: Int) throws(SearchIndexError) {
      guard bytes.count - offset >= count else { throw .damagedContribution }
    }
  }
}
