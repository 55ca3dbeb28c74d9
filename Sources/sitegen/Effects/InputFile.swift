import Foundation
import Loading
import Publishing

/// A folder of the content, held open: its files are found from there, and not from the root.
struct OpenFolder: ~Copyable {
  fileprivate let descriptor: CInt
  fileprivate let name: String

  /// Opens the folder at a path below `folder`.
  init(_ path: String, in folder: DiskFolder) throws(ContentFolderError) {
    name = folder.name + "/" + path
    descriptor = open(name, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw ContentFolderError(path: name, reason: SystemReason.words(errno))
    }
  }

  deinit { close(descriptor) }

  /// Opens a file below, which has to be a regular one and no link.
  func file(_ path: String) throws(ContentFolderError) -> InputFile {
    try InputFile(path, in: descriptor, of: name, flags: O_NOFOLLOW)
  }
}

/// A regular file, open for reading.
struct InputFile: ~Copyable {
  private let descriptor: CInt
  /// The size when it was opened.
  let size: Int
  private let folder: String
  private let path: String

  private static let piece = 1 << 20

  /// Opens the file at a path below `folder`.
  init(_ path: String, in folder: DiskFolder, flags: CInt = O_NOFOLLOW) throws(ContentFolderError) {
    try self.init(folder.name + "/" + path, in: AT_FDCWD, of: "", flags: flags)
  }

  fileprivate init(
    _ path: String, in parent: CInt, of folder: String, flags: CInt
  ) throws(ContentFolderError) {
    self.folder = folder
    self.path = path
    // Without O_NONBLOCK, a pipe put in a file's place would be waited for.
    descriptor = openat(parent, path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | flags)
    var status = stat()
    let isOpen = descriptor >= 0 && fstat(descriptor, &status) == 0
    let code = errno
    size = isOpen ? Int(status.st_size) : 0
    guard isOpen else {
      throw Self.error(SystemReason.words(code), folder, path)
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw Self.error("它不是普通的文件", folder, path)
    }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Appends the file's bytes, at most `limit` of them, however long it is or grows.
  func read(into bytes: inout [UInt8], limit: Int) throws(ContentFolderError) {
    // One byte more than there should be, to see the end in one call.
    var room = min(limit, size + 1)
    var left = limit
    while room > 0 {
      let count = try append(atMost: room, to: &bytes)
      // A file may give less than was asked for, a signal may too; only nothing is the end. A file
      // that had just the size that it should have ends here.
      if count == 0 || (count == size && left == limit) { return }
      left -= count
      room = min(left, Self.piece)
    }
  }

  /// The digest of the file, which may be of any size.
  func digest() throws(ContentFolderError) -> Digest {
    var digest = DigestBuilder()
    var bytes: [UInt8] = []
    while try append(atMost: min(Self.piece, size + 1), to: &bytes) > 0 {
      digest.addRaw(bytes[...])
      bytes.removeAll(keepingCapacity: true)
    }
    return digest.finish()
  }

  /// Appends what one call to the system gives.
  private func append(
    atMost count: Int, to bytes: inout [UInt8]
  ) throws(ContentFolderError) -> Int {
    var result = 0
    var code: CInt = 0
    bytes.append(addingCapacity: count) { span in
      span.withUnsafeMutableBufferPointer { buffer, filled in
        repeat {
          result = Foundation.read(descriptor, buffer.baseAddress.map { $0 + filled }, count)
        } while result < 0 && errno == EINTR
        if result < 0 { code = errno } else { filled += result }
      }
    }
    guard result >= 0 else { throw Self.error(SystemReason.words(code), folder, path) }
    return result
  }

  private static func error(
    _ reason: String, _ folder: String, _ path: String
  ) -> ContentFolderError {
    ContentFolderError(path: folder.isEmpty ? path : folder + "/" + path, reason: reason)
  }
}
