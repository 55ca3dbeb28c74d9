import Budget

/// What all pages have in common: the head, the way back, the foot.
struct PageFrame {
  /// A step of the way from the home page to this page.
  struct Crumb {
    let title: String
    /// Where it leads; `nil` for the page itself.
    let href: String?
  }

  /// The site.
  let site: Site
  /// How many folders below the site's root the page stands.
  let depth: Int
  /// The title for the browser's window.
  let title: String
  /// The way to this page, the home page left out.
  let crumbs: [Crumb]
  /// The tags of the page itself, by name.
  var tags: [(name: String, content: String)] = []
  /// The article that the page is.
  var article: ArticleTags?
  /// What the page says of itself to programs.
  var head = PageHead()

  /// The link to the site's root: empty, or `../` for each folder.
  var root: String { String(repeating: "../", count: depth) }

  /// Adds the names that the layout uses.
  func add(to values: inout TemplateValues) {
    values.add("title", text: title)
    values.add("root", text: root)
    values.add("siteName", text: site.title)
    values.add("search", .flag(site.search))
    values.list("metaTags") { metaTags(&$0) }
    way(&values)
    footer(&values)
    head.add(to: &values, site)
  }

  /// These names and the page's own `values`.
  func values(with values: TemplateValues) -> TemplateValues {
    var all = TemplateValues(capacity: 128)
    add(to: &all)
    all.add(values)
    return all
  }

  /// The tags that every page of a government site carries (政府网站发展指引，网页标签规范), and
  /// the page's own.
  private func metaTags(_ list: inout TemplateValues) {
    func add(_ name: String, _ content: String) {
      guard !content.isEmpty else { return }
      list.element { values in
        values.add("name", text: name)
        values.add("content", text: content)
      }
    }
    add("SiteName", site.name)
    add("SiteDomain", site.domain)
    add("SiteIDCode", site.identificationCode)
    for tag in tags { add(tag.name, tag.content) }
    if let article {
      add("ColumnName", site.columnName)
      add("ColumnType", site.columnType)
      add("ArticleTitle", article.title)
      add("PubDate", article.published)
      add("ContentSource", article.source)
      list.element { values in
        values.add("name", text: "Keywords")
        values.add("content", words: article.keywords)
      }
      add("Description", article.description)
    }
  }

  private func way(_ values: inout TemplateValues) {
    guard !crumbs.isEmpty else { return values.add("way", .none) }
    values.mapping("way") { way in
      way.list("steps") { steps in
        for crumb in crumbs { steps.element { step(crumb, &$0) } }
      }
    }
  }

  private func step(_ crumb: Crumb, _ values: inout TemplateValues) {
    values.add("name", text: crumb.title)
    guard let href = crumb.href else { return values.add("link", .none) }
    values.mapping("link") { $0.add("href", text: href) }
  }

  private func footer(_ values: inout TemplateValues) {
    let facts = [
      ("主办单位", site.organizer), ("联系方式", site.contact),
      ("网站标识码", site.identificationCode), ("ICP备案号", site.icpNumber),
      ("公安备案号", site.publicSecurityNumber),
    ]
    guard facts.contains(where: { !$0.1.isEmpty }) else { return values.add("footer", .none) }
    values.mapping("footer") { footer in
      footer.list("facts") { list in
        for (label, value) in facts where !value.isEmpty {
          list.element { fact in
            fact.add("label", text: label)
            fact.add("value", text: value)
          }
        }
      }
    }
  }
}

/// What the tags of an article say (网页标签规范), besides the column that it stands in.
struct ArticleTags {
  let title: String
  /// When it was published; empty if that is not known.
  let published: String
  /// Whose words it has.
  let source: String
  let description: String
  /// Words to find it by; empty ones do not count.
  let keywords: (String, String, String)

  /// Appends the words with commas between them.
  func keywords(into text: inout HTMLBuffer) {
    var isFirst = true
    for word in [keywords.0, keywords.1, keywords.2] where !word.isEmpty {
      if !isFirst { text.raw(",") }
      text.markup(word)
      isFirst = false
    }
  }
}
