import Budget

/// The rows and columns that a sheet hides: by hand, by a filter, or by closing an outline.
struct HiddenLines {
  /// The stretches of hidden lines that touch no other, from the first on.
  private let rows: [ClosedRange<Int>]
  private let columns: [ClosedRange<Int>]

  /// The hidden lines of a sheet, whose `rows` have numbers from 0.
  init(_ root: MarkupElement, rows: [(number: Int, element: MarkupElement)]) {
    func isHidden(_ element: MarkupElement) -> Bool { ["1", "true"].contains(element["hidden"]) }
    self.rows = Self.joined(rows.filter { isHidden($0.element) }.map { $0.number...$0.number })
    columns = Self.joined(
      (root.first("cols")?.all("col") ?? []).filter(isHidden).compactMap { column in
        guard let first = column["min"].flatMap({ Int($0) }),
          let last = column["max"].flatMap({ Int($0) }), 1 <= first, first <= last
        else { return nil }
        return (first - 1)...(last - 1)
      })
  }

  /// Whether nothing is to be seen of a cell over these rows and columns.
  func hide(rows span: ClosedRange<Int>, columns across: ClosedRange<Int>) -> Bool {
    Self.cover(rows, span) || Self.cover(columns, across)
  }

  private static func joined(_ ranges: [ClosedRange<Int>]) -> [ClosedRange<Int>] {
    ranges.sorted { $0.lowerBound < $1.lowerBound }.reduce(into: []) { joined, range in
      if let last = joined.last, range.lowerBound - 1 <= last.upperBound {
        joined[joined.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
      } else {
        joined.append(range)
      }
    }
  }

  /// Whether one of the stretches holds all of a span.
  private static func cover(_ stretches: [ClosedRange<Int>], _ span: ClosedRange<Int>) -> Bool {
    let next = stretches.firstPlace { $0.lowerBound <= span.lowerBound }
    return next > 0 && stretches[next - 1].upperBound >= span.upperBound
  }
}
