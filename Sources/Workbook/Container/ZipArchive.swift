/// A zip file under construction, all entries stored as they are.
///
/// The same entries give the same bytes: the date is always 1980-01-01 00:00, the first that the
/// format knows, and nothing says on what machine it was made.
struct ZipArchive {
  private struct Entry {
    let name: [UInt8]
    let offset: Int
    let size: Int
    let checksum: UInt32
  }

  private var bytes: [UInt8] = []
  private var entries: [Entry] = []

  /// An empty archive with room for `capacity` bytes.
  init(capacity: Int = 0) {
    bytes.reserveCapacity(capacity)
  }

  /// Adds the entry `name`, an ASCII path, with what `write` appends.
  ///
  /// The contents are appended right where they belong; their length and checksum, which stand
  /// before them, are filled in afterwards.
  mutating func add(_ name: String, _ write: (inout [UInt8]) -> Void) {
    let offset = bytes.count
    let name = Array(name.utf8)
    bytes.append(little: 0x0403_4B50, 4)
    appendCommonHeader(checksum: 0, size: 0, nameLength: name.count)
    bytes += name
    let start = bytes.count
    write(&bytes)
    let checksum = CRC32.checksum(bytes[start...])
    bytes.set(little: Int(checksum), 4, at: offset + 14)
    bytes.set(little: bytes.count - start, 4, at: offset + 18)
    bytes.set(little: bytes.count - start, 4, at: offset + 22)
    entries.append(
      Entry(name: name, offset: offset, size: bytes.count - start, checksum: checksum))
  }

  /// The finished file, or `nil` if it outgrew the format: 4 GB or 65,535 entries.
  consuming func finish() -> [UInt8]? {
    let start = bytes.count
    for entry in entries {
      bytes.append(little: 0x0201_4B50, 4)
      bytes.append(little: 10, 2)  // made by version 1.0, for no system in particular
      appendCommonHeader(
        checksum: entry.checksum, size: entry.size, nameLength: entry.name.count)
      bytes.append(little: 0, 10)  // comment, disk and attributes: none
      bytes.append(little: entry.offset, 4)
      bytes += entry.name
    }
    let end = bytes.count
    guard end <= UInt32.max, entries.count < UInt16.max else { return nil }
    bytes.append(little: 0x0605_4B50, 4)
    bytes.append(little: 0, 4)  // one disk
    bytes.append(little: entries.count, 2)
    bytes.append(little: entries.count, 2)
    bytes.append(little: end - start, 4)
    bytes.append(little: start, 4)
    bytes.append(little: 0, 2)
    return bytes
  }

  /// What an entry's own header and its line in the directory share.
  private mutating func appendCommonHeader(checksum: UInt32, size: Int, nameLength: Int) {
    bytes.append(little: 10, 2)  // needs version 1.0
    bytes.append(little: 0, 2)  // no flags
    bytes.append(little: 0, 2)  // stored
    bytes.append(little: 0, 2)  // 00:00
    bytes.append(little: 0x0021, 2)  // 1980-01-01
    bytes.append(little: Int(checksum), 4)
    bytes.append(little: size, 4)
    bytes.append(little: size, 4)
    bytes.append(little: nameLength, 2)
    bytes.append(little: 0, 2)
  }
}

extension [UInt8] {
  /// Appends the lowest `count` bytes of a number, the lowest first.
  fileprivate mutating func append(little number: Int, _ count: Int) {
    for index in 0..<count { append(Self.byte(index, of: number)) }
  }

  /// Puts the lowest `count` bytes of a number at `offset`, the lowest first.
  fileprivate mutating func set(little number: Int, _ count: Int, at offset: Int) {
    for index in 0..<count { self[offset + index] = Self.byte(index, of: number) }
  }

  private static func byte(_ index: Int, of number: Int) -> UInt8 {
    UInt8(truncatingIfNeeded: number >> (8 * index))
  }
}
