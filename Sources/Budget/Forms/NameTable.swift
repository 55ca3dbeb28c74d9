/// Which of several things a name calls, looked up at once.
struct NameTable: Sendable {
  private var places: [ExactText: [Int]] = [:]

  /// The names of `elements` by rank: what a name of the first rank calls, no name of a later rank
  /// calls as well.
  init<Element>(_ elements: [Element], ranks: ((Element) -> [String])...) {
    for rank in ranks {
      var own: [ExactText: [Int]] = [:]
      for (index, element) in elements.enumerated() {
        for name in rank(element) where own[ExactText(name)]?.last != index {
          own[ExactText(name), default: []].append(index)
        }
      }
      places.merge(own) { before, _ in before }
    }
  }

  /// The indices of what is called `name`, in order; empty if nothing is.
  subscript(name: String) -> [Int] { places[ExactText(name)] ?? [] }
}
