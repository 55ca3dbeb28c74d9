/// The rows and columns that a sheet hides: by hand, by a filter, or by closing an outline.
struct HiddenLines {
  private let rows: Set<Int>
  private let columns: [ClosedRange<Int>]

  /// The hidden lines of a sheet, whose `rows` have numbers from 0.
  init(_ root: MarkupElement, rows: [(number: Int, element: MarkupElement)]) {
    func isHidden(_ element: MarkupElement) -> Bool { ["1", "true"].contains(element["hidden"]) }
    self.rows = Set(rows.filter { isHidden($0.element) }.map(\.number))
    columns = (root.first("cols")?.all("col") ?? []).filter(isHidden).compactMap { column in
      guard let first = column["min"].flatMap({ Int($0) }),
        let last = column["max"].flatMap({ Int($0) }), 1 <= first, first <= last
      else { return nil }
      return (first - 1)...(last - 1)
    }
  }

  /// Whether nothing is to be seen of a cell over these rows and columns.
  func hide(rows span: ClosedRange<Int>, columns across: ClosedRange<Int>) -> Bool {
    span.allSatisfy { rows.contains($0) }
      || across.allSatisfy { column in columns.contains { $0.contains(column) } }
  }
}
