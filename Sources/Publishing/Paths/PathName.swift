#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// One component of a path, told apart by its bytes as the file system does. (`String` would take
/// canonically equivalent spellings for the same name, and CJK compatibility ideographs for the
/// unified ones.)
struct PathName: Hashable, Comparable, Sendable {
  let text: String

  init(_ text: some StringProtocol) {
    var text = String(text)
    text.makeContiguousUTF8()
    self.text = text
  }

  static func == (left: PathName, right: PathName) -> Bool {
    left.text.utf8.count == right.text.utf8.count && left.compare(right.text.utf8.span) == 0
  }

  static func < (left: PathName, right: PathName) -> Bool {
    let order = left.compare(right.text.utf8.span)
    return order < 0 || (order == 0 && left.text.utf8.count < right.text.utf8.count)
  }

  /// Whether the paths of this name come before those of another one: a folder's paths have a slash
  /// behind its name, which is not below all that may stand in a name.
  func isBefore(_ other: PathName, asFolders isFolder: (Bool, Bool)) -> Bool {
    let (count, otherCount) = (text.utf8.count, other.text.utf8.count)
    let order = compare(other.text.utf8.span)
    if order != 0 { return order < 0 }
    let slash = UInt8(ascii: "/")
    let next = count < otherCount ? other.text.utf8.span[count] : isFolder.1 ? slash : nil
    let own = otherCount < count ? text.utf8.span[otherCount] : isFolder.0 ? slash : nil
    return switch (own, next) {
    case (_, nil): false
    case (nil, _?): true
    case (let own?, let next?): own < next
    }
  }

  /// Below zero if the name's bytes come before those of another one, as far as both go.
  private func compare(_ other: Span<UInt8>) -> CInt {
    text.utf8.span.withUnsafeBytes { bytes in
      other.withUnsafeBytes { others in
        guard let first = bytes.baseAddress, let second = others.baseAddress else { return 0 }
        return memcmp(first, second, min(bytes.count, others.count))
      }
    }
  }

  /// Whether the name is written with these bytes.
  func hasBytes(_ other: ArraySlice<UInt8>) -> Bool {
    text.utf8.count == other.count && compare(other.span) == 0
  }

  /// Whether the name is `other`, which has small letters, digits, dots and hyphens, but for the
  /// case of its letters.
  func isSame(as other: String) -> Bool {
    text.utf8.count == other.utf8.count
      && zip(text.utf8, other.utf8).allSatisfy { $0 | 0x20 == $1 }
  }

  func hash(into hasher: inout Hasher) {
    let done: Void? = text.utf8.withContiguousStorageIfAvailable { bytes in
      hasher.combine(bytes: UnsafeRawBufferPointer(bytes))
    }
    if done == nil {
      for byte in text.utf8 { hasher.combine(byte) }
    }
    hasher.combine(UInt8(0xFF))
  }
}

extension [PathName] {
  /// The components with `/` between them; empty for the output folder itself.
  var joined: String {
    map(\.text).joined(separator: "/")
  }

  /// Whether one of the two folders lies inside the other, or they are the same.
  func overlaps(_ other: [PathName]) -> Bool {
    zip(self, other).allSatisfy { $0 == $1 }
  }
}
