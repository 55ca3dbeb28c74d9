/// A department's name as it is compared with another: neither white space nor the width of a
/// bracket makes another department, since nobody sees it.
package struct DepartmentName: Hashable, Comparable, Sendable {
  private let folded: String

  /// The name to compare.
  package init(_ name: String) {
    folded = name.unicodeScalars.filter { !$0.isSpace }.map(\.narrow).text
  }

  /// In the order of the folded names, which is that of the names but for slips.
  package static func < (left: DepartmentName, right: DepartmentName) -> Bool {
    left.folded < right.folded
  }
}
