/// What one place says about the year of the budget.
struct YearStatement {
  /// What says it.
  enum Source: String {
    case title = "标题"
    case heading = "正文的小标题"
    case fileName = "文件名"
    case folder = "文件夹名"
    case tableTitle = "表上的标题"
    case sentence = "正文"
    case column = "表头"
  }

  /// What says it.
  let source: Source
  /// The year.
  let year: Int
  /// The words that say it, in one line; empty for a name, which is its own place.
  let words: String
  /// Where they stand.
  let place: Place

  /// A statement; of `words`, as many as a message has room for.
  init(source: Source, year: Int, words: String, place: Place) {
    self.source = source
    self.year = year
    let line = words.trimmedText.split(whereSeparator: \.isNewline).joined(separator: " ")
    self.words = line.count > 60 ? line.prefix(60) + "……" : line
    self.place = place
  }
}

extension [YearStatement] {
  /// The years that are named.
  var years: Set<Int> { Set(map(\.year)) }

  /// What is said, each source and year once: a report has a dozen tables.
  var summaries: [(place: Place, text: String)] {
    var summaries: [(Place, String)] = []
    var seen: Set<String> = []
    for first in self {
      guard seen.insert("\(first.source) \(first.year)").inserted else { continue }
      let count = count { $0.source == first.source && $0.year == first.year }
      let words = first.words.isEmpty ? "" : "“\(first.words)”"
      let others = count > 1 ? "等 \(count) 处" : ""
      summaries.append(
        (first.place, "\(first.source.rawValue)\(words)\(others)写的是 \(first.year) 年"))
    }
    return summaries
  }
}
