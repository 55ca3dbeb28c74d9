/// The entries of a list by a text of theirs: for each text the entries in their order.
///
/// A class, because every lookup hands it on.
final class TextGroups {
  /// The first entry of each text.
  private let first: [ExactText: Int32]
  /// For each entry the next one of the same text; −1 behind the last.
  private let next: [Int32]

  /// The groups of as many entries as `count`; those without a text are in no group.
  init(count: Int, _ text: (Int) -> String?) {
    var first: [ExactText: Int32] = Dictionary(minimumCapacity: count)
    var next: [Int32] = Array(repeating: -1, count: count)
    for index in (0..<count).reversed() {
      guard let text = text(index) else { continue }
      if let later = first.updateValue(Int32(index), forKey: ExactText(text)) {
        next[index] = later
      }
    }
    self.first = first
    self.next = next
  }

  /// The first entry with a text.
  func first(_ text: String) -> Int? { first[ExactText(text)].map(Int.init) }

  /// The next entry with the same text.
  func next(after entry: Int) -> Int? { next[entry] < 0 ? nil : Int(next[entry]) }

  /// All entries with a text.
  func all(_ text: String) -> [Int] {
    var entries: [Int] = []
    var entry = first(text)
    while let index = entry {
      entries.append(index)
      entry = next(after: index)
    }
    return entries
  }
}
