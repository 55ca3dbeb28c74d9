import Budget

/// Brings codes together where a grid has 类, 款 and 项 in three columns and the form in one, and
/// the other way round.
struct CodeColumns {
  let form: Form

  private static let names = ["类", "款", "项"]

  /// Finds the columns among those that are `free`, and takes them.
  func match(_ paths: [[String]], free: inout [Int], map: inout HeaderMap) {
    for listing in form.listings {
      guard case .code(let columns, let lengths) = listing.hierarchy else { continue }
      if columns.count == 1, let column = columns.first, map.sources[column] == nil {
        let parts = Self.names.compactMap { name in
          free.first { paths[$0].last == name }
        }
        guard parts.count >= 2, parts == parts.sorted() else { continue }
        map.sources[column] = .joined(parts)
        free.removeAll { parts.contains($0) }
      } else if columns.count > 1, columns.allSatisfy({ map.sources[$0] == nil }),
        columns.count == lengths.count
      {
        guard
          let whole = free.first(where: { column in
            paths[column].contains { $0.hasSuffix("编码") || $0.hasSuffix("代码") }
          })
        else { continue }
        var start = 0
        for (column, end) in zip(columns, lengths) {
          map.sources[column] = .part(whole, start..<end)
          start = end
        }
        free.removeAll { $0 == whole }
      }
    }
  }

  /// The code that the texts of 类, 款 and 项 make, with what the rows above have carried down.
  ///
  /// A row under a 类 may leave it out; a cell may hold its own two digits, or the code so far.
  static func joined(_ parts: [String], carried: inout [String]) -> String {
    var own = parts.map(\.trimmedText)
    guard let last = own.lastIndex(where: { !$0.isEmpty }) else { return "" }
    guard own[...last].allSatisfy({ $0.unicodeScalars.allSatisfy(\.isDigit) }) else {
      return own.filter { !$0.isEmpty }.joined()
    }
    for index in 0..<last where own[index].isEmpty {
      own[index] = index < carried.count ? carried[index] : ""
    }
    var code = ""
    for part in own[...last] {
      code = !code.isEmpty && part.count > 3 && part.hasPrefix(code) ? part : code + part
    }
    carried = Array(own[...last])
    return code
  }

  /// The digits of a code that stand in one of the form's columns. Words such as 合计 stand in the
  /// first, unless their cell is so wide that another column has them.
  static func part(_ code: String, _ range: Range<Int>, isWide: Bool) -> String {
    let digits = Array(code.trimmedText)
    guard range.lowerBound < digits.count else { return "" }
    guard digits.allSatisfy({ $0.isASCII && $0.isNumber }) else {
      return range.lowerBound == 0 && !isWide ? code.trimmedText : ""
    }
    return String(digits[range.lowerBound..<min(range.upperBound, digits.count)])
  }
}
