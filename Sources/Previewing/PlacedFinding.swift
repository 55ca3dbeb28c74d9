import Budget
import Rendering

/// A place on the site.
struct SitePlace: Sendable, Hashable {
  /// The page within the site: `2021/revenue.html`.
  let page: String
  /// The id of the element on the page; `nil` if the page as a whole is meant.
  let id: String?

  /// Its address from the site's root.
  var address: String {
    "/" + URLPath.encoded(page) + (id.map { "#" + LinkFragment.encoded($0) } ?? "")
  }
}

/// A finding with the place on the site where it shows.
struct PlacedFinding: Sendable {
  /// A value that took part in the check, with its place.
  struct Value: Sendable {
    let contributor: Contributor
    let place: SitePlace?
  }

  /// The finding.
  let finding: Finding
  /// Where it shows; `nil` if it concerns all pages of its report, or of the site.
  let place: SitePlace?
  /// The words of the source that are meant.
  let words: String
  /// The line of the source, for what has no element on a page.
  let excerpt: String?
  /// What took part in the check.
  let values: [Value]

  /// A finding with the places that `place` knows, quoted out of `lines`.
  init(
    _ finding: Finding, _ lines: SourceLines? = nil,
    place: (SourcePosition) -> SitePlace? = { _ in nil }
  ) {
    self.finding = finding
    self.place = place(finding.position)
    values = finding.contributors.map { Value(contributor: $0, place: place($0.position)) }
    let line = lines?.line(of: finding)
    words = line.map { Self.words(finding, in: $0) } ?? ""
    excerpt = self.place?.id == nil ? Self.excerpt(line, finding) : nil
  }

  /// The line that is meant; a finding at a file's very beginning means the file.
  private static func excerpt(_ line: String?, _ finding: Finding) -> String? {
    let isFile = finding.position == SourcePosition(file: finding.position.file)
    guard let line, !isFile || finding.length > 1, !line.allSatisfy(\.isWhitespace) else {
      return nil
    }
    return line
  }

  private static func words(_ finding: Finding, in line: String) -> String {
    let start = finding.position.column - 1
    return line.unicodeScalars.dropFirst(start).prefix(finding.length).text
  }
}

extension Sequence<PlacedFinding> {
  /// How many there are of a severity.
  func count(_ severity: Finding.Severity) -> Int {
    count { $0.finding.severity == severity }
  }

  /// Whether publication has to stop.
  var blocksPublication: Bool { contains { $0.finding.severity == .error } }
}
