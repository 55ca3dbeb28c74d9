/// The unit in which an amount of money is printed (金额单位).
public enum Unit: String, Sendable, CaseIterable, Recordable {
  /// 元
  case yuan = "元"
  /// 万元, ten thousand yuan
  case tenThousandYuan = "万元"
  /// 亿元, a hundred million yuan
  case hundredMillionYuan = "亿元"

  /// How many powers of ten one of this unit is worth in yuan: 0, 4 or 8.
  public var exponent: Int {
    switch self {
    case .yuan: 0
    case .tenThousandYuan: 4
    case .hundredMillionYuan: 8
    }
  }
}
