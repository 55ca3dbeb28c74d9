/// Why an index cannot be written.
public enum SearchIndexError: Error, Sendable, Hashable {
  /// The bytes of a contribution end too early.
  case damagedContribution
}
