/// Finds what a clerk probably meant to write.
enum Spelling {
  /// `；您是不是想写“title”？` for the candidate nearest to `text`, or nothing.
  static func suggestion(for text: String, among candidates: [String]) -> String {
    nearest(to: text, among: candidates).map { "；您是不是想写“\($0)”？" } ?? ""
  }

  /// The candidate that differs least, if it differs little enough to be meant.
  static func nearest(to text: String, among candidates: [String]) -> String? {
    let wanted = normalized(text)
    guard wanted.count <= 64, candidates.count <= 500 else { return nil }
    var best: (distance: Int, candidate: String)?
    for candidate in candidates {
      let form = normalized(candidate)
      let limit = max(1, max(wanted.count, form.count) / 3)
      guard abs(form.count - wanted.count) <= limit else { continue }
      let distance = distance(wanted, form)
      guard distance <= limit, distance < max(wanted.count, form.count) else { continue }
      if best.map({ distance < $0.distance }) ?? true { best = (distance, candidate) }
    }
    return best?.candidate
  }

  /// Case, `-` and `_` are what people confuse most.
  private static func normalized(_ text: String) -> [Unicode.Scalar] {
    text.lowercased().unicodeScalars.filter { $0 != "-" && $0 != "_" && $0 != " " }
  }

  /// The number of characters to insert, delete or replace.
  private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var previous = Array(0...right.count)
    for (row, scalar) in left.enumerated() {
      var current = [row + 1]
      for (column, other) in right.enumerated() {
        let replaced = previous[column] + (scalar == other ? 0 : 1)
        current.append(min(replaced, previous[column + 1] + 1, current[column] + 1))
      }
      previous = current
    }
    return previous[right.count]
  }
}
