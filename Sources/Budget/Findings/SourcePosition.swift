/// A place in a content file, for messages and for finding a value again.
public struct SourcePosition: Sendable, Hashable, Comparable {
  /// The file, relative to the folder that holds `Content`, with `/` between folders.
  public let file: String
  /// The line, from 1.
  public let line: Int
  /// The column in characters (Unicode scalars), from 1.
  public let column: Int

  /// A place in `file`; without line and column, its beginning.
  public init(file: String, line: Int = 1, column: Int = 1) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// File, then line, then column.
  public static func < (left: SourcePosition, right: SourcePosition) -> Bool {
    (left.file, left.line, left.column) < (right.file, right.line, right.column)
  }
}
