import Budget

/// Watches for amounts that their thousands separators have split though the row has no cell too
/// many, because another one is missing: of `1,234.00` there are 1 and 234.00.
///
/// Two amounts beside each other look the same, so it takes the column's own hand to tell: where all
/// other amounts of a column are written with as many decimals, zeros at their end included, no
/// program has written a bare 1 among them. Without decimals nothing tells, and nothing is said.
struct SplitSuspects {
  private struct Suspect {
    let row: Int
    let column: Int
    let amount: SplitAmount
  }

  /// As many amounts as show how a column is written.
  private static let fewest = 3

  private let bytes: [UInt8]
  /// The form's columns of amounts by the cells of a record.
  private let columns: [Int?]
  private var suspects: [Suspect] = []

  /// None yet in the file of these bytes, whose records have these columns of the form.
  init(_ columns: [Int?], kinds: [Column.Kind], bytes: [UInt8]) {
    self.bytes = bytes
    self.columns = columns.map { $0.flatMap { kinds[$0] == .amount ? $0 : nil } }
  }

  /// Looks at the record that becomes the row with this index.
  mutating func note(_ record: CSVRecord, row: Int) {
    let end = min(record.filledCount, record.fields.count)
    guard end <= columns.count else { return }
    // What the separators have moved has to be amounts, too: words would not be at home there.
    var index = columns[..<end].lastIndex { $0 == nil }.map { $0 + 1 } ?? 0
    while index + 1 < end {
      if let column = columns[index], let amount = SplitAmount(at: index, in: record, bytes) {
        if amount.hasDecimals {
          suspects.append(Suspect(row: row, column: column, amount: amount))
        }
        index = amount.cells.upperBound
      } else {
        index += 1
      }
    }
  }

  /// Warns of those that the other rows speak against.
  func report(in rows: Rows, reporting findings: inout CappedFindings) {
    for (column, suspects) in Dictionary(grouping: suspects, by: \.column) {
      let decimals = decimals(of: column, in: rows, besides: Set(suspects.map(\.row)))
      for suspect in suspects where suspect.amount.decimals == decimals {
        let first = suspect.amount.first
        findings.add(
          .amountSplit, line: first.line, column: first.column,
          length: suspect.amount.text.utf8.count, severity: .warning,
          suspect.amount.suspicion)
      }
    }
  }

  /// How many decimals all amounts of a column have; `nil` where that does not show.
  private func decimals(of column: Int, in rows: Rows, besides own: Set<Int>) -> Int? {
    var decimals: Int?
    var count = 0
    var isFixed = false
    for row in rows.indices where !own.contains(row) {
      guard let value = rows.value(row: row, column: column) else { continue }
      guard value.scale == decimals ?? value.scale else { return nil }
      decimals = value.scale
      count += 1
      isFixed = isFixed || value.coefficient % 10 == 0
    }
    return isFixed && count >= Self.fewest ? decimals : nil
  }
}

extension SplitAmount {
  /// How many decimals it has.
  fileprivate var decimals: Int {
    text.utf8.lastIndex(of: UInt8(ascii: ".")).map {
      text.utf8.distance(from: $0, to: text.utf8.endIndex) - 1
    } ?? 0
  }

  fileprivate var suspicion: String {
    let head = text.prefix { $0 != "," }
    return "这里像是金额“\(text)”，千分位逗号把它分成了 \(cells.count) 格，后面的数都错了位："
      + "这一列别的金额都写 \(decimals) 位小数，“\(head)”却没有。是一个金额的，请加英文双引号写成 \"\(text)\"，"
      + "或去掉逗号写成 \(text.filter { $0 != "," })；是几个金额的，请把“\(head)”也写到 \(decimals) 位小数"
  }
}
