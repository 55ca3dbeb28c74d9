/// How rows are called: printed labels carry numbering, spaces and colons that nobody wants to
/// repeat in an expression.
public enum RowName {
  /// The label without white space, numbering (`一、`, `（二）`, `3.`), `其中：` and closing colon.
  ///
  /// `1、因公出国（境）费` and `因公出国（境）费` have the same bare name.
  public static func bare(_ label: String) -> String {
    if hasSpace(label) { return bare(withoutSpaces(label)) }
    guard mayNeedWork(label) else { return label }
    let scalars = label.unicodeScalars
    let rest = withoutMarks(scalars[...])
    return rest.endIndex == scalars.endIndex && rest.startIndex == scalars.startIndex
      ? label : String(rest)
  }

  /// The same of a label that is held as scalars.
  public static func bare(_ label: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
    withoutMarks(label.contains(where: \.isSpace) ? label.filter { !$0.isSpace }[...] : label)
  }

  /// A label that has no white space without numbering, `其中：` and closing colon.
  private static func withoutMarks<Label: BidirectionalCollection<Unicode.Scalar>>(
    _ label: Label
  ) -> Label where Label.SubSequence == Label {
    var rest = label
    while let end = prefixEnd(rest), end < rest.endIndex { rest = rest[end...] }
    while let last = rest.last, isColon(last), rest.dropFirst().first != nil { rest.removeLast() }
    return rest
  }

  /// The text without any white space, which is how keys and codes are compared.
  public static func withoutSpaces(_ text: String) -> String {
    guard hasSpace(text) else { return text }
    var joined = ""
    for part in text.unicodeScalars.split(whereSeparator: \.isSpace) { joined += Substring(part) }
    return joined
  }

  /// Whether a label without white space has anything that ``bare(_:)`` might remove; most have
  /// nothing.
  private static func mayNeedWork(_ label: String) -> Bool {
    let scalars = label.unicodeScalars
    guard let first = scalars.first, let last = scalars.last else { return false }
    if first == "（" || first == "(" || first == "其" || isColon(last) { return true }
    // A numeral is one of a numbering only if there is a mark as well; codes have none.
    return isNumeral(first) && !label.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// Whether there is white space, ``Unicode/Scalar/isSpace``, told by the bytes.
  private static func hasSpace(_ text: String) -> Bool {
    text.withBytes { bytes in
      var place = 0
      while place < bytes.count {
        let next = place + bytes[place].lengthOfScalar
        switch bytes[place] {
        case 0x09...0x0D, 0x20: return true
        case 0xC2: if bytes[place + 1] == 0x85 || bytes[place + 1] == 0xA0 { return true }
        case 0xE1...0xE3: if isSpace(bytes[place..<next]) { return true }
        default: break
        }
        place = next
      }
      return false
    }
  }

  /// Whether the three bytes of a scalar are those of a space.
  private static func isSpace(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    var value: UInt32 = 0
    for byte in bytes { value = value << 6 | UInt32(byte & 0x3F) }
    // What is left of the first byte beside its four bits.
    return Unicode.Scalar(value & 0xFFFF)?.isSpace ?? false
  }

  /// Where a numbering or `其中：` at the beginning ends.
  private static func prefixEnd<Label: Collection<Unicode.Scalar>>(_ label: Label) -> Label.Index? {
    guard let first = label.first else { return nil }
    let second = label.index(after: label.startIndex)
    if first == "（" || first == "(" {
      let end = numeralEnd(label, from: second)
      guard end > second, end < label.endIndex else { return nil }
      return label[end] == "）" || label[end] == ")" ? label.index(after: end) : nil
    }
    if first == "其", second < label.endIndex, label[second] == "中" {
      let end = label.index(after: second)
      return end < label.endIndex && isColon(label[end]) ? label.index(after: end) : nil
    }
    let end = numeralEnd(label, from: label.startIndex)
    guard end > label.startIndex, end < label.endIndex else { return nil }
    let rest = label.index(after: end)
    guard rest < label.endIndex else { return nil }
    switch label[end] {
    case "、": return rest
    case ".", "．", ")", "）": return label[rest].isASCIIDigit ? nil : rest
    default: return nil
    }
  }

  private static func numeralEnd<Label: Collection<Unicode.Scalar>>(
    _ label: Label, from start: Label.Index
  ) -> Label.Index {
    var end = start
    var length = 0
    while end < label.endIndex, length < 4, isNumeral(label[end]) {
      end = label.index(after: end)
      length += 1
    }
    return end
  }

  private static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "0"..."9", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十": true
    default: false
    }
  }

  /// A semicolon, too: it is what a colon often became in tables that were typed off.
  private static func isColon(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "：" || scalar == ":" || scalar == "；" || scalar == ";"
  }
}
