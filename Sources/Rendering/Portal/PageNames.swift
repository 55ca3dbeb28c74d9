/// The names of a list's pages, and which part of the list each has.
///
/// Lists grow at no particular place, so a page is known by its number alone.
struct PageNames {
  /// The most entries on a page.
  static let length = 200

  /// The first page's name without its ending.
  let base: String

  /// The page of this number, from 1.
  func file(_ number: Int) -> String { number == 1 ? base + ".html" : "\(base)-\(number).html" }

  /// How many pages `count` entries take.
  static func number(of count: Int) -> Int { max(1, (count + length - 1) / length) }

  /// The part of a list on the page of this number.
  static func part(_ number: Int, of count: Int) -> Range<Int> {
    let start = min(count, (number - 1) * length)
    return start..<min(count, start + length)
  }

  /// The links to the neighbours for the page of this number; none where there is one page only.
  func values(_ number: Int, of count: Int) -> TemplateValue {
    let last = Self.number(of: count)
    guard last > 1 else { return .none }
    func link(_ page: Int) -> TemplateValue {
      (1...last).contains(page) ? .mapping(["href": .text(file(page))]) : .none
    }
    return .mapping([
      "number": .text(String(number)), "last": .text(String(last)),
      "previousPage": link(number - 1), "nextPage": link(number + 1),
    ])
  }
}
