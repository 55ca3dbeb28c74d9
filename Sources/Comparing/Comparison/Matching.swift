/// Pairs elements of two lists that mean the same.
enum Matching {
  /// The pairs by the first of `keys` that finds one; a key pairs only what is alone in having it
  /// on both sides, among those that are left. Returns for each new place the old one.
  static func pairs<Item>(
    _ old: [Item], _ new: [Item],
    keys: [(old: (Int, Item) -> AnyHashable?, new: (Int, Item) -> AnyHashable?)]
  ) -> [Int: Int] {
    var oldOfNew: [Int: Int] = [:]
    var leftOld = Array(old.indices)
    var leftNew = Array(new.indices)
    for key in keys where !leftOld.isEmpty && !leftNew.isEmpty {
      let before = unique(leftOld) { key.old($0, old[$0]) }
      let after = unique(leftNew) { key.new($0, new[$0]) }
      for (name, place) in after {
        if let other = before[name] { oldOfNew[place] = other }
      }
      let paired = Set(oldOfNew.values)
      leftOld.removeAll(where: paired.contains)
      leftNew.removeAll { oldOfNew[$0] != nil }
    }
    return oldOfNew
  }

  /// The new places whose elements stand in another order than before.
  static func moved(_ oldOfNew: [Int: Int]) -> [Int] {
    let pairs = oldOfNew.map { ($0.value, $0.key) }.sorted { $0.0 < $1.0 }
    let kept = Set(Alignment.rising(pairs).map(\.1))
    return oldOfNew.keys.filter { !kept.contains($0) }.sorted()
  }

  private static func unique(_ places: [Int], key: (Int) -> AnyHashable?) -> [AnyHashable: Int] {
    var found: [AnyHashable: Int] = [:]
    var repeated: Set<AnyHashable> = []
    for place in places {
      guard let name = key(place) else { continue }
      if found.updateValue(place, forKey: name) != nil { repeated.insert(name) }
    }
    return found.filter { !repeated.contains($0.key) }
  }
}
