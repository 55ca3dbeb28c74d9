/// A finished file of the site.
public struct RenderedFile: Sendable {
  /// The path within its report's folder, or within the site for site-wide files.
  public let path: String
  /// The contents.
  public let bytes: [UInt8]

  /// A file of `bytes` at `path`.
  init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}
