import Loading
import Synchronization

/// A folder that remembers the digest of each file that is read from it.
final class HashingFolder: Sendable {
  private let folder: ContentFolder
  private let known = Mutex<[String: Digest]>([:])

  init(_ folder: ContentFolder) {
    self.folder = folder
  }

  /// The digests of the files that were read, by their paths.
  var digests: [String: Digest] { known.withLock { $0 } }

  /// The folder, which tells what is read from it.
  var hashing: ContentFolder {
    ContentFolder(
      name: folder.name, folders: folder.folders,
      read: { path in
        let bytes = try self.folder.read(path)
        self.known.withLock { $0[path] = Digest(of: bytes) }
        return bytes
      })
  }
}
