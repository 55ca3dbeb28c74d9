/// A folder of content, as an effect: loading needs no disk, and tests give it a dictionary.
public struct ContentFolder: Sendable {
  /// The folder's name as messages show it: `Content`.
  public let name: String
  /// The folder itself and all folders below that have anything but folders directly in them.
  public let folders: @Sendable () throws -> [FolderListing]
  /// The bytes of the file at a relative path; of one with more than ``SourceText/maximumSize``,
  /// which is refused, so many and one more are enough.
  public let read: @Sendable (_ path: String) throws -> [UInt8]
  /// How many bytes the file at a relative path has: pictures are only looked at.
  let size: @Sendable (_ path: String) throws -> Int

  /// A folder that lists and reads its files through the given functions, and reads one for its
  /// size where it has no other way.
  public init(
    name: String, folders: @escaping @Sendable () throws -> [FolderListing],
    read: @escaping @Sendable (_ path: String) throws -> [UInt8],
    size: (@Sendable (_ path: String) throws -> Int)? = nil
  ) {
    self.name = name
    self.folders = folders
    self.read = read
    self.size = size ?? { try read($0).count }
  }

  /// A folder of files with the given relative paths.
  public init(
    name: String, paths: @escaping @Sendable () throws -> [String],
    read: @escaping @Sendable (_ path: String) throws -> [UInt8],
    size: (@Sendable (_ path: String) throws -> Int)? = nil
  ) {
    self.init(
      name: name,
      folders: {
        let files = try paths().map { path in
          let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
          return (
            folder: slash.map { String(path[..<$0]) } ?? "",
            name: slash.map { String(path[path.utf8.index(after: $0)...]) } ?? path
          )
        }
        return Dictionary(grouping: files, by: \.folder).map {
          FolderListing(path: $0.key, names: $0.value.map(\.name))
        }
      },
      read: read, size: size)
  }

  /// The relative paths of all regular files below the folder, sorted by their bytes, with `/`
  /// between folders.
  public func paths() throws -> [String] {
    try folders().flatMap(\.paths).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}

/// The regular files directly in one folder, and what is there and cannot be read.
public struct FolderListing: Sendable, Hashable {
  /// Something in a folder that is not read.
  public enum Unread: Sendable, Hashable {
    /// A name that is no UTF-8, as its bytes: it cannot be written in a message or an address.
    case misnamed([UInt8])
    /// A link, a pipe or a device of this name: what is published comes from the folder itself.
    case irregular(String)
  }

  /// The folder's path relative to the content folder, empty for that folder itself.
  public let path: String
  /// The files' names. Folders mostly have the same ones as others, and then share the list.
  public let names: [String]
  /// What is not read.
  public let unread: [Unread]

  /// The files `names` in the folder at `path`.
  public init(path: String, names: [String], unread: [Unread] = []) {
    self.path = path
    self.names = names
    self.unread = unread
  }

  /// The files' paths relative to the content folder.
  public var paths: [String] { path.isEmpty ? names : names.map { path + "/" + $0 } }
}

/// Why a content folder could not be read or written: the environment failed, not the content.
public struct ContentFolderError: Error, Sendable, CustomStringConvertible {
  /// What was tried.
  public enum Attempt: Sendable {
    /// To find or read something.
    case reading
    /// To replace a file, wholly or not at all.
    case writing
  }

  /// What could not be read or written.
  public let path: String
  /// What was tried.
  public let attempt: Attempt
  /// Why it failed, in the operating system's words.
  public let reason: String

  /// A failure at `path`.
  public init(_ attempt: Attempt = .reading, path: String, reason: String) {
    self.attempt = attempt
    self.path = path
    self.reason = reason
  }

  /// The message in Chinese.
  public var description: String {
    switch attempt {
    case .reading: "无法读取“\(path)”：\(reason)"
    case .writing: "无法写入“\(path)”：\(reason)。这个文件没有改动"
    }
  }
}
