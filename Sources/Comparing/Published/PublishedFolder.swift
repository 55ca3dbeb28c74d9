/// A folder that sitegen wrote, as functions: on a disk, in a git revision, or in a test.
public struct PublishedFolder: Sendable {
  /// What to call it in messages.
  public let name: String
  /// The relative paths of all files below, sorted.
  public let paths: [String]
  /// The bytes of a file below.
  public let read: @Sendable (_ path: String) throws -> [UInt8]

  /// The largest page that is worth reading, in bytes; a table of 50,000 rows makes a fifth of it.
  public static let largestPage = 256 << 20

  /// A folder out of its paths and a function that reads.
  public init(
    name: String, paths: [String], read: @escaping @Sendable (_ path: String) throws -> [UInt8]
  ) {
    self.name = name
    self.paths = paths
    self.read = read
  }

  /// Why a file is not read that is larger than ``largestPage``.
  public static func tooLarge(_ path: String) -> ComparingError {
    ComparingError(path: path, reason: "文件超过 \(largestPage >> 20) MB，不是 sitegen 生成的页面。")
  }
}

/// Why two sites cannot be compared, for people.
public struct ComparingError: Error, CustomStringConvertible {
  /// The file or folder.
  public let path: String
  /// What is wrong with it, and what to do.
  public let reason: String

  /// A reason and where it lies.
  public init(path: String, reason: String) {
    self.path = path
    self.reason = reason
  }

  /// Where it lies, and what it is.
  public var description: String { "\(path)：\(reason)" }
}
