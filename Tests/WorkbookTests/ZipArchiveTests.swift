import Testing

@testable import Workbook

/// Expected values are those of the standards, or bytes put together by hand from them.
struct ZipArchiveTests {
  @Test func checksumHasTheStandardCheckValues() {
    #expect(CRC32.checksum(Array("123456789".utf8)) == 0xCBF4_3926)
    #expect(CRC32.checksum([]) == 0)
    #expect(CRC32.checksum(Array("a".utf8)) == 0xE8B7_BE43)
    #expect(
      CRC32.checksum(Array("The quick brown fox jumps over the lazy dog".utf8)) == 0x414F_A339)
    #expect(CRC32.checksum([UInt8](repeating: 0, count: 32)) == 0x190A_55AD)
    #expect(CRC32.checksum([UInt8](repeating: 0xFF, count: 32)) == 0xFF6C_AB0B)
  }

  @Test func oneStoredEntryIsTheseBytes() {
    var archive = ZipArchive()
    archive.add("a.txt") { $0 += Array("123456789".utf8) }
    let local: [UInt8] =
      [
        0x50, 0x4B, 0x03, 0x04, 10, 0, 0, 0, 0, 0,  // signature, version, flags, stored
        0x00, 0x00, 0x21, 0x00,  // 1980-01-01 00:00
        0x26, 0x39, 0xF4, 0xCB, 9, 0, 0, 0, 9, 0, 0, 0, 5, 0, 0, 0,
      ] + Array("a.txt123456789".utf8)
    let directory: [UInt8] =
      [
        0x50, 0x4B, 0x01, 0x02, 10, 0, 10, 0, 0, 0, 0, 0, 0x00, 0x00, 0x21, 0x00,
        0x26, 0x39, 0xF4, 0xCB, 9, 0, 0, 0, 9, 0, 0, 0, 5, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
      ] + Array("a.txt".utf8)
    let end: [UInt8] = [
      0x50, 0x4B, 0x05, 0x06, 0, 0, 0, 0, 1, 0, 1, 0, 51, 0, 0, 0, 44, 0, 0, 0, 0, 0,
    ]
    #expect(archive.finish() == local + directory + end)
  }

  @Test func anEmptyArchiveIsItsEndAlone() {
    #expect(ZipArchive().finish() == [0x50, 0x4B, 5, 6] + [UInt8](repeating: 0, count: 18))
  }
}
