/// A committed CSV file as lines of fields. The committed files quote nothing, which a test asserts,
/// so that this stays simple and owes nothing to the reader under test.
struct CSVGrid {
  let path: String
  private(set) var rows: [[String]]

  init(_ path: String, _ text: String) {
    self.path = path
    rows = text.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  var text: String { rows.map { $0.joined(separator: ",") }.joined(separator: "\n") + "\n" }

  /// A place in the grid; the line is `row + 1`.
  struct Place: Hashable {
    let row: Int
    let column: Int
  }

  /// Where amounts stand: digits, a point, and two more digits, not in the header.
  var amounts: [Place] {
    rows.indices.dropFirst().flatMap { row in
      rows[row].indices.filter { Self.isAmount(rows[row][$0]) }.map { Place(row: row, column: $0) }
    }
  }

  static func isAmount(_ field: String) -> Bool {
    let parts = field.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 2 && parts[1].count == 2
      && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isASCII) && $0.allSatisfy(\.isNumber) }
  }

  subscript(_ place: Place) -> String {
    get { rows[place.row][place.column] }
    set { rows[place.row][place.column] = newValue }
  }

  /// A copy with changes, as a mutant that names the lines of `places`.
  func mutant(
    _ what: String, _ places: [Place], _ change: (inout CSVGrid) -> Void
  ) -> Mutant {
    var copy = self
    change(&copy)
    let lines = places.map { $0.row + 1 }
    return Mutant(
      name: "\(path):\(lines) \(what)", path: path,
      lines: (lines.min() ?? 1)...(lines.max() ?? 1), text: copy.text)
  }

  /// The amount's digits as a whole number of its last digit's unit: `12.30` is 1230.
  static func digits(_ amount: String) -> Int {
    Int(amount.filter { $0 != "." }) ?? 0
  }

  /// The number written with two decimals.
  static func amount(_ digits: Int) -> String {
    let text = String(digits)
    let padded = String(repeating: "0", count: max(0, 3 - text.count)) + text
    return padded.dropLast(2) + "." + padded.suffix(2)
  }
}
