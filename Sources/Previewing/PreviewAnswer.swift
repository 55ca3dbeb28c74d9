/// What a preview answers to a path.
public struct PreviewAnswer: Sendable {
  /// Whether there is such a page.
  public enum Status: Sendable {
    /// The page.
    case found
    /// The page stands at another path, from the site's root: `/2021/`.
    case moved(to: String)
    /// There is no such page.
    case notFound
    /// The page cannot be made as long as the source has errors; the answer shows them.
    case broken
  }

  /// Whether there is such a page.
  public let status: Status
  /// The media type: `text/html; charset=utf-8`.
  public let mediaType: String
  /// The page or file.
  public let bytes: [UInt8]
  /// Differs whenever the answer would look different; by it a page knows that it is out of date.
  public let state: String

  init(_ status: Status = .found, mediaType: String, bytes: [UInt8], state: String = "") {
    self.status = status
    self.mediaType = mediaType
    self.bytes = bytes
    self.state = state
  }
}

/// Media types by the ending of a file's name.
enum MediaType {
  static let html = "text/html; charset=utf-8"

  static func of(_ path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: ".") else { return "application/octet-stream" }
    switch name[name.index(after: dot)...].lowercased() {
    case "html": return html
    case "css": return "text/css; charset=utf-8"
    case "js": return "text/javascript; charset=utf-8"
    case "json": return "application/json; charset=utf-8"
    case "csv": return "text/csv; charset=utf-8"
    case "txt": return "text/plain; charset=utf-8"
    case "xml": return "application/xml; charset=utf-8"
    case "xlsx": return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    case "svg": return "image/svg+xml"
    case "png": return "image/png"
    case "jpg", "jpeg": return "image/jpeg"
    case "gif": return "image/gif"
    case "webp": return "image/webp"
    case "ico": return "image/x-icon"
    case "woff2": return "font/woff2"
    default: return "application/octet-stream"
    }
  }
}
