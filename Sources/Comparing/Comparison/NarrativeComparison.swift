import Budget

/// Compares two versions of a narrative, sentence by sentence.
struct NarrativeComparison {
  let old: [Sentence]
  let new: [Sentence]
  let years: YearPair
  let place: Place
  let oldNames: CellNames

  private struct Key: Hashable {
    let text: ExactText
    let block: Sentence.Block
    let opensBlock: Bool

    init(_ sentence: Sentence, _ text: String) {
      self.text = text.exact
      block = sentence.block
      opensBlock = sentence.opensBlock
    }
  }

  func changes() -> [Change] {
    var oldOfNew: [Int: Int] = [:]
    let same = Alignment.pairs(
      old.map { Key($0, years.oldKey($0.text)) }, new.map { Key($0, $0.text) })
    var start = (old: 0, new: 0)
    for pair in same + [(old: old.count, new: new.count)] {
      let words = SentencePairing(
        old: old[start.old..<pair.old].map { years.oldKeys(Words.split($0.text)) },
        new: new[start.new..<pair.new].map { Words.split($0.text) })
      for (before, after) in words.pairs() {
        oldOfNew[start.new + after] = start.old + before
      }
      if pair.new < new.count { oldOfNew[pair.new] = pair.old }
      start = (pair.old + 1, pair.new + 1)
    }
    return inOrder(oldOfNew)
  }

  private func inOrder(_ oldOfNew: [Int: Int]) -> [Change] {
    var changes: [Change] = []
    var next = 0
    let kept = Set(oldOfNew.values)
    func removed(before end: Int) {
      while next < end {
        if !kept.contains(next) { changes.append(whole(.sentenceRemoved, old[next])) }
        next += 1
      }
    }
    for (index, sentence) in new.enumerated() {
      guard let before = oldOfNew[index] else {
        changes.append(whole(.sentenceAdded, sentence))
        continue
      }
      removed(before: before)
      changes += sentenceChanges(old[before], sentence)
      // A sentence may stand first only because the one before it went, and the other way round.
      let wentBefore = before > 0 && !kept.contains(before - 1)
      let cameBefore = index > 0 && oldOfNew[index - 1] == nil
      let isExplained =
        sentence.opensBlock
        ? wentBefore && old[before - 1].opensBlock
        : cameBefore && new[index - 1].opensBlock
      if layout(old[before]) != layout(sentence),
        old[before].block != sentence.block || !isExplained
      {
        changes.append(
          Change(
            .paragraphChanged, place(sentence), old: layout(old[before]), new: layout(sentence)
          )
          .about(sentence.text))
      }
    }
    removed(before: old.count)
    return changes
  }

  private func place(_ sentence: Sentence) -> Place {
    var place = place
    place.item = sentence.heading
    return place
  }

  private func whole(_ kind: Change.Kind, _ sentence: Sentence) -> Change {
    let isOld = kind == .sentenceRemoved
    var change = Change(
      kind, place(sentence), old: isOld ? sentence.text : nil, new: isOld ? nil : sentence.text)
    change.changesFigures = !FigureScanner.figures(in: sentence.text).isEmpty
    return change
  }

  private func sentenceChanges(_ before: Sentence, _ after: Sentence) -> [Change] {
    var changes: [Change] = []
    let place = place(after)
    if !years.oldKey(before.text).hasSameBytes(as: after.text) {
      var change = Change(.sentenceChanged, place, old: before.text, new: after.text)
      change.words = WordChange.between(before.text, after.text, years: years)
      change.changesFigures = figures(before) != figures(after)
      changes.append(change)
    }
    if before.links.exact != after.links.exact {
      changes.append(
        Change(
          .linkChanged, place, old: before.links.joined(separator: "、"),
          new: after.links.joined(separator: "、")
        ).about(after.text))
    }
    for (figure, other) in figurePairs(before.figures, after.figures) {
      if !figure.note.hasSameBytes(as: other.note) {
        changes.append(
          Change(
            .noteChanged, place, old: figure.note.isEmpty ? nil : figure.note,
            new: other.note.isEmpty ? nil : other.note
          ).about("编者注（\(other.text)）"))
      }
      if let change = binding(figure, other, place) { changes.append(change) }
    }
    return changes
  }

  private func figures(_ sentence: Sentence) -> [PrintedFigure] {
    FigureScanner.figures(in: sentence.text).map(\.figure)
  }

  private func layout(_ sentence: Sentence) -> String {
    switch sentence.block {
    case .heading: "标题"
    case .paragraph: sentence.opensBlock ? "段首" : "段中"
    case .item: sentence.opensBlock ? "列表项首" : "列表项中"
    case .code: "原样文字"
    }
  }

  private func figurePairs(
    _ before: [BoundPassage], _ after: [BoundPassage]
  ) -> [(BoundPassage, BoundPassage)] {
    if before.count == after.count { return Array(zip(before, after)) }
    return Alignment.pairs(before.map(\.text.exact), after.map(\.text.exact)).map {
      (before[$0.old], after[$0.new])
    }
  }

  /// What a figure is taken from, if that is another place now. Cells of rows that came or went
  /// do not count: a sum over a table is the same sum with one row more.
  private func binding(
    _ before: BoundPassage, _ after: BoundPassage, _ place: Place
  ) -> Change? {
    let earlier = Set(before.cells.filter { oldNames.isKept($0) })
    let now = Set(after.cells.map { oldNames[$0] }.filter { oldNames.isKept($0) })
    let isSame = earlier == now && (before.facts.exact == after.facts.exact || !years.isOneYear)
    guard !isSame else { return nil }
    return Change(.bindingChanged, place, old: source(before), new: source(after))
      .about("数据来源（\(after.text)）")
  }

  private func source(_ figure: BoundPassage) -> String {
    let parts = figure.cells.map(\.description) + figure.facts
    return parts.isEmpty ? "无" : parts.joined(separator: "、")
  }
}

extension Change {
  /// The change with what of its place it is about.
  func about(_ aspect: String) -> Change {
    var change = self
    change.aspect = aspect
    return change
  }
}
