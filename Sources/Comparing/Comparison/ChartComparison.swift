import Budget

/// Compares the charts and the main figures of two versions of a report.
struct ChartComparison {
  let old: [PublishedChart]
  let new: [PublishedChart]
  let place: Place
  /// The labels of rows that were renamed, old and new.
  let renamed: Set<[ExactText]>

  func changes() -> [Change] {
    let pairs = Matching.pairs(
      old, new,
      keys: [
        ({ $1.key.exact }, { $1.key.exact }),
        ({ $1.points.map(\.values.exact) }, { $1.points.map(\.values.exact) }),
      ])
    let kept = Set(pairs.values)
    var changes = old.indices.filter { !kept.contains($0) }
      .map { change(.chartRemoved, old[$0], old: old[$0].title) }
    for (index, chart) in new.enumerated() {
      guard let before = pairs[index].map({ old[$0] }) else {
        changes.append(change(.chartAdded, chart, new: chart.title))
        continue
      }
      if !before.title.hasSameBytes(as: chart.title) {
        changes.append(
          change(.chartChanged, chart, old: before.title, new: chart.title).about("名称"))
      }
      changes += points(before, chart)
    }
    return changes
  }

  private func points(_ before: PublishedChart, _ after: PublishedChart) -> [Change] {
    let pairs = Matching.pairs(
      before.points, after.points,
      keys: [
        ({ $1.label.exact }, { $1.label.exact }), ({ $1.values.exact }, { $1.values.exact }),
      ])
    let kept = Set(pairs.values)
    var changes = before.points.indices.filter { !kept.contains($0) }.map {
      let point = before.points[$0]
      return change(.chartChanged, after, point.label, old: text(point))
    }
    for (index, point) in after.points.enumerated() {
      let earlier = pairs[index].map { before.points[$0] }
      if let earlier, !earlier.label.hasSameBytes(as: point.label) {
        guard !renamed.contains([earlier.label, point.label].exact) else { continue }
        changes.append(
          change(.chartChanged, after, point.label, old: earlier.label, new: point.label)
            .about("项目名称"))
      } else if earlier?.values.exact != point.values.exact {
        changes.append(
          change(
            .chartChanged, after, point.label, old: earlier.map(text), new: text(point)))
      }
    }
    return changes
  }

  private func text(_ point: PublishedChart.Point) -> String {
    point.values.joined(separator: "；")
  }

  private func change(
    _ kind: Change.Kind, _ chart: PublishedChart, _ label: String? = nil, old: String? = nil,
    new: String? = nil
  ) -> Change {
    var place = place
    place.item = chart.title
    place.rowLabel = label
    return Change(kind, place, old: old, new: new)
  }
}
