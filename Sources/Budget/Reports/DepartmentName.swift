/// A department's name as it is compared with another: neither white space, joiners and selectors of
/// variants nor the width of a sign or the case of a letter makes another department, since hardly
/// anybody sees it.
package struct DepartmentName: Hashable, Comparable, Sendable {
  private let folded: String

  /// The name to compare.
  package init(_ name: String) {
    folded =
      name.unicodeScalars
      .filter { !$0.isSpace && !$0.isInvisible && !$0.isJoinerOrSelector }.map(\.narrow).text
  }

  /// In the order of the folded names, which is that of the names but for slips.
  package static func < (left: DepartmentName, right: DepartmentName) -> Bool {
    left.folded < right.folded
  }
}
