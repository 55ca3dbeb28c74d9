import Budget

/// Compares two versions of a report, or the reports of two years.
struct ReportComparison {
  let old: PublishedReport
  let new: PublishedReport

  /// All that differs, in the order in which a reader meets it.
  func changes() -> [Change] {
    let years = YearPair(old.fiscalYear, new.fiscalYear)
    let place = Place(report: new.path, reportTitle: new.title)
    let tables = TablePairs(old: old.tables, new: new.tables, years: years)
    let narrative = NarrativeComparison(
      old: old.sentences, new: new.sentences, years: years, place: place,
      oldNames: tables.oldNames)
    let checks = CheckComparison(
      old: old.checks, new: new.checks, place: place, oldNames: tables.oldNames)
    var changes = header(place, years)
    changes += TableListComparison(pairs: tables, place: place, years: years).changes()
    let renamed = Set(
      changes.filter { $0.kind == .rowRenamed }
        .map { [$0.old ?? "", $0.new ?? ""].exact })
    let touching = TouchFinder(old: old, new: new, oldNames: tables.oldNames)
    for index in changes.indices { touching.complete(&changes[index]) }
    changes += narrative.changes()
    changes += facts(place)
    changes += corrections(place)
    changes += ChartComparison(
      old: old.charts, new: new.charts, place: place, renamed: renamed
    ).changes()
    changes += checks.changes()
    return changes
  }

  private func header(_ place: Place, _ years: YearPair) -> [Change] {
    var changes: [Change] = []
    func compare(_ aspect: String, _ before: String?, _ after: String?) {
      guard !before.hasSameBytes(as: after) else { return }
      changes.append(Change(.reportChanged, place, old: before, new: after).about(aspect))
    }
    if !years.oldKey(old.title).hasSameBytes(as: new.title) { compare("标题", old.title, new.title) }
    compare("部门", old.department, new.department)
    compare("年度", old.fiscalYear.map { "\($0)年" }, new.fiscalYear.map { "\($0)年" })
    compare("发布日期", old.published, new.published)
    if !old.source.map(years.oldKey).hasSameBytes(as: new.source) {
      compare("内容来源", old.source, new.source)
    }
    return changes
  }

  private func facts(_ place: Place) -> [Change] {
    let before = Dictionary(
      old.facts.map { ($0.name.exact, $0.text) }, uniquingKeysWith: { first, _ in first })
    let names = Set(new.facts.map(\.name.exact))
    func change(_ kind: Change.Kind, _ name: String, _ old: String?, _ new: String?) -> Change {
      var place = place
      place.item = name
      var change = Change(kind, place, old: old, new: new)
      change.changesFigures = !Self.value(old).hasSameBytes(as: Self.value(new))
      return change
    }
    return old.facts.filter { !names.contains($0.name.exact) }
      .map { change(.factRemoved, $0.name, $0.text, nil) }
      + new.facts.compactMap { fact in
        guard let text = before[fact.name.exact] else {
          return change(.factAdded, fact.name, nil, fact.text)
        }
        return text.hasSameBytes(as: fact.text)
          ? nil : change(.factChanged, fact.name, text, fact.text)
      }
  }

  /// The value without its source.
  private static func value(_ fact: String?) -> String? {
    fact.map { String($0.prefix { $0 != "（" }) }
  }

  private func corrections(_ place: Place) -> [Change] {
    func change(_ kind: Change.Kind, _ correction: PublishedCorrection) -> Change {
      var place = place
      place.item = correction.date + " " + correction.place
      return kind == .correctionAdded
        ? Change(kind, place, new: correction.text) : Change(kind, place, old: correction.text)
    }
    let (before, after) = (Set(old.corrections.map(\.key)), Set(new.corrections.map(\.key)))
    return old.corrections.filter { !after.contains($0.key) }
      .map { change(.correctionRemoved, $0) }
      + new.corrections.filter { !before.contains($0.key) }
      .map { change(.correctionAdded, $0) }
  }
}
