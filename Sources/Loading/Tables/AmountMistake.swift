/// What people type into amounts by mistake, and what to tell them.
enum AmountMistake {
  /// The unit that a text begins with.
  static func unit(beginning text: ArraySlice<Unicode.Scalar>) -> String? {
    let text = text.drop { WhiteSpace.contains($0) }
    return ["万元", "亿元", "千元", "百万元", "元", "万", "亿", "千", "圆", "％", "%", "RMB"].first {
      text.starts(with: $0.unicodeScalars)
    }
  }

  /// Whether a text is the end of scientific notation: `E+07`.
  static func isExponent(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let first = text.first, first == "E" || first == "e" else { return false }
    var digits = text.dropFirst()
    if let sign = digits.first, sign == "+" || sign == "-" { digits = digits.dropFirst() }
    return !digits.isEmpty && digits.allSatisfy { ("0"..."9").contains($0) }
  }

  /// What to do about a character that amounts have, but not in this place.
  static func formatAdvice(_ character: Unicode.Scalar) -> String? {
    switch character {
    case ".": "这是第二个小数点。一个金额只有一个小数点，千分位用逗号"
    case "-": "“-”应当在最前面。负数写成 -1234.00"
    case "+": "金额里不写“+”，请删去。负数写成 -1234.00"
    case "(", ")": "括号没有配对。负数写成 -1234.00 或 (1234.00)"
    case ",": "逗号前面缺数字"
    case " ": "数字中间有空格或换行。请删去；千分位用逗号"
    case "¥": "“¥”应当在最前面，也可以不写"
    default: nil
    }
  }

  /// What to write instead of a character that amounts do not have.
  static func characterAdvice(_ scalar: Unicode.Scalar) -> String {
    let advice =
      switch scalar {
      case "O", "o": "是字母，不是数字 0。请改成 0"
      case "Ｏ", "ｏ", "〇", "零": "不是数字 0。请改成 0"
      case "l", "I", "i": "是字母，不是数字 1。请改成 1"
      case "。", "·": "不是小数点。请改成 ."
      case "、", "；", ";", "'", "’": "不是千分位逗号。请改成 , 或删去"
      case "一", "二", "三", "四", "五", "六", "七", "八", "九", "十":
        "是汉字。请用数字 0—9 填写金额"
      case "A"..."Z", "a"..."z": "是字母。金额只能由数字、小数点、逗号和负号组成"
      default: "不能出现在金额里。金额只能由数字、小数点、逗号和负号组成，没有金额请留空或写“-”"
      }
    return "“\(scalar)”" + advice
  }
}
