#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

// What differs between systems, and the calls that Swift does not import.

extension Disk {
  private typealias RenameWithFlags =
    @convention(c) (
      CInt, UnsafePointer<CChar>, CInt, UnsafePointer<CChar>, CUnsignedInt
    ) -> CInt

  #if os(Linux)
    private static let exchangeName = "renameat2"
  #else
    private static let exchangeName = "renameatx_np"
  #endif
  /// RENAME_EXCHANGE of Linux and RENAME_SWAP of Darwin have the same value.
  private static let exchangeFlag: CUnsignedInt = 2

  /// Swift's modules of the C library hide the call behind a feature macro, so it is looked up;
  /// where it is missing, so is the feature.
  private static let renameWithFlags: RenameWithFlags? = dlsym(nil, exchangeName)
    .map { unsafeBitCast($0, to: RenameWithFlags.self) }

  static func exchange(
    _ source: CInt, _ name: UnsafePointer<CChar>, _ target: CInt, _ other: UnsafePointer<CChar>
  ) -> CInt {
    guard let renameWithFlags else {
      errno = ENOSYS
      return -1
    }
    return renameWithFlags(source, name, target, other, exchangeFlag)
  }

  static func read(_ descriptor: CInt, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    #if canImport(Glibc)
      Glibc.read(descriptor, buffer, count)
    #elseif canImport(Musl)
      Musl.read(descriptor, buffer, count)
    #else
      Darwin.read(descriptor, buffer, count)
    #endif
  }

  static func write(_ descriptor: CInt, _ bytes: UnsafeRawBufferPointer) -> Int {
    #if canImport(Glibc)
      Glibc.write(descriptor, bytes.baseAddress, bytes.count)
    #elseif canImport(Musl)
      Musl.write(descriptor, bytes.baseAddress, bytes.count)
    #else
      Darwin.write(descriptor, bytes.baseAddress, bytes.count)
    #endif
  }
}

extension stat {
  #if canImport(Darwin)
    var accessTime: timespec { st_atimespec }
    var modificationTime: timespec { st_mtimespec }
  #else
    var accessTime: timespec { st_atim }
    var modificationTime: timespec { st_mtim }
  #endif

  var isRegularFile: Bool { FileKind(mode: st_mode) == .file }

  /// What changes when a file is written to or replaced.
  var identity: (Int, Int, Int, Int) {
    (Int(st_size), Int(st_ino), modificationTime.tv_sec, modificationTime.tv_nsec)
  }
}
