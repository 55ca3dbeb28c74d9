import Budget

/// Reads of a form set what searching needs: the columns, the lists, and the rows' keys.
enum SampleForms {
  /// The forms of a form set's text, with the years of 2021.
  static func read(_ text: String) -> [Form] {
    var forms: [FormSketch] = []
    for line in text.split(separator: "\n").map(String.init) {
      if line.hasPrefix("charts:") { break }
      if line.hasPrefix("  - id: ") {
        forms.append(FormSketch(id: String(line.dropFirst(8))))
      }
      guard !forms.isEmpty else { continue }
      forms[forms.count - 1].read(
        line.replacing("{year}", with: "2021").replacing("{last_year}", with: "2020"))
    }
    return forms.map(\.form)
  }
}

/// A form while its lines are read.
private struct FormSketch {
  var id: String
  private var properties: [String: String] = [:]
  private var columns: [Column] = []
  private var keys: [[String]] = []
  private var closing: [[ListingForm.ClosingRow]] = [[]]
  private var listing = 0
  private var isSecondSide = false

  init(id: String) { self.id = id }

  mutating func read(_ line: String) {
    if line.hasPrefix("      - id: ") {
      listing = isSecondSide ? 1 : 0
      if isSecondSide { closing.append([]) }
      isSecondSide = true
    } else if let match = line.firstMatch(of: #/\{id: (\w+), title: "?([^,"]+)"?.* type: (\w+)/#) {
      columns.append(
        Column(
          id: String(match.1), title: String(match.2),
          kind: .init(rawValue: String(match.3)) ?? .text,
          listing: listing))
    } else if let match = line.firstMatch(of: #/\{key: ([\w-]+), label: ([^,}]+)/#) {
      closing[listing].append(.init(key: String(match.1), label: String(match.2), sum: .nothing))
    } else if let match = line.firstMatch(of: #/^ +key: \[(.*)\]/#) {
      keys.append(match.1.split(separator: ",").map { $0.filter { $0 != " " } })
    } else if let match = line.firstMatch(of: #/^    (\w+): (.+)/#) {
      properties[String(match.1)] = String(match.2)
    }
  }

  var form: Form {
    let listings = keys.enumerated().map { number, key in
      ListingForm(
        id: "list\(number)", key: key.compactMap { id in columns.firstIndex { $0.id == id } },
        label: columns.firstIndex { $0.kind == .label && $0.listing == number },
        closing: closing[number])
    }
    return Form(
      id: id, number: properties["number"] ?? "", title: properties["title"] ?? "",
      unit: Unit(rawValue: properties["unit"] ?? "") ?? .yuan,
      layout: Form.Layout(rawValue: properties["layout"] ?? "") ?? .list, columns: columns,
      header: columns.indices.map { .column($0) }, listings: listings)
  }
}
