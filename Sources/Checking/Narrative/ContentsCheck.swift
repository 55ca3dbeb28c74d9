import Budget

extension CheckRun {
  /// Compares a printed table of contents (目录) with the headings and tables that there are.
  ///
  /// Without a form set nobody can tell which entries are tables.
  mutating func checkContents(_ passages: [Passage]) {
    guard !report.formSet.forms.isEmpty,
      let start = passages.firstIndex(where: {
        $0.headingLevel != nil && $0.withoutSpaces.elementsEqual("目录".unicodeScalars)
      })
    else { return }
    let rest = passages[(start + 1)...]
    let entries = rest.prefix { $0.headingLevel == nil && $0.listDepth > 0 }
    let headings = rest.dropFirst(entries.count).filter { $0.headingLevel != nil }
      .map(\.withoutSpaces)
    let wordings = entries.map(\.withoutSpaces)
    let places = Dictionary(grouping: headings.indices) { headings[$0] }
    var isNamed = Array(repeating: false, count: headings.count)
    // Both come in the same order, so that nearly always it is the next heading.
    var next = 0
    var missed: [(entry: Passage, words: ArraySlice<Unicode.Scalar>)] = []
    for (entry, words) in zip(entries, wordings) {
      let own = places[words] ?? []
      let first = own.firstPlace { $0 < next }
      guard first < own.count else {
        missed.append((entry, words))
        continue
      }
      isNamed[own[first]] = true
      next = own[first] + 1
    }
    let tables = TableNumbers(report.formSet.forms)
    let named = Set(wordings)
    // What an entry names word for word is not up for another one.
    var free = FreeHeadings(
      headings.indices.filter { !isNamed[$0] && !named.contains(headings[$0]) }
        .map { headings[$0] })
    for (entry, words) in missed {
      if let first = places[words]?.first, first < next { continue }
      if let (table, title) = tables.table(numberedAs: words) {
        checkContents(entry, title: title, table: table)
      } else if let heading = free.takeNearest(to: words) {
        warn(entry, "目录写“\(entry.text)”，正文标题是“\(heading.text)”，两处文字不一致。")
      } else {
        warn(entry, "目录列有“\(entry.text)”，正文没有这个标题。")
      }
    }
  }

  /// Compares how an entry calls a table with what it is called.
  private mutating func checkContents(
    _ entry: Passage, title: ArraySlice<Unicode.Scalar>, table: Int
  ) {
    let form = report.formSet.forms[table]
    if !title.elementsEqual(RowName.withoutSpaces(form.title).unicodeScalars) {
      warn(entry, "目录写“\(entry.text)”，表名是“\(form.number)、\(form.title)”，两处文字不一致。")
    } else if case .absent = report.tables[table].presence {
      warn(entry, "目录列有“\(entry.text)”，但没有公开这个表。")
    }
  }

  private mutating func warn(_ entry: Passage, _ message: String) {
    findings.append(
      Finding(
        .contentsMismatch, at: entry.position(of: entry.scalars.startIndex),
        length: entry.scalars.count,
        severity: .warning, message))
  }
}

/// Tables by their numbers.
private struct TableNumbers {
  private var tables: [ArraySlice<Unicode.Scalar>: Int] = [:]
  private var longest = 0

  init(_ forms: [Form]) {
    for (table, form) in forms.enumerated().reversed() {
      let number = Array(form.number.unicodeScalars)[...]
      tables[number] = table
      longest = max(longest, number.count)
    }
  }

  /// The table whose number an entry begins with, and what follows it.
  func table(
    numberedAs words: ArraySlice<Unicode.Scalar>
  ) -> (table: Int, title: ArraySlice<Unicode.Scalar>)? {
    words.prefix(longest + 1).indices.dropFirst().lazy
      .compactMap { mark -> (table: Int, title: ArraySlice<Unicode.Scalar>)? in
        guard Self.isMark(words[mark]), let table = tables[words[..<mark]] else { return nil }
        return (table, words[(mark + 1)...])
      }
      .min { $0.table < $1.table }
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "、", "：", ":", ".", "．": true
    default: false
    }
  }
}

/// The headings that no entry of the contents names.
private struct FreeHeadings {
  private var headings: [ArraySlice<Unicode.Scalar>]
  /// How many headings may still be looked at. Contents that differ in so many places are those of
  /// another text, and comparing all with all would not end.
  private var steps = 20_000
  private static let maximumLength = 200

  init(_ headings: [ArraySlice<Unicode.Scalar>]) {
    self.headings = headings
  }

  /// Takes out the heading that is most like `words`, if one is like them at all.
  mutating func takeNearest(to words: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar>? {
    guard headings.count <= steps, words.count <= Self.maximumLength else { return nil }
    steps -= headings.count
    let limit = max(2, words.count * 2 / 5)
    let nearest = headings.indices
      .filter { abs(headings[$0].count - words.count) <= limit }
      .compactMap { place in
        EditDistance.between(Array(headings[place]), Array(words), atMost: limit)
          .map { (place: place, distance: $0) }
      }
      .min { ($0.distance, $0.place) < ($1.distance, $1.place) }
    return nearest.map { headings.remove(at: $0.place) }
  }
}

extension Passage {
  fileprivate var withoutSpaces: ArraySlice<Unicode.Scalar> {
    scalars.contains(where: \.isSpace) ? scalars.filter { !$0.isSpace }[...] : scalars
  }
}
