/// The unit in which an amount of money is printed (金额单位).
public enum Unit: String, Sendable, CaseIterable, Recordable {
  /// 元
  case yuan = "元"
  /// 千元, a thousand yuan
  case thousandYuan = "千元"
  /// 万元, ten thousand yuan
  case tenThousandYuan = "万元"
  /// 亿元, a hundred million yuan
  case hundredMillionYuan = "亿元"

  /// How many powers of ten one of this unit is worth in yuan: 0, 3, 4 or 8.
  public var exponent: Int {
    switch self {
    case .yuan: 0
    case .thousandYuan: 3
    case .tenThousandYuan: 4
    case .hundredMillionYuan: 8
    }
  }
}
