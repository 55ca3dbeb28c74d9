/// The content security policy that a page states in its head.
enum ContentPolicy {
  /// What the preview's own parts need beyond what the page allows.
  private static let needed = ["connect-src", "script-src", "style-src"]

  /// The head with a policy under which the preview's script and style sheet run and may ask their
  /// own origin for changes. Nothing else is allowed that the page forbids.
  static func allowingPreview(in head: String) -> String {
    guard let name = head.firstRange(of: "\"Content-Security-Policy\""),
      let content = head[name.upperBound...].firstRange(of: "content=\""),
      let end = head[content.upperBound...].firstIndex(of: "\"")
    else { return head }
    return head[..<content.upperBound] + allowingPreview(head[content.upperBound..<end])
      + head[end...]
  }

  private static func allowingPreview(_ policy: Substring) -> String {
    var directives = policy.split(separator: ";").map { $0.split(separator: " ") }
      .filter { !$0.isEmpty }
    guard let fallback = directives.first(where: { $0[0] == "default-src" })?.dropFirst() else {
      // Without a fallback, what is not named is allowed.
      for index in directives.indices where needed.contains(String(directives[index][0])) {
        directives[index] = allowingSelf(directives[index])
      }
      return text(directives)
    }
    for name in needed {
      if let index = directives.firstIndex(where: { $0[0] == name }) {
        directives[index] = allowingSelf(directives[index])
      } else {
        directives.append(allowingSelf([Substring(name)] + fallback))
      }
    }
    return text(directives)
  }

  private static func allowingSelf(_ directive: [Substring]) -> [Substring] {
    guard !directive.contains("'self'") else { return directive }
    return directive.filter { $0 != "'none'" } + ["'self'"]
  }

  private static func text(_ directives: [[Substring]]) -> String {
    directives.map { $0.joined(separator: " ") }.joined(separator: "; ")
  }
}
