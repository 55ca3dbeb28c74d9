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
  let tags: [(name: String, content: String)]
  /// What the page says of itself to programs.
  var head = PageHead()

  /// The link to the site's root: empty, or `../` for each folder.
  var root: String { String(repeating: "../", count: depth) }

  /// The names that the layout uses.
  var values: TemplateValues {
    var values = TemplateValues(capacity: 96)
    values.add("title", text: title)
    values.add("root", text: root)
    values.add("siteName", text: site.name)
    values.add("search", .flag(site.search))
    values.add("metaTags", .list(metaTags))
    values.add("way", way)
    values.add("footer", footer)
    head.add(to: &values, site)
    return values
  }

  /// The tags that every page of a government site carries (政府网站发展指引，网页标签规范), and
  /// the page's own.
  private var metaTags: TemplateList {
    var list = TemplateList()
    func add(_ name: String, _ content: String) {
      guard !content.isEmpty else { return }
      list.add { values in
        values.add("name", text: name)
        values.add("content", text: content)
      }
    }
    add("SiteName", site.name)
    add("SiteDomain", site.domain)
    add("SiteIDCode", site.identificationCode)
    for tag in tags { add(tag.name, tag.content) }
    return list
  }

  private var way: TemplateValue {
    guard !crumbs.isEmpty else { return .none }
    var steps = TemplateList()
    for crumb in crumbs {
      steps.add { values in
        values.add("name", text: crumb.title)
        values.add("link", crumb.href.map { .mapping(["href": .text($0)]) } ?? .none)
      }
    }
    return .mapping(["steps": .list(steps)])
  }

  private var footer: TemplateValue {
    var facts = TemplateList()
    func add(_ label: String, _ value: String) {
      guard !value.isEmpty else { return }
      facts.add { values in
        values.add("label", text: label)
        values.add("value", text: value)
      }
    }
    add("主办单位", site.organizer)
    add("联系方式", site.contact)
    add("网站标识码", site.identificationCode)
    add("ICP备案号", site.icpNumber)
    add("公安备案号", site.publicSecurityNumber)
    return facts.isEmpty ? .none : .mapping(["facts": .list(facts)])
  }
}
