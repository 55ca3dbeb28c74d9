/// Writes the site-wide index while reports go by.
///
/// The index is a row of segments, each of the reports that came one after another until they had
/// about ``SearchSegment/size`` parts. Only one segment is held, so the memory that is needed does
/// not grow with the number of reports.
public struct SearchIndexWriter {
  private var segment = SearchSegment()
  private var segments: [SearchSegment.Description] = []

  /// An index of no reports yet.
  public init() {}

  /// Adds the next report. Its place in the index is its place in the order of calls, which is
  /// therefore part of the input. Finished files, with paths within the site, go to `emit`.
  public mutating func add(
    _ contribution: SearchContribution, _ emit: (SearchFile) throws -> Void
  ) throws {
    try segment.add(contribution)
    if segment.isFull { try endSegment(emit) }
  }

  /// Hands out the files that are left, the list of segments last.
  public mutating func finish(_ emit: (SearchFile) throws -> Void) throws {
    if !segment.isEmpty { try endSegment(emit) }
    var buffer = ScriptBuffer()
    buffer.raw("sitegenSearch(\"search/index.js\",[\n")
    for segment in segments { segment.write(to: &buffer) }
    buffer.raw("]);\n")
    try emit(SearchFile(path: "search/index.js", bytes: buffer.bytes))
  }

  private mutating func endSegment(_ emit: (SearchFile) throws -> Void) throws {
    let full = segment
    segment = SearchSegment()
    segments.append(try full.write(folder: "search/\(segments.count)", emit))
  }
}
