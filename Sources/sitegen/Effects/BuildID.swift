import Loading

/// What a linker writes into a program or library to tell it from all others: a digest of the
/// whole, in a note (ELF, `NT_GNU_BUILD_ID`). Reading it takes far less than a digest does.
enum BuildID {
  /// How much of a file is searched: linkers put notes right behind the headers.
  private static let beginning = 4096

  /// The build ID of the program or library at an absolute path; `nil` if it has none near its
  /// beginning, or is not for 64-bit processors that store the lowest byte first.
  static func read(_ path: String) throws(ContentFolderError) -> [UInt8]? {
    var bytes: [UInt8] = []
    let file = try InputFile(String(path.dropFirst()), in: DiskFolder(name: ""), flags: 0)
    try file.read(into: &bytes, limit: beginning)
    return id(in: bytes)
  }

  private static func id(in bytes: [UInt8]) -> [UInt8]? {
    guard bytes.starts(with: [0x7F, 0x45, 0x4C, 0x46, 2, 1]),
      let table = number(at: 32, 8, in: bytes), let size = number(at: 54, 2, in: bytes),
      let count = number(at: 56, 2, in: bytes)
    else { return nil }
    for segment in 0..<count {
      let (header, isOutside) = table.addingReportingOverflow(segment * size)
      guard !isOutside, let kind = number(at: header, 4, in: bytes),
        let start = number(at: header + 8, 8, in: bytes),
        let length = number(at: header + 32, 8, in: bytes)
      else { return nil }
      let isNote = kind == 4
      if isNote, start <= bytes.count, length <= bytes.count - start,
        let id = id(inNotes: bytes[start..<(start + length)])
      {
        return id
      }
    }
    return nil
  }

  private static func id(inNotes notes: ArraySlice<UInt8>) -> [UInt8]? {
    var rest = Array(notes)
    while let nameSize = number(at: 0, 4, in: rest), let size = number(at: 4, 4, in: rest),
      let kind = number(at: 8, 4, in: rest)
    {
      let start = 12 + (nameSize + 3) / 4 * 4
      guard start + size <= rest.count else { return nil }
      if kind == 3, rest[12...].starts(with: "GNU\0".utf8), size > 0 {
        return Array(rest[start..<(start + size)])
      }
      rest.removeFirst(min(start + (size + 3) / 4 * 4, rest.count))
    }
    return nil
  }

  /// A number below 2⁶²; `nil` if it is larger, or not there.
  private static func number(at start: Int, _ size: Int, in bytes: [UInt8]) -> Int? {
    guard start >= 0, start <= bytes.count - size else { return nil }
    let value = bytes[start..<(start + size)].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return value < 1 << 62 ? Int(value) : nil
  }
}
