/// A reference compared by the bytes of its names.
struct ReferenceName: Hashable {
  let reference: Reference

  init(_ reference: Reference) {
    self.reference = reference
  }

  static func == (left: ReferenceName, right: ReferenceName) -> Bool {
    let (own, other) = (left.reference, right.reference)
    guard own.column.hasSameBytes(as: other.column) else { return false }
    switch (own.table, other.table) {
    case (nil, nil): break
    case (let own?, let other?): guard own.hasSameBytes(as: other) else { return false }
    default: return false
    }
    switch (own.rows, other.rows) {
    case (.unspecified, .unspecified): return true
    case (.key(let own), .key(let other)): return own.hasSameBytes(as: other)
    case (.filtered(let own), .filtered(let other)): return own == other
    default: return false
    }
  }

  func hash(into hasher: inout Hasher) {
    if let table = reference.table { hasher.combine(ExactText(table)) }
    hasher.combine(ExactText(reference.column))
    switch reference.rows {
    case .unspecified: break
    case .key(let key): hasher.combine(ExactText(key))
    case .filtered(let filters): hasher.combine(filters.count)
    }
  }
}
