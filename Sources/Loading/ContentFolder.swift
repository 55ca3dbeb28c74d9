/// A folder of content, as an effect: loading needs no disk, and tests give it a dictionary.
public struct ContentFolder: Sendable {
  /// The folder's name as messages show it: `Content`.
  public let name: String
  /// The relative paths of all regular files below the folder, sorted, with `/` between folders.
  public let paths: @Sendable () throws -> [String]
  /// The bytes of the file at a relative path; of one with more than ``SourceText/maximumSize``,
  /// which is refused, so many and one more are enough.
  public let read: @Sendable (_ path: String) throws -> [UInt8]

  /// A folder that lists and reads its files through the given functions.
  public init(
    name: String, paths: @escaping @Sendable () throws -> [String],
    read: @escaping @Sendable (_ path: String) throws -> [UInt8]
  ) {
    self.name = name
    self.paths = paths
    self.read = read
  }
}

/// Why a content folder could not be read: the environment failed, not the content.
public struct ContentFolderError: Error, Sendable, CustomStringConvertible {
  /// What could not be read.
  public let path: String
  /// Why, in the operating system's words.
  public let reason: String

  /// A failure to read `path`.
  public init(path: String, reason: String) {
    self.path = path
    self.reason = reason
  }

  /// The message in Chinese.
  public var description: String { "无法读取“\(path)”：\(reason)" }
}
