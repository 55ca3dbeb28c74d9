import Budget

/// Where a link leads, as far as it matters for safety.
enum LinkTarget: Equatable {
  /// An address elsewhere that is allowed: http, https, mailto, tel.
  case elsewhere
  /// A place on this page, or a path within the site.
  case withinSite
  /// A scheme that is not allowed, or a notation that hides one.
  case unsafe(String)
  /// An address in which a name stands in front of the host's: `https://good.example@evil.example/`.
  case hiddenHost
  /// Nothing is named.
  case empty
  /// A path that leaves the site or depends on where the site stands.
  case outsideSite

  private static let schemes: Set<String> = ["http", "https", "mailto", "tel"]

  /// The target of `destination` on a page whose folder lies `depth` folders below the site's root.
  init(_ destination: String, depth: Int) {
    // Browsers ignore white space and control characters in a scheme, so they must not hide one.
    let isClean = destination.unicodeScalars.allSatisfy {
      $0.value > 0x20 && $0.value != 0x7F && $0 != "\\"
    }
    guard !destination.isEmpty else {
      self = .empty
      return
    }
    guard isClean else {
      self = .unsafe("空格、控制字符或“\\”")
      return
    }
    if destination.hasPrefix("#") {
      self = .withinSite
      return
    }
    let head = destination.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    if let colon = head.firstIndex(of: ":") {
      let scheme = head[..<colon].lowercased()
      self =
        !Self.schemes.contains(scheme)
        ? .unsafe(scheme + ":")
        : Self.hidesHost(destination[colon...].dropFirst(), scheme) ? .hiddenHost : .elsewhere
      return
    }
    guard !destination.hasPrefix("//") else {
      self = .unsafe("//")
      return
    }
    self =
      Self.stays(PercentEncoding.decoded(destination), depth: depth)
      ? .withinSite : .outsideSite
  }

  /// Whether a name stands in front of the host's in what follows a scheme.
  private static func hidesHost(_ rest: Substring, _ scheme: String) -> Bool {
    guard ["http", "https"].contains(scheme) else { return false }
    return rest.drop { $0 == "/" }.prefix { $0 != "/" && $0 != "?" && $0 != "#" }.contains("@")
  }

  private static func stays(_ path: String, depth: Int) -> Bool {
    guard !path.hasPrefix("/"), !path.contains("\\") else { return false }
    let path = path.prefix { $0 != "?" && $0 != "#" }
    var depth = depth
    for component in path.split(separator: "/") {
      switch component {
      case ".": break
      case "..": depth -= 1
      default: depth += 1
      }
      if depth < 0 { return false }
    }
    return true
  }
}
