/// Reads the page 勾稽核对.
enum CheckReader {
  /// All checks in their order.
  static func checks(_ page: Element) -> [PublishedCheck] {
    page.all { $0.has("check-group") }.flatMap { group in
      let title = group.first("span", "check-title")?.text ?? ""
      return (group.first("ul", "checks")?.children ?? []).map { check($0, title) }
    }
  }

  private static func check(_ item: Element, _ title: String) -> PublishedCheck {
    var sides: (left: [CellName], right: [CellName]) = ([], [])
    var isRight = false
    for node in item.nodes {
      switch node {
      case .text(let words):
        if words.contains(where: { "＝≠≤≥＞＜".contains($0) }) { isRight = true }
      case .element(let element):
        guard let cell = element.linkedCell else { continue }
        if isRight { sides.right.append(cell) } else { sides.left.append(cell) }
      }
    }
    let mark = item.children.first { $0.has("check-state") }
    let state: PublishedCheck.State =
      mark.map { $0.has("unchecked") ? .unchecked : .inconsistent } ?? .consistent
    return PublishedCheck(
      title: title, subject: item.first("span", "check-subject")?.text ?? "", state: state,
      left: sides.left, right: sides.right)
  }
}
