import Budget

/// Asks for what a clerk probably meant to write.
enum Spelling {
  /// `；您是不是想写“title”？` for the candidate nearest to `text`, or nothing.
  static func suggestion(for text: String, among candidates: [String]) -> String {
    let nearest = NearNames.nearest(to: text, among: candidates).first
    return nearest.map { "；您是不是想写“\($0)”？" } ?? ""
  }
}
