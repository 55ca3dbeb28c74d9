import Budget

/// The words of all passages one behind the other. Passages share it.
final class NarrativeWords {
  /// The words, scalar by scalar.
  let scalars: [Unicode.Scalar]
  /// Where they come from.
  let runs: [WordReader.Run]
  /// The bound figures among them.
  let bound: [BoundFigure]
  /// Where each bound figure stands in ``scalars``.
  let boundRanges: [Range<Int>]

  init(_ reader: WordReader) {
    scalars = reader.scalars
    runs = reader.runs
    bound = reader.bound
    boundRanges = reader.boundRanges
  }
}

extension Narrative {
  /// The passages from top to bottom, without text as typed.
  var passages: [Passage] {
    let reader = WordReader(blocks)
    let words = NarrativeWords(reader)
    return reader.places.map { Passage(words, $0) }
  }
}
