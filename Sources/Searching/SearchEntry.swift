/// What the site-wide index keeps of one report; the report itself can be let go.
public struct SearchEntry: Sendable {
  /// The report's folder.
  public let path: String
  /// The fiscal year; newer reports come first in results.
  public let fiscalYear: Int
  /// The report's parts, one for each of its files.
  let parts: [Part]

  /// What one file of a report can be found by.
  struct Part: Sendable {
    /// The file's size in bytes, by which `search.js` keeps a query small.
    let size: Int
    /// The tokens of its texts; see ``SearchToken``.
    let tokens: [UInt64]
    /// The digits of its amounts; see ``SignificantDigits``.
    let numbers: [UInt64]
  }
}
