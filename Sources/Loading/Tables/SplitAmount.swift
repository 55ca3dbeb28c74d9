/// An amount whose thousands separators were taken for those of cells: `60,646,633.13` without
/// quotes is three cells.
struct SplitAmount {
  /// Which cells of the record it has become.
  let cells: Range<Int>
  /// The first of them.
  let first: CSVField
  /// The amount with its separators.
  let text: String

  /// Whether it has decimals.
  var hasDecimals: Bool { text.utf8.contains(UInt8(ascii: ".")) }

  /// More than an amount has that is exact: 999 with nine groups behind it.
  private static let mostCells = 10

  /// The amounts that explain why `record` has more cells than the header, `surplus` of them with
  /// the blank ones at the end of the row or without.
  ///
  /// Small numbers beside each other look the same, so that the number of cells must be just what
  /// the amounts explain.
  static func all(in record: CSVRecord, _ bytes: [UInt8], surplus: [Int]) -> [SplitAmount] {
    let found = found(in: record, bytes)
    return [found.filter(\.hasDecimals), found].first { amounts in
      surplus.contains(amounts.reduce(0) { $0 + $1.cells.count - 1 })
    } ?? []
  }

  private static func found(in record: CSVRecord, _ bytes: [UInt8]) -> [SplitAmount] {
    var amounts: [SplitAmount] = []
    var index = 0
    while index < record.fields.count {
      let amount = SplitAmount(at: index, in: record, bytes)
      if let amount { amounts.append(amount) }
      index = amount?.cells.upperBound ?? index + 1
    }
    return amounts
  }

  /// The amount that begins with the cell at `index`; `nil` if none does that goes on behind it.
  init?(at index: Int, in record: CSVRecord, _ bytes: [UInt8]) {
    guard Self.isBeginning(record.fields[index], bytes) else { return nil }
    var end = index + 1
    while end < record.fields.count, Self.endsWithComma(record.fields[end - 1], bytes),
      let group = Group(record.fields[end], bytes)
    {
      end += 1
      if group == .last { break }
    }
    guard (2...Self.mostCells).contains(end - index) else { return nil }
    cells = index..<end
    first = record.fields[index]
    text = record.fields[cells].map { String(decoding: bytes[$0.content], as: UTF8.self) }
      .joined(separator: ",")
  }

  /// One to three digits, perhaps behind a sign.
  private static func isBeginning(_ field: CSVField, _ bytes: [UInt8]) -> Bool {
    guard field.content.count <= 4 else { return false }
    var content = bytes[field.content]
    if content.first == UInt8(ascii: "-") { content.removeFirst() }
    return !field.isQuoted && (1...3).contains(content.count) && content.allSatisfy(isDigit)
      && content.first != UInt8(ascii: "0")
  }

  /// Whether a comma stands behind the field, and not a tab, which no amount has.
  private static func endsWithComma(_ field: CSVField, _ bytes: [UInt8]) -> Bool {
    field.range.upperBound < bytes.count && bytes[field.range.upperBound] == UInt8(ascii: ",")
  }

  /// What may stand behind a thousands separator.
  private enum Group {
    case middle
    /// With decimals, so that nothing follows.
    case last

    init?(_ field: CSVField, _ bytes: [UInt8]) {
      let content = bytes[field.content]
      guard !field.isQuoted, content.count >= 3, content.prefix(3).allSatisfy(isDigit) else {
        return nil
      }
      let rest = content.dropFirst(3)
      guard
        rest.isEmpty || (rest.first == UInt8(ascii: ".") && rest.dropFirst().allSatisfy(isDigit))
      else { return nil }
      self = rest.isEmpty ? .middle : .last
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}

extension [SplitAmount] {
  /// Whether all have decimals, as no three numbers beside each other would have.
  var allHaveDecimals: Bool { allSatisfy(\.hasDecimals) }

  /// What to do about them; the names of the first few.
  var advice: String {
    let names = prefix(3).map { "“\($0.text)”" }.joined(separator: "、") + (count > 3 ? "等" : "")
    let example = self[0].text
    return "其中\(names)是带千分位逗号的金额，逗号把它分成了几格，后面的数都错了位。请加英文双引号写成 "
      + "\"\(example)\"，或去掉逗号写成 \(example.filter { $0 != "," })"
  }
}
