/// The names by which a form's columns can be called in the header of a file: id, title, heading path
/// or alias, compared without white space and with parentheses of either width.
public struct HeaderNames: Sendable {
  private let ids: NameTable
  private let others: NameTable

  init(_ columns: [Column]) {
    ids = NameTable(columns, ranks: { [$0.id] })
    others = NameTable(
      columns,
      ranks: { ([$0.title, $0.path.joined(separator: "/")] + $0.aliases).map(Self.comparable) })
  }

  /// The columns with that name; an id is never ambiguous.
  public func columns(named name: String) -> [Int] {
    guard name.utf8.count <= 1_000 else { return [] }
    let exact = ids[name]
    return exact.isEmpty ? others[Self.comparable(name)] : exact
  }

  /// The name without white space, and with ASCII parentheses.
  static func comparable(_ name: String) -> String {
    guard name.utf8.contains(where: mayChange) else { return name }
    var view = String.UnicodeScalarView()
    for scalar in name.unicodeScalars where !scalar.isSpace {
      switch scalar {
      case "（": view.append("(")
      case "）": view.append(")")
      default: view.append(scalar)
      }
    }
    return String(view)
  }

  /// Whether white space or a wide parenthesis may begin with the byte.
  private static func mayChange(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, 0xC2, 0xE1, 0xE2, 0xE3, 0xEF: true
    default: false
    }
  }
}
