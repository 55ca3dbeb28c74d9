import Foundation

/// The difference for programs; docs/diff.md describes the fields.
public struct DifferenceJSON {
  /// The version of the format; higher when a field changes its meaning or goes away.
  static let format = "sitegen-diff-1"

  private let difference: SiteDifference

  /// The writer of a difference.
  public init(_ difference: SiteDifference) {
    self.difference = difference
  }

  /// One object, keys sorted, with a line break at its end.
  public func text() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let document = Document(
      format: Self.format, old: difference.old, new: difference.new,
      figuresChanged: difference.changesFigures,
      counts: Dictionary(grouping: difference.changes, by: \.kind.rawValue).mapValues(\.count),
      changes: difference.changes.map(Entry.init))
    return String(decoding: try encoder.encode(document), as: UTF8.self) + "\n"
  }

  private struct Document: Encodable {
    let format, old, new: String
    let figuresChanged: Bool
    let counts: [String: Int]
    let changes: [Entry]
  }

  private struct Entry: Encodable {
    let kind: String
    let place: Place
    let aspect, old, new: String?
    let difference: Difference?
    let words: [WordChange]?
    let cells: [CellText]?
    let touches: Touches?
    let changesFigures: Bool

    init(_ change: Change) {
      kind = change.kind.rawValue
      place = change.place
      aspect = change.aspect
      old = change.old
      new = change.new
      difference = change.difference
      words = change.words.isEmpty ? nil : change.words
      cells = change.cells.isEmpty ? nil : change.cells
      touches = change.touches.isEmpty ? nil : change.touches
      changesFigures = change.changesFigures
    }
  }
}
