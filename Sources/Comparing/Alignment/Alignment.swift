import Budget

/// Which elements of two sequences are the same.
enum Alignment {
  /// Longer gaps between elements that occur once are taken as replaced: comparing them would take
  /// memory with the square of their length.
  private static let longestGap = 1500

  /// The pairs of places with equal elements, both rising: first what occurs once on each side
  /// (patience), then what lies between (Myers, as the standard library has it).
  static func pairs<Key: Hashable>(_ old: [Key], _ new: [Key]) -> [(old: Int, new: Int)] {
    var pairs: [(old: Int, new: Int)] = []
    var start = (old: 0, new: 0)
    for anchor in anchors(old, new) + [(old.count, new.count)] {
      pairs += gap(old, start.old..<anchor.0, new, start.new..<anchor.1)
      if anchor.0 < old.count { pairs.append((anchor.0, anchor.1)) }
      start = (anchor.0 + 1, anchor.1 + 1)
    }
    return pairs
  }

  /// The places that rise on both sides and are as many as possible, out of `pairs` in the order of
  /// their old places.
  static func rising(_ pairs: [(Int, Int)]) -> [(Int, Int)] {
    var ends: [Int] = []
    var before = [Int](repeating: -1, count: pairs.count)
    for (index, pair) in pairs.enumerated() {
      let place = ends.firstPlace { pairs[$0].1 < pair.1 }
      if place > 0 { before[index] = ends[place - 1] }
      if place == ends.count { ends.append(index) } else { ends[place] = index }
    }
    var chain: [(Int, Int)] = []
    var index = ends.last ?? -1
    while index >= 0 {
      chain.append(pairs[index])
      index = before[index]
    }
    return chain.reversed()
  }

  private static func anchors<Key: Hashable>(_ old: [Key], _ new: [Key]) -> [(Int, Int)] {
    let (oldPlaces, newPlaces) = (placesOfUnique(old), placesOfUnique(new))
    return rising(
      old.indices.compactMap { place in
        guard oldPlaces[old[place]] == place, let other = newPlaces[old[place]], other >= 0 else {
          return nil
        }
        return (place, other)
      })
  }

  /// The place of each element that occurs once; −1 for others.
  private static func placesOfUnique<Key: Hashable>(_ keys: [Key]) -> [Key: Int] {
    var places: [Key: Int] = [:]
    for (place, key) in keys.enumerated() { places[key] = places[key] == nil ? place : -1 }
    return places
  }

  private static func gap<Key: Hashable>(
    _ old: [Key], _ oldRange: Range<Int>, _ new: [Key], _ newRange: Range<Int>
  ) -> [(old: Int, new: Int)] {
    guard !oldRange.isEmpty, !newRange.isEmpty, oldRange.count <= longestGap,
      newRange.count <= longestGap
    else { return [] }
    var gone: Set<Int> = []
    var come: Set<Int> = []
    for change in new[newRange].difference(from: old[oldRange]) {
      switch change {
      case .remove(let offset, _, _): gone.insert(offset)
      case .insert(let offset, _, _): come.insert(offset)
      }
    }
    let kept = oldRange.indices.filter { !gone.contains($0 - oldRange.lowerBound) }
    let met = newRange.indices.filter { !come.contains($0 - newRange.lowerBound) }
    return zip(kept, met).map { (old: $0, new: $1) }
  }
}
