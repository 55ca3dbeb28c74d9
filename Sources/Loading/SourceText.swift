/// A content file as text: UTF-8, whatever the encoding on disk.
public struct SourceText: Sendable {
  /// The path as messages show it: `Content/2021/tables/revenue.csv`.
  public let file: String
  /// The text in UTF-8 without a byte-order mark; valid.
  public let bytes: [UInt8]
  /// The encoding on disk.
  public let encoding: SourceEncoding

  /// The text `bytes` of `file`, which are UTF-8 whatever `encoding` the file is in.
  public init(file: String, bytes: [UInt8], encoding: SourceEncoding = .utf8) {
    self.file = file
    self.bytes = bytes
    self.encoding = encoding
  }

  /// The text as a string.
  public var string: String { String(decoding: bytes, as: UTF8.self) }
}
