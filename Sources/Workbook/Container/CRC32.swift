/// The checksum of zip files: CRC-32 as ISO 3309 defines it.
enum CRC32 {
  /// The checksum of `bytes`; eight bytes at a time, since it sees every byte of a workbook.
  static func checksum(_ bytes: some Sequence<UInt8>) -> UInt32 {
    let known = bytes.withContiguousStorageIfAvailable { checksum(of: $0) }
    return known ?? Array(bytes).withUnsafeBufferPointer { checksum(of: $0) }
  }

  private static func checksum(of bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    tables.withUnsafeBufferPointer { table in
      let raw = UnsafeRawBufferPointer(bytes)
      var crc: UInt32 = 0xFFFF_FFFF
      var offset = 0
      while offset + 8 <= raw.count {
        let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        let mixed = word ^ UInt64(crc)
        // Byte by byte from the lowest, which has the most bytes behind it.
        crc = 0
        for place in 0..<8 {
          crc ^= table[(7 - place) << 8 | Int(truncatingIfNeeded: mixed >> (8 * place) & 0xFF)]
        }
        offset += 8
      }
      for byte in raw[offset...] {
        crc = table[Int((crc ^ UInt32(byte)) & 0xFF)] ^ (crc >> 8)
      }
      return ~crc
    }
  }

  /// Eight tables of 256: what a byte does to the checksum with 0…7 bytes behind it.
  private static let tables: [UInt32] = {
    var tables: [UInt32] = []
    for byte in UInt32(0)..<256 {
      var crc = byte
      for _ in 0..<8 { crc = crc & 1 == 1 ? (crc >> 1) ^ 0xEDB8_8320 : crc >> 1 }
      tables.append(crc)
    }
    for index in 256..<2048 {
      let before = tables[index - 256]
      tables.append(tables[Int(before & 0xFF)] ^ (before >> 8))
    }
    return tables
  }()
}
