import Budget

extension CheckRun {
  /// Compares a printed table of contents (目录) with the headings and tables that there are.
  mutating func checkContents(_ passages: [Passage]) {
    guard
      let start = passages.firstIndex(where: {
        $0.headingLevel != nil && $0.withoutSpaces.elementsEqual("目录".unicodeScalars)
      })
    else { return }
    let rest = passages[(start + 1)...]
    let entries = rest.prefix { $0.headingLevel == nil && $0.listDepth > 0 }
    let headings = rest.dropFirst(entries.count).filter { $0.headingLevel != nil }
      .map(\.withoutSpaces)
    let wordings = entries.map(\.withoutSpaces)
    var isNamed = Array(repeating: false, count: headings.count)
    // Both come in the same order, so that nearly always it is the next heading.
    var next = 0
    var missed: [(entry: Passage, words: ArraySlice<Unicode.Scalar>)] = []
    for (entry, words) in zip(entries, wordings) {
      guard let place = headings[next...].firstIndex(of: words) else {
        missed.append((entry, words))
        continue
      }
      isNamed[place] = true
      next = place + 1
    }
    lazy var numbers = report.formSet.forms.map { Array($0.number.unicodeScalars) }
    // What an entry names word for word is not up for another one.
    lazy var free = headings.indices.filter { !isNamed[$0] && !wordings.contains(headings[$0]) }
      .map { headings[$0] }
    for (entry, words) in missed where !headings[..<next].contains(words) {
      if let table = Self.table(numberedAs: words, numbers) {
        checkContents(entry, title: words.dropFirst(numbers[table].count + 1), table: table)
        continue
      }
      let limit = max(2, words.count * 2 / 5)
      let nearest = free.indices
        .filter { abs(free[$0].count - words.count) <= limit }
        .compactMap { place in
          EditDistance.between(Array(free[place]), Array(words), atMost: limit)
            .map { (place: place, distance: $0) }
        }
        .min { ($0.distance, $0.place) < ($1.distance, $1.place) }
      if let nearest {
        let heading = free.remove(at: nearest.place).text
        warn(entry, "目录写“\(entry.text)”，正文标题是“\(heading)”，两处文字不一致。")
      } else {
        warn(entry, "目录列有“\(entry.text)”，正文没有这个标题。")
      }
    }
  }

  /// The table whose number an entry begins with.
  private static func table(
    numberedAs words: ArraySlice<Unicode.Scalar>, _ numbers: [[Unicode.Scalar]]
  ) -> Int? {
    numbers.firstIndex { number in
      guard !number.isEmpty, words.count > number.count, words.starts(with: number) else {
        return false
      }
      return switch words[words.startIndex + number.count] {
      case "、", "：", ":", ".", "．": true
      default: false
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

extension Passage {
  fileprivate var withoutSpaces: ArraySlice<Unicode.Scalar> {
    scalars.contains(where: \.isSpace) ? scalars.filter { !$0.isSpace }[...] : scalars
  }
}

extension Collection<Unicode.Scalar> {
  /// The scalars as text.
  var text: String { String(String.UnicodeScalarView(self)) }
}
