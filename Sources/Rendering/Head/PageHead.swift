import Budget

/// What a page says of itself to programs that read no further than its head.
struct PageHead {
  /// Another form of the page's contents.
  struct Alternate {
    let type: String
    let href: String
    let title: String
  }

  /// The page's path within the site; empty for a page that stands at no address of its own.
  var path = ""
  /// What the page is called where it is shared.
  var title = ""
  /// What the page holds, in a sentence.
  var description = ""
  /// Whether the page is one of a report, rather than the site's own.
  var isArticle = false
  /// When the page's contents were published.
  var published: PublicationDate?
  /// When they last changed.
  var updated: PublicationDate?
  /// The page's data in other forms, and the feed.
  var alternates: [Alternate] = []
  /// The page as a schema.org dataset; empty if it is none.
  var dataset = ""

  /// The names that the layout uses.
  func values(_ site: Site) -> TemplateValues {
    let address = path.isEmpty ? nil : site.address(of: path)
    let properties: [(String, String)] = [
      ("og:type", isArticle ? "article" : "website"),
      ("og:locale", "zh_CN"),
      ("og:site_name", site.name),
      ("og:title", title),
      ("og:description", description),
      ("og:url", address ?? ""),
      ("article:published_time", isArticle ? published?.timestamp ?? "" : ""),
      ("article:modified_time", isArticle ? updated?.timestamp ?? "" : ""),
    ]
    return [
      "canonical": .ifAny(address),
      "openGraph": .list(
        path.isEmpty
          ? []
          : properties.filter { !$0.1.isEmpty }
            .map { ["property": .text($0.0), "content": .text($0.1)] }),
      "alternates": .list(
        alternates.map {
          ["type": .text($0.type), "href": .text($0.href), "title": .text($0.title)]
        }),
      "dataset": .ifAny(dataset),
    ]
  }
}

extension PublicationDate {
  /// The date as RFC 3339 wants it, in the time of the publisher, which all China shares. A date
  /// without a time begins with its day.
  var timestamp: String { day + "T" + (time.isEmpty ? "00:00" : time) + ":00+08:00" }
}
