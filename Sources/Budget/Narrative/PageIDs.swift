/// The ids that a page gives its own parts.
package enum PageIDs {
  /// Whether an id is of the kind that they are: `main`, `figure-5元`. No heading's id is.
  package static func isOwn(_ id: String) -> Bool {
    let rest = id.utf8.drop { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
    return rest.startIndex > id.startIndex && (rest.first ?? UInt8(ascii: "-")) == UInt8(ascii: "-")
  }
}
