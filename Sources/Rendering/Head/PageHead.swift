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
  /// The page as a schema.org dataset, JSON; empty if it is none.
  var dataset: [UInt8] = []

  /// Adds the names that the layout uses.
  func add(to values: inout TemplateValues, _ site: Site) {
    let address = path.isEmpty ? nil : site.address(of: path)
    values.add("canonical", .ifAny(address))
    values.add("openGraph", .list(openGraph(site, address)))
    var forms = TemplateList()
    for alternate in alternates {
      forms.add { values in
        values.add("type", text: alternate.type)
        values.add("href", text: alternate.href)
        values.add("title", text: alternate.title)
      }
    }
    values.add("alternates", .list(forms))
    values.add("dataset", .ifAny(dataset))
  }

  private func openGraph(_ site: Site, _ address: String?) -> TemplateList {
    var list = TemplateList()
    guard !path.isEmpty else { return list }
    func add(_ name: String, _ content: String) {
      guard !content.isEmpty else { return }
      list.add { values in
        values.add("property", text: name)
        values.add("content", text: content)
      }
    }
    add("og:type", isArticle ? "article" : "website")
    add("og:locale", "zh_CN")
    add("og:site_name", site.name)
    add("og:title", title)
    add("og:description", description)
    add("og:url", address ?? "")
    if isArticle {
      add("article:published_time", published?.timestamp ?? "")
      add("article:modified_time", updated?.timestamp ?? "")
    }
    return list
  }
}

extension PublicationDate {
  /// The date as RFC 3339 wants it, in the time of the publisher, which all China shares. A date
  /// without a time begins with its day.
  var timestamp: String { day + "T" + (time.isEmpty ? "00:00" : time) + ":00+08:00" }
}
