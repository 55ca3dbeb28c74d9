/// A link from a report's narrative to a page of the site that does not lie in the report's folder.
public struct SiteLink: Sendable, Hashable {
  /// The page's path within the site, or that of the folder whose first page is meant, which ends
  /// with a `/`: `2020/revenue.html`, `2020/`. Empty for the site's own folder.
  public let place: String
  /// Where the link's words stand.
  public let position: SourcePosition

  /// The page that `link` names in the narrative of the report at `path`; nothing if it leads to
  /// another site, stays in the report's folder, or leads to a file that is no page.
  init?(_ link: NarrativeLink, of path: String) {
    guard let address = link.address else { return nil }
    let steps = address.unicodeScalars.split(separator: "/").map(String.init)
    guard steps.contains("..") else { return nil }
    var place = path.unicodeScalars.split(separator: "/").map(String.init)
    for step in steps where step != "." {
      if step != ".." {
        place.append(step)
      } else if !place.isEmpty {
        place.removeLast()
      }
    }
    let end = PathEnding(address.unicodeScalars.last == "/" ? "" : steps.last ?? "")
    if end == .file { return nil }
    let isFolder = end == .folder && !place.isEmpty
    self.place = place.joined(separator: "/") + (isFolder ? "/" : "")
    position = link.position
  }
}

extension NarrativeLink {
  /// The path that the link names, percent-encodings undone, without a query and a fragment; `nil`
  /// for an address with a scheme or one that begins at the host's root.
  package var address: String? {
    let path = destination.unicodeScalars.prefix { $0 != "#" && $0 != "?" }
    guard path.first != "/", !path.prefix(while: { $0 != "/" }).contains(":") else { return nil }
    return PercentEncoding.decoded(String(path))
  }
}

/// What the last step of a path looks like.
private enum PathEnding {
  /// A page: `index.html`, `INDEX.HTM`.
  case page
  /// A file of another kind: `data.json`.
  case file
  /// A folder: `2020`, `..`, `v1.1`.
  case folder

  init(_ step: String) {
    let scalars = step.unicodeScalars
    // Marks that were meant to end the path, but are encoded.
    if scalars.contains(where: { $0 == "#" || $0 == "?" }) {
      self = .page
      return
    }
    guard let dot = scalars.lastIndex(of: "."), dot > scalars.startIndex else {
      self = .folder
      return
    }
    let ending = scalars[scalars.index(after: dot)...]
    let isOfFiles =
      (1...5).contains(ending.count) && ending.allSatisfy { $0.isASCIIDigit || Self.isLetter($0) }
      && ending.contains(where: Self.isLetter)
    let isOfPages = ["html", "htm"].contains(String(ending).lowercased())
    self = isOfPages ? .page : isOfFiles ? .file : .folder
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
  }
}
