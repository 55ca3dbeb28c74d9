/// A code of the government's budget accounts (政府收支分类科目), at one of its levels.
///
/// Functional classification (支出功能分类): 类 has 3 digits, 款 5, 项 7. Economic classification
/// (经济分类), of the government or of the department: 类 3, 款 5. Source: 财政部《政府收支分类科目》.
public struct AccountCode: Sendable, Hashable, CustomStringConvertible {
  /// The digits, without separators.
  public let digits: String
  /// 1 for 类, 2 for 款, 3 for 项, and so on down.
  public let level: Int

  /// Reads a code that consists of ASCII digits and whose length is one of `lengths`; else `nil`.
  public init?(_ text: String, lengths: [Int]) {
    let count = text.utf8.count
    guard let index = lengths.firstIndex(of: count),
      text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    else { return nil }
    digits = text
    level = index + 1
  }

  /// The digits.
  public var description: String { digits }
}
