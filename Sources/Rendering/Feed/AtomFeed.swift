import Budget

/// The site's Atom feed (RFC 4287) of publications and corrections. All dates are the content's.
struct AtomFeed {
  /// The name of the feed's file.
  static let file = "feed.xml"
  /// The type of such files.
  static let type = "application/atom+xml"
  /// The most entries: feeds tell news, the site keeps the archive.
  private static let maximumEntries = 50

  let site: Site
  /// The entries, the latest first.
  let entries: [FeedEntry]

  /// The latest of `entries`; `nil` where there are none, since a feed needs a date.
  init?(_ site: Site, _ entries: [FeedEntry]) {
    guard !entries.isEmpty else { return nil }
    self.site = site
    self.entries = Self.latest(entries)
  }

  /// As many of `entries` as a feed has, the latest first.
  static func latest(_ entries: [FeedEntry]) -> [FeedEntry] {
    Array(
      entries.sorted { ($1.updated, $0.link, $0.id) < ($0.updated, $1.link, $1.id) }
        .prefix(maximumEntries))
  }

  /// The feed as XML.
  func render() -> [UInt8] {
    var xml = HTMLBuffer()
    xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    xml.raw("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"zh-CN\">\n")
    element("title", site.title, into: &xml)
    if !site.columnDescription.isEmpty {
      element("subtitle", site.columnDescription, into: &xml)
    }
    element("id", FeedID.of("site", site.identificationCode, site.name), into: &xml)
    element("updated", entries[0].updated.timestamp, into: &xml)
    link("self", Self.type, Self.file, into: &xml)
    link("alternate", "text/html", "index.html", into: &xml)
    for entry in entries { self.entry(entry, into: &xml) }
    xml.raw("</feed>\n")
    return xml.bytes
  }

  private func entry(_ entry: FeedEntry, into xml: inout HTMLBuffer) {
    xml.raw("<entry>\n")
    element("title", entry.title, into: &xml)
    element("id", entry.id, into: &xml)
    element("published", entry.published.timestamp, into: &xml)
    element("updated", entry.updated.timestamp, into: &xml)
    link("alternate", "text/html", entry.link, into: &xml)
    xml.raw("<author><name>")
    xml.text(entry.author)
    xml.raw("</name></author>\n")
    element("summary", entry.summary, into: &xml)
    xml.raw("</entry>\n")
  }

  private func element(_ name: StaticString, _ text: String, into xml: inout HTMLBuffer) {
    xml.raw("<")
    xml.raw(name)
    xml.raw(">")
    xml.text(text)
    xml.raw("</")
    xml.raw(name)
    xml.raw(">\n")
  }

  /// A link; relative where the site's address is not known, as Atom allows.
  private func link(
    _ relation: StaticString, _ type: String, _ path: String, into xml: inout HTMLBuffer
  ) {
    xml.raw("<link rel=\"")
    xml.raw(relation)
    xml.raw("\" type=\"")
    xml.text(type)
    xml.raw("\" href=\"")
    let parts = path.split(separator: "#", maxSplits: 1)
    let file = String(parts.first ?? "")
    xml.text(site.address(of: file) ?? URLPath.encoded(file))
    if parts.count > 1 { xml.text("#" + parts[1]) }
    xml.raw("\"/>\n")
  }
}
