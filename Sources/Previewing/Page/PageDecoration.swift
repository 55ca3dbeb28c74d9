/// Adds to a page of the site what a preview needs: its notice, its style sheet and its script.
/// Only the answer is changed; what is published never passes here.
struct PageDecoration {
  private let notice: PageNotice

  /// A decoration that shows `notice`.
  init(_ notice: PageNotice) {
    self.notice = notice
  }

  /// The page with what is added. A page without a head or body, as a template may have left it,
  /// gets everything at its beginning.
  func applied(to page: [UInt8]) -> DecoratedPage {
    let headEnd = Self.range(of: "</head>", in: page[...])?.lowerBound ?? 0
    let head = ContentPolicy.allowingPreview(in: String(decoding: page[..<headEnd], as: UTF8.self))
    let bodyStart = Self.start(ofBodyIn: page[headEnd...])
    return DecoratedPage(
      Array((head + Self.headBeforeState).utf8),
      Array(Self.headAfterState.utf8) + page[headEnd..<bodyStart]
        + notice.render() + page[bodyStart...])
  }

  /// Where the notice goes: before the page's first part, but behind a link that skips to the
  /// text, which has to be the first thing on the page.
  private static func start(ofBodyIn rest: ArraySlice<UInt8>) -> Int {
    guard let body = range(of: "<body", in: rest) else { return rest.startIndex }
    let parts = ["<header", "<main"].compactMap { range(of: $0, in: rest[body.upperBound...]) }
    return parts.map(\.lowerBound).min()
      ?? rest[body.upperBound...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 }
      ?? rest.endIndex
  }

  /// What goes to the end of a page's head.
  static let headBeforeState = """
    <link rel="stylesheet" href="/\(Preview.folder)/preview.css">
    <script src="/\(Preview.folder)/preview.js" data-state="
    """
  static let headAfterState = "\" defer></script>\n"

  private static func range(of text: String, in bytes: ArraySlice<UInt8>) -> Range<Int>? {
    let wanted = Array(text.utf8)
    var start = bytes.startIndex
    while start + wanted.count <= bytes.endIndex {
      guard let first = bytes[start...].firstIndex(of: wanted[0]) else { return nil }
      if bytes[first...].starts(with: wanted) { return first..<(first + wanted.count) }
      start = first + 1
    }
    return nil
  }
}
