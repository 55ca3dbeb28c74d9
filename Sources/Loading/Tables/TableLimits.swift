/// How much a table may hold, so that no input makes loading take endless time or memory.
struct TableLimits: Sendable {
  /// The most rows; the longest tables of the largest departments have a few thousand.
  var rows = 50_000
  /// The most cells, blank ones counted: as many as the most rows of twenty columns.
  var cells = 1_000_000
  /// The most levels that rows may stand under each other.
  var levels = 32
  /// The most findings that one file gives.
  var findings = 50
}
