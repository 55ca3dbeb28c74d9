#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How a file that is to be written stands to what is there.
enum Standing: Equatable {
  case missing, equal, different
}

extension Disk {
  static let chunk = 65_536

  /// Compares bytes with what a file holds; a folder, a link or a device in its place is an error.
  func standing(
    of bytes: [UInt8], as name: UnsafePointer<CChar>, in folder: borrowing Folder
  ) throws(PublishingError) -> Standing {
    try compare(bytes, with: name, in: folder).standing
  }

  /// Compares bytes with what a file holds, and says what the file looks like if it is there.
  func compare(
    _ bytes: [UInt8], with name: UnsafePointer<CChar>, in folder: borrowing Folder
  ) throws(PublishingError) -> (standing: Standing, status: stat?) {
    guard let file = try openFile(name, in: folder) else { return (.missing, nil) }
    let status = try regularStatus(of: file)
    guard status.st_size == bytes.count else { return (.different, status) }
    return (try holds(bytes, file) ? .equal : .different, status)
  }

  /// The status of a file that has to be a regular one.
  func regularStatus(of file: borrowing OpenFile) throws(PublishingError) -> stat {
    var status = stat()
    guard fstat(file.descriptor, &status) == 0 else { throw error(errno, file.path) }
    guard FileKind(mode: status.st_mode) == .file else {
      throw .foreignFileInTheWay(path: file.path)
    }
    return status
  }

  /// Whether the file has these bytes where it is being read.
  func holds(
    _ bytes: [UInt8], _ file: borrowing OpenFile
  ) throws(PublishingError) -> Bool {
    if bytes.isEmpty { return true }
    let buffer = UnsafeMutableRawPointer.allocate(
      byteCount: min(Self.chunk, bytes.count), alignment: 16)
    defer { buffer.deallocate() }
    var done = 0
    while done < bytes.count {
      let wanted = min(Self.chunk, bytes.count - done)
      let count = Self.read(file.descriptor, buffer, wanted)
      if count < 0 && errno == EINTR { continue }
      if count < 0 { throw error(errno, file.path) }
      if count == 0 { return false }
      let isEqual = bytes.withUnsafeBytes { expected in
        expected.baseAddress.map { memcmp($0 + done, buffer, count) == 0 } ?? false
      }
      if !isEqual { return false }
      done += count
    }
    return true
  }

  /// The next bytes of a file; empty at its end.
  func read(
    _ file: borrowing OpenFile, atMost most: Int = chunk
  ) throws(PublishingError) -> [UInt8] {
    var code: CInt = 0
    let descriptor = file.descriptor
    let bytes = [UInt8](unsafeUninitializedCapacity: most) { buffer, count in
      var result: Int
      repeat {
        result = Self.read(descriptor, buffer.baseAddress, buffer.count)
      } while result < 0 && errno == EINTR
      if result < 0 { code = errno }
      count = max(result, 0)
    }
    if code != 0 { throw error(code, file.path) }
    return bytes
  }

  /// All bytes of a file; nil where there is none.
  func contents(
    _ name: UnsafePointer<CChar>, in folder: borrowing Folder
  ) throws(PublishingError) -> [UInt8]? {
    guard let file = try openFile(name, in: folder) else { return nil }
    // One byte more than there should be, to see the end in one call.
    let size = Int(try regularStatus(of: file).st_size)
    var bytes = try read(file, atMost: size + 1)
    if bytes.count == size { return bytes }
    while true {
      let more = try read(file)
      if more.isEmpty { return bytes }
      bytes += more
    }
  }

  /// Calls `body` with every line that is not absurdly long, and gives the length of the part that
  /// ends with a line break: what follows it was cut off.
  func forEachLine(
    of file: borrowing OpenFile, _ body: (_ line: [UInt8], _ isComplete: Bool) -> Void
  ) throws(PublishingError) -> Int {
    let longest = 8_192
    var line: [UInt8] = []
    var total = 0
    var complete = 0
    func end(isComplete: Bool) {
      if line.last == UInt8(ascii: "\r") { line.removeLast() }
      if line.count <= longest { body(line, isComplete) }
      line.removeAll(keepingCapacity: true)
    }
    while true {
      let bytes = try read(file)
      if bytes.isEmpty { break }
      var rest = bytes[...]
      while let index = rest.firstIndex(of: UInt8(ascii: "\n")) {
        if line.count <= longest { line += rest[..<index] }
        complete = total + index + 1
        end(isComplete: true)
        rest = rest[(index + 1)...]
      }
      if line.count <= longest { line += rest }
      total += bytes.count
    }
    if total > complete { end(isComplete: false) }
    return complete
  }
}
