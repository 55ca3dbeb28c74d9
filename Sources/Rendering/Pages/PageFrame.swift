import Budget

/// What all pages have in common: the head, the way back, the foot.
struct PageFrame {
  /// A step of the way from the home page to this page.
  struct Crumb {
    let title: String
    /// Where it leads; `nil` for the page itself.
    let href: String?

    var values: TemplateValues {
      ["name": .text(title), "link": href.map { .mapping(["href": .text($0)]) } ?? .none]
    }
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
  let tags: [(name: String, content: String)]
  /// What the page says of itself to programs.
  var head = PageHead()

  /// The link to the site's root: empty, or `../` for each folder.
  var root: String { String(repeating: "../", count: depth) }

  /// The names that the layout uses.
  var values: TemplateValues {
    let page: TemplateValues = [
      "title": .text(title),
      "root": .text(root),
      "siteName": .text(site.name),
      "search": .flag(site.search),
      "metaTags": .list(
        (siteTags + tags).filter { !$0.content.isEmpty }
          .map { ["name": .text($0.name), "content": .text($0.content)] }),
      "way": crumbs.isEmpty ? .none : .mapping(["steps": .list(crumbs.map(\.values))]),
      "footer": footerFacts.isEmpty ? .none : .mapping(["facts": .list(footerFacts)]),
    ]
    return page.with(head.values(site))
  }

  /// The tags that every page of a government site carries (政府网站发展指引，网页标签规范).
  private var siteTags: [(name: String, content: String)] {
    [
      ("SiteName", site.name), ("SiteDomain", site.domain),
      ("SiteIDCode", site.identificationCode),
    ]
  }

  private var footerFacts: [TemplateValues] {
    let facts = [
      ("主办单位", site.organizer), ("联系方式", site.contact),
      ("网站标识码", site.identificationCode), ("ICP备案号", site.icpNumber),
      ("公安备案号", site.publicSecurityNumber),
    ]
    return facts.filter { !$0.1.isEmpty }.map { ["label": .text($0.0), "value": .text($0.1)] }
  }
}
