import Budget
import Rendering

/// A finding with the place on the site where it shows.
struct PlacedFinding: Sendable {
  /// A value that took part in the check, with its cell's address on the site.
  struct Value: Sendable {
    let contributor: Contributor
    let address: String?
  }

  /// The finding.
  let finding: Finding
  /// The page, within the site: `2021/revenue.html`; `nil` if it concerns all pages of
  /// its report, or of the site.
  let page: String?
  /// The id of the element on the page; `nil` if it concerns the page as a whole.
  let id: String?
  /// The words of the source that are meant.
  let words: String
  /// The line of the source, for what has no place on a page.
  let excerpt: String?
  /// What took part in the check.
  let values: [Value]

  /// The address of the place on the site, from its root.
  var address: String? {
    page.map { Self.address(page: $0, id: id) }
  }

  /// A finding of a report, in its place.
  init(_ finding: Finding, of report: String, in places: PagePlaces?, _ lines: SourceLines) {
    let place = places?.place(of: finding.position)
    self.finding = finding
    page = place.map { report + "/" + $0.page }
    id = place?.id
    values = finding.contributors.map { contributor in
      let place = places?.place(of: contributor.position)
      return Value(
        contributor: contributor,
        address: place.map { Self.address(page: report + "/" + $0.page, id: $0.id) })
    }
    let line = lines.line(of: finding)
    words = line.map { Self.words(finding, in: $0) } ?? ""
    excerpt = id == nil ? Self.excerpt(line, finding) : nil
  }

  /// A finding of the site as a whole.
  init(ofSite finding: Finding, _ lines: SourceLines) {
    self.finding = finding
    page = nil
    id = nil
    words = ""
    excerpt = Self.excerpt(lines.line(of: finding), finding)
    values = []
  }

  private static func address(page: String, id: String?) -> String {
    "/" + URLPath.encoded(page) + (id.map { "#" + LinkFragment.encoded($0) } ?? "")
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
    return String(
      String.UnicodeScalarView(line.unicodeScalars.dropFirst(start).prefix(finding.length)))
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
