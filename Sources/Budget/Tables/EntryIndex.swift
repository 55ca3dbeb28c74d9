/// Where in a list each key is found.
public struct EntryIndex: Sendable {
  private var places: [ExactText: Int]

  /// An index of no keys yet, with room for some.
  public init(capacity: Int) {
    places = Dictionary(minimumCapacity: capacity)
  }

  /// The index of `keys`; of equal ones the first is found.
  public init(_ keys: [String]) {
    self.init(capacity: keys.count)
    for (place, key) in keys.enumerated() { note(key, at: place) }
  }

  /// The place of `key`.
  subscript(key: String) -> Int? { places[ExactText(key)] }

  /// Notes that `key` is at `place`; false, without a change, if it was noted before.
  @discardableResult
  public mutating func note(_ key: String, at place: Int) -> Bool {
    guard let first = places.updateValue(place, forKey: ExactText(key)) else { return true }
    places[ExactText(key)] = first
    return false
  }
}
