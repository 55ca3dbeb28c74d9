/// A finished file of the search.
public struct SearchFile: Sendable {
  /// The path, within the report's folder for a report's own files, else within the site.
  public let path: String
  /// The contents.
  public let bytes: [UInt8]
}
