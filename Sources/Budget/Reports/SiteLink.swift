/// A link from a report's narrative to a page of the site that does not lie in the report's folder.
public struct SiteLink: Sendable, Hashable {
  /// The page's path within the site: `2020/index.html`.
  public let page: String
  /// Where the link's words stand.
  public let position: SourcePosition

  /// The page that `link` names in the narrative of the report at `path`; nothing if it leads to
  /// another site, stays in the report's folder, or leads to a file that is no page.
  init?(_ link: NarrativeLink, of path: String) {
    let address = String(link.destination.unicodeScalars.prefix { $0 != "#" && $0 != "?" })
    let scalars = address.unicodeScalars
    guard !scalars.contains(":"), scalars.first != "/" else { return nil }
    let steps = PercentEncoding.decoded(address).unicodeScalars.split(separator: "/")
      .map(String.init)
    guard steps.contains("..") else { return nil }
    var place = path.unicodeScalars.split(separator: "/").map(String.init)
    for step in steps where step != "." {
      if step != ".." {
        place.append(step)
      } else if !place.isEmpty {
        place.removeLast()
      }
    }
    // A folder is shown by its first page.
    let isFolder = scalars.last == "/" || !(steps.last ?? "").unicodeScalars.contains { $0 == "." }
    if isFolder || steps.last == "." || steps.last == ".." { place.append("index.html") }
    guard place.last?.hasSuffix(".html") ?? false else { return nil }
    page = place.joined(separator: "/")
    position = link.position
  }
}
