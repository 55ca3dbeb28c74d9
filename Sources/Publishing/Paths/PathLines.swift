/// Paths as lines of text, in the order in which they were added. A site with a page for each of ten
/// thousand departments has so many of them, and they take a quarter of what as many texts would.
///
/// No path has a line break; ``Publisher`` takes none that has.
public struct PathLines: Sendable {
  /// The lines, each with a line break.
  public private(set) var bytes: ArraySlice<UInt8>

  private static let end = UInt8(ascii: "\n")

  /// The paths in these lines.
  public init(_ bytes: ArraySlice<UInt8> = []) {
    self.bytes = bytes
  }

  /// Adds a path, or the path of a file in a folder that is written with a `/` behind it.
  public mutating func append(_ path: String, in folder: String = "") {
    bytes.append(contentsOf: folder.utf8)
    bytes.append(contentsOf: path.utf8)
    bytes.append(Self.end)
  }

  /// The same paths, by their bytes.
  public func sorted() -> PathLines {
    var lines: [Range<Int>] = []
    forEachLine { lines.append($0) }
    lines.sort { bytes[$0].lexicographicallyPrecedes(bytes[$1]) }
    var sorted = PathLines()
    sorted.bytes.reserveCapacity(bytes.count)
    for line in lines {
      sorted.bytes.append(contentsOf: bytes[line])
      sorted.bytes.append(Self.end)
    }
    return sorted
  }

  /// Those of the paths that others have not; both are sorted.
  public func subtracting(_ others: PathLines) -> PathLines {
    var rest = PathLines()
    var iterator = others.makeIterator()
    var other = iterator.next()
    for path in self {
      while let next = other, next.utf8.lexicographicallyPrecedes(path.utf8) {
        other = iterator.next()
      }
      if other.map({ $0.utf8.elementsEqual(path.utf8) }) != true { rest.append(path) }
    }
    return rest
  }

  /// The paths in runs of so many.
  public func runs(of length: Int) -> [PathLines] {
    var runs: [PathLines] = []
    var (start, count) = (bytes.startIndex, 0)
    forEachLine { line in
      count += 1
      if count == length {
        runs.append(PathLines(bytes[start...line.upperBound]))
        (start, count) = (line.upperBound + 1, 0)
      }
    }
    if start < bytes.endIndex { runs.append(PathLines(bytes[start...])) }
    return runs
  }

  private func forEachLine(_ body: (Range<Int>) -> Void) {
    var start = bytes.startIndex
    while let end = bytes[start...].firstIndex(of: Self.end) {
      body(start..<end)
      start = end + 1
    }
  }
}

extension PathLines: Sequence {
  /// The paths, one after the other.
  public func makeIterator() -> UnfoldSequence<String, ArraySlice<UInt8>> {
    sequence(state: bytes) { rest in
      guard let end = rest.firstIndex(of: Self.end) else { return nil }
      defer { rest = rest[(end + 1)...] }
      return String(decoding: rest[..<end], as: UTF8.self)
    }
  }
}
