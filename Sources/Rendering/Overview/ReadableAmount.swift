import Budget

/// An amount as people say it: 约6,064.66万元.
enum ReadableAmount {
  /// The amount in 万元 or 亿元, to two decimals, with 约 where it was rounded; `nil` where the
  /// exact figure is as short.
  static func text(_ amount: Amount) -> String? {
    let yuan = amount.inYuan
    let units: [Unit] = [.hundredMillionYuan, .tenThousandYuan]
    guard
      let unit = units.first(where: {
        $0.exponent > amount.unit.exponent && yuan.magnitude >= Amount(1, $0).inYuan
      })
    else { return nil }
    let exact = ExactDecimal(
      coefficient: yuan.coefficient, scale: yuan.scale + unit.exponent)
    let rounded = exact.rounded(to: 2)
    return (rounded == exact ? "合" : "约") + AmountText.text(rounded, decimals: 2) + unit.rawValue
  }
}

extension Amount {
  /// A whole number of `unit`.
  fileprivate init(_ number: Int, _ unit: Unit) {
    self.init(ExactDecimal(number), unit)
  }
}
