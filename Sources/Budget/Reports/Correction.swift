/// A dated correction (更正) of something that was published.
public struct Correction: Sendable, Hashable {
  /// What was corrected.
  public enum Place: Sendable, Hashable {
    /// A cell.
    case cell(CellAddress)
    /// A passage of the narrative, by the heading that it stands under.
    case section(anchor: String, title: String)
  }

  /// When it was published.
  public let date: PublicationDate
  /// What was corrected.
  public let place: Place
  /// What it said before.
  public let earlier: String
  /// What it says now.
  public let now: String
  /// Why it was corrected.
  public let reason: String

  /// A correction out of its parts.
  public init(
    date: PublicationDate, place: Place, earlier: String, now: String, reason: String
  ) {
    self.date = date
    self.place = place
    self.earlier = earlier
    self.now = now
    self.reason = reason
  }

  /// The corrected cell; `nil` for a passage.
  public var cell: CellAddress? {
    guard case .cell(let address) = place else { return nil }
    return address
  }
}

extension Report {
  /// When the report last changed in public: the latest correction's date, or that of publication.
  public var updated: PublicationDate? {
    ([published].compactMap(\.self) + corrections.map(\.date)).max()
  }
}
