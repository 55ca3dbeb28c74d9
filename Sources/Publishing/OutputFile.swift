/// One finished file of the site.
public struct OutputFile: Sendable, Equatable {
  /// Where the file goes: relative to its report's folder (or to the output folder, for a file of
  /// the site), with `/` between its components.
  public let path: String
  /// Everything that the file holds.
  public let bytes: [UInt8]

  /// Makes a file of the site; its path is checked when it is published.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}
