import Budget

/// Finds what a clerk probably meant to write.
enum Spelling {
  /// `；您是不是想写“title”？` for the candidate nearest to `text`, or nothing.
  static func suggestion(for text: String, among candidates: [String]) -> String {
    nearest(to: text, among: candidates).map { "；您是不是想写“\($0)”？" } ?? ""
  }

  /// The candidate that differs least, if it differs little enough to be meant.
  static func nearest(to text: String, among candidates: [String]) -> String? {
    let name = FoldedName(text)
    let wanted = normalized(name)
    guard wanted.count <= 64, candidates.count <= 500 else { return nil }
    var best: (distance: Int, candidate: String)?
    for candidate in candidates {
      let folded = FoldedName(candidate)
      let form = normalized(folded)
      let length = max(wanted.count, form.count)
      guard abs(form.count - wanted.count) * 2 <= length else { continue }
      let distance = EditDistance.between(wanted, form)
      guard distance * 2 <= max(length, 2), distance < length, !name.isAnotherTable(than: folded)
      else {
        continue
      }
      if best.map({ distance < $0.distance }) ?? true { best = (distance, candidate) }
    }
    return best?.candidate
  }

  /// Width, case, `-` and `_` are what people confuse most.
  private static func normalized(_ name: FoldedName) -> [Unicode.Scalar] {
    name.scalars.filter { $0 != "-" && $0 != "_" && $0 != " " }
  }
}
