/// How rows are called: printed labels carry numbering, spaces and colons that nobody wants to
/// repeat in an expression.
public enum RowName {
  /// The label without white space, numbering (`一、`, `（二）`, `3.`), `其中：` and closing colon.
  ///
  /// `1、因公出国（境）费` and `因公出国（境）费` have the same bare name.
  public static func bare(_ label: String) -> String {
    guard mayNeedWork(label) else { return label }
    let scalars = Array(label.unicodeScalars)
    let rest = bare(scalars[...])
    guard rest.count < scalars.count else { return label }
    var bare = String.UnicodeScalarView()
    bare.append(contentsOf: rest)
    return String(bare)
  }

  /// The same of a label that is held as scalars.
  public static func bare(_ label: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
    var rest = label.contains(where: \.isSpace) ? label.filter { !$0.isSpace }[...] : label
    while let end = prefixEnd(rest), end < rest.endIndex { rest = rest[end...] }
    while rest.count > 1, let last = rest.last, isColon(last) { rest.removeLast() }
    return rest
  }

  /// The text without any white space, which is how keys and codes are compared.
  public static func withoutSpaces(_ text: String) -> String {
    guard hasSpace(text) else { return text }
    return String(
      String.UnicodeScalarView(text.unicodeScalars.filter { !$0.isSpace }))
  }

  /// Whether the label has anything that ``bare(_:)`` might remove; most have nothing.
  private static func mayNeedWork(_ label: String) -> Bool {
    let scalars = label.unicodeScalars
    guard let first = scalars.first, let last = scalars.last else { return false }
    if first == "（" || first == "(" || first == "其" || isColon(last) { return true }
    // A numeral is one of a numbering only if there is a mark as well; codes have none.
    if isNumeral(first), !label.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { return true }
    return hasSpace(label)
  }

  /// Whether there is white space, told by its first byte and only then by looking closer.
  private static func hasSpace(_ text: String) -> Bool {
    let mayHave = text.withBytes { bytes in
      bytes.contains { $0 <= 0x20 || $0 == 0xC2 || (0xE1...0xE3).contains($0) }
    }
    return mayHave && text.unicodeScalars.contains(where: \.isSpace)
  }

  /// Where a numbering or `其中：` at the beginning ends.
  private static func prefixEnd(_ scalars: ArraySlice<Unicode.Scalar>) -> Int? {
    guard let first = scalars.first else { return nil }
    if first == "（" || first == "(" {
      let end = numeralEnd(scalars, from: scalars.startIndex + 1)
      guard end > scalars.startIndex + 1, end < scalars.endIndex else { return nil }
      return scalars[end] == "）" || scalars[end] == ")" ? end + 1 : nil
    }
    if first == "其", scalars.count > 1, scalars[scalars.startIndex + 1] == "中" {
      let end = scalars.startIndex + 2
      return end < scalars.endIndex && isColon(scalars[end]) ? end + 1 : nil
    }
    let end = numeralEnd(scalars, from: scalars.startIndex)
    guard end > scalars.startIndex, end + 1 < scalars.endIndex else { return nil }
    switch scalars[end] {
    case "、": return end + 1
    case ".", "．", ")", "）": return scalars[end + 1].isASCIIDigit ? nil : end + 1
    default: return nil
    }
  }

  private static func numeralEnd(_ scalars: ArraySlice<Unicode.Scalar>, from start: Int) -> Int {
    var index = start
    while index < scalars.endIndex, index - start < 4, isNumeral(scalars[index]) { index += 1 }
    return index
  }

  private static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "0"..."9", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十": true
    default: false
    }
  }

  private static func isColon(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "：" || scalar == ":" || scalar == "；" || scalar == ";"
  }
}
