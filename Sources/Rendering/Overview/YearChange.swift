import Budget

/// How an amount changed from one year to the next, in words.
struct YearChange {
  /// Last year's amount.
  let previous: Amount
  /// This year's amount.
  let current: Amount
  /// How many decimals amounts are printed with at least.
  let decimals: Int

  /// 减少3,370.79元，下降22.80%; `nil` where the difference does not fit.
  var words: String? {
    guard let difference else { return nil }
    guard !difference.value.isZero else { return isRounded ? "大致持平" : "持平" }
    let word = difference.value.isNegative ? ("减少", "下降") : ("增加", "增长")
    let about = isRounded ? "约" : ""
    let amount =
      AmountText.text(
        difference.value.magnitude, decimals: isRounded ? difference.value.scale : decimals)
      + difference.unit.rawValue
    return "\(word.0)\(about)\(amount)" + (rate.map { "，\(word.1)\(about)\($0)%" } ?? "")
  }

  /// Last year's figure may be known only in 万元: the difference is then no more exact.
  private var isRounded: Bool {
    previous.unit.exponent > current.unit.exponent
      || current.unit.exponent > previous.unit.exponent
  }

  /// The difference, in the coarser of both units.
  private var difference: Amount? {
    guard let yuan = current.inYuan.subtracting(previous.inYuan) else { return nil }
    if !isRounded {
      return current.value.subtracting(previous.value).map { Amount($0, current.unit) }
    }
    let coarse = previous.unit.exponent > current.unit.exponent ? previous : current
    return Amount(
      ExactDecimal(coefficient: yuan.coefficient, scale: yuan.scale + coarse.unit.exponent)
        .rounded(to: coarse.value.scale), coarse.unit)
  }

  /// The change in hundredths of last year's amount, without a sign.
  private var rate: ExactDecimal? {
    guard !previous.value.isNegative,
      let difference = current.inYuan.subtracting(previous.inYuan)
    else { return nil }
    return difference.magnitude.multiplied(by: ExactDecimal(100))?
      .divided(by: previous.inYuan, decimals: 2)
  }
}
