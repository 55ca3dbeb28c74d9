/// A printed list of contents among the lines.
struct ContentsList {
  /// The lines that it takes, its title included.
  let range: Range<Int>
  /// The entries with their depth.
  let entries: [(depth: Int, text: String)]

  /// Finds the list in `lines`; `nil` if there is none.
  init?(_ lines: [NarrativeLine]) {
    guard let (start, first, end) = Self.find(lines) else { return nil }
    range = start..<end
    var open: [Int] = []
    entries = lines[first..<end].compactMap { line in
      let text = Self.withoutPage(line)
      guard !line.isEmptyItem, !text.isEmpty else { return nil }
      let rank = Self.rank(text)
      while let last = open.last, last >= rank { open.removeLast() }
      open.append(rank)
      return (open.count - 1, text)
    }
  }

  /// Where it begins, where its first entry is, and where it ends.
  private static func find(_ lines: [NarrativeLine]) -> (Int, Int, Int)? {
    for (index, line) in lines.prefix(40).enumerated() {
      let isTitle = line.text.folded == "目录"
      let isFirst = line.role == .contents || line.number?.rank == .part
      guard isTitle || isFirst else { continue }
      let first = isTitle ? index + 1 : index
      guard first < lines.count else { return nil }
      guard let end = end(lines, first: first) else {
        if line.role == .body, !isTitle { return nil }
        continue
      }
      return (index, first, end)
    }
    return nil
  }

  /// The list ends where its first entry comes again as a heading, or its styled lines end.
  private static func end(_ lines: [NarrativeLine], first: Int) -> Int? {
    let entry = lines[first]
    if entry.role == .contents {
      return lines[first...].firstIndex { $0.role != .contents } ?? lines.count
    }
    let title = withoutPage(entry).folded
    return lines.indices.dropFirst(first + 1).first { index in
      let line = lines[index]
      guard line.number?.rank == entry.number?.rank, line.number?.number == entry.number?.number
      else { return false }
      return similarity(line.text.folded, title) >= 0.5
    }
  }

  private static func rank(_ text: String) -> Int {
    if let number = OutlineNumber(text) { return number.rank.rawValue }
    if text.hasPrefix("表") || text.hasPrefix("附表") { return OutlineNumber.Rank.section.rawValue }
    return OutlineNumber.Rank.part.rawValue
  }

  /// The entry without the dots and the page number behind it.
  private static func withoutPage(_ line: NarrativeLine) -> String {
    var rest = line.text[...]
    let digits = rest.reversed().prefix { $0.isASCII && $0.isNumber }.count
    guard digits > 0, digits < 4 else { return line.text }
    rest = rest.dropLast(digits)
    let leader = rest.reversed().prefix { ".…·\t ─-".contains($0) }.count
    guard leader > 0 || line.role == .contents else { return line.text }
    return String(rest.dropLast(leader)).trimmedText
  }
}
