import Foundation

extension Element {
  /// The cell that a link leads to; `nil` if it leads elsewhere.
  var linkedCell: CellName? {
    guard name == "a", let href = self["href"], let sharp = href.firstIndex(of: "#"),
      href[..<sharp].hasSuffix(".html")
    else { return nil }
    let table = href[..<sharp].dropLast(".html".count)
    guard !table.isEmpty, !table.contains("/"), table != "index" else { return nil }
    let id = href[href.index(after: sharp)...]
    return CellName(table: String(table), id: id.removingPercentEncoding ?? String(id))
  }

  /// The id on the same page that a link leads to.
  var linkedID: String? {
    guard let href = self["href"], href.hasPrefix("#") else { return nil }
    return href.dropFirst().removingPercentEncoding ?? String(href.dropFirst())
  }

  /// The cells that the links below lead to, in order.
  var linkedCells: [CellName] { all("a").compactMap(\.linkedCell) }
}
