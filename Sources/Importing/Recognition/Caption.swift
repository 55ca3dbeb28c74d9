import Budget

/// What a line over a table says: its number, its title, its unit.
struct Caption {
  /// The number: 1 for 表一, 表1 and 公开01表.
  private(set) var number: Int?
  /// The words that may be the title, folded.
  private(set) var title: String?
  /// The unit of the amounts.
  private(set) var unit: Unit?
  /// Whether it says that the table goes on (续表).
  private(set) var isContinued = false
  /// Whether it names a year, a department or a date and nothing else.
  private(set) var isFormality = false

  /// The longest line that is looked at.
  private static let longest = 80

  /// Reads a line; `nil` if it is none of these.
  init?(_ text: String, forms: [Form]) {
    guard text.unicodeScalars.prefix(Self.longest + 1).count <= Self.longest else { return nil }
    var rest = text.folded
    guard !rest.isEmpty else { return nil }
    let whole = rest
    unit = Self.takeUnit(&rest)
    // 编制单位：某某局　单位：元 says both.
    isFormality = unit != nil && Self.isFormality(whole)
    if rest.hasPrefix("续表") {
      isContinued = true
      let next = rest.dropFirst(2).first
      let isNumbered = next.map { "一二三四五六七八九十".contains($0) || $0.isNumber } ?? false
      rest = String(rest.dropFirst(isNumbered ? 1 : 2))
    }
    for mark in ["(续表)", "(续)"] where rest.hasSuffix(mark) {
      isContinued = true
      rest = String(rest.dropLast(mark.count))
    }
    number = Self.takeNumber(&rest)
    while let first = rest.first, "、:.,-".contains(first) { rest.removeFirst() }
    if rest.isEmpty {
      guard number != nil || unit != nil || isContinued else { return nil }
      return
    }
    if Self.isFormality(rest) || forms.contains(where: { $0.subtitle.folded == rest }) {
      isFormality = true
      return
    }
    guard number != nil || unit != nil || isContinued || Self.isTitle(rest, of: forms) else {
      return nil
    }
    title = rest
  }

  /// Whether words look like a title, a unit or a formality over a table, whatever the form set is.
  static func isOverTable(_ text: String) -> Bool {
    guard !text.contains("。") else { return false }
    return text.folded.hasSuffix("表") || Caption(text, forms: []) != nil
  }

  /// Whether words are the title of a form, more or less.
  private static func isTitle(_ folded: String, of forms: [Form]) -> Bool {
    guard folded.hasSuffix("表") || folded.hasSuffix(")") || folded.hasSuffix("情况") else {
      return false
    }
    return forms.contains { likeness(folded, $0) >= 0.6 }
  }

  /// How alike a folded title and a form's are.
  static func likeness(_ title: String, _ form: Form) -> Double {
    let plain = title.drop { $0.isNumber || "年度第()附件公开".contains($0) }
    return ([form.title] + form.aliases.filter { $0.hasSuffix("表") }).map {
      max(similarity(title, $0.folded), similarity(String(plain), $0.folded))
    }.max() ?? 0
  }

  /// 单位：万元, 金额单位：元, (单位:元), with or without the department before it.
  private static func takeUnit(_ rest: inout String) -> Unit? {
    guard let mark = rest.firstRange(of: "单位:") else { return nil }
    var name = String(rest[mark.upperBound...])
    if name.hasPrefix("人民币") { name.removeFirst(3) }
    let end = name.firstIndex { !"元千万亿".contains($0) } ?? name.endIndex
    let unit = Unit(rawValue: String(name[..<end]))
    guard let unit else {
      // 编制单位：某某局  金额单位：元: the second mark counts.
      var later = name
      guard let unit = takeUnit(&later) else { return nil }
      rest = ""
      return unit
    }
    var before = String(rest[..<mark.lowerBound])
    for word in ["金额", "(", "计量", "货币"] where before.hasSuffix(word) {
      before = String(before.dropLast(word.count))
    }
    let after = name[end...].drop { ")".contains($0) }
    rest = isFormality(before) ? String(after) : before + after
    return unit
  }

  /// 表一, 表十二, 表1, 附表3, 公开01表, 预算02表.
  private static func takeNumber(_ rest: inout String) -> Int? {
    for prefix in ["附表", "表", "附件"] where rest.hasPrefix(prefix) {
      let after = rest.dropFirst(prefix.count)
      let numeral = after.prefix { "一二三四五六七八九十".contains($0) }
      let digits = after.prefix { $0.isASCII && $0.isNumber }
      let taken = numeral.isEmpty ? digits : numeral
      guard let number = ChineseNumeral.value(taken), number > 0 else { continue }
      rest = String(after.dropFirst(taken.count))
      return number
    }
    for prefix in ["公开", "预算", "部门预算", "决算", "财决", "预算公开"] where rest.hasPrefix(prefix) {
      let digits = rest.dropFirst(prefix.count).prefix { $0.isASCII && $0.isNumber }
      let after = rest.dropFirst(prefix.count + digits.count)
      guard let number = Int(digits), after.hasPrefix("表") else { continue }
      rest = String(after.dropFirst())
      return number
    }
    return nil
  }

  /// What lines over and under a table name besides it.
  private static let formalities = [
    "编制单位", "部门名称", "单位名称", "填报单位", "编制部门", "部门", "日期", "公开部门", "预算单位", "填报日期", "制表日期",
    "审核人", "制表人", "制表", "填报人", "填表人", "经办人", "负责人", "单位负责人", "部门负责人", "财务负责人", "联系人",
    "联系电话", "电话",
  ]

  /// （2021年度）, 编制单位：某某局, 2021年2月3日.
  private static func isFormality(_ folded: String) -> Bool {
    for prefix in formalities where folded.hasPrefix(prefix + ":") {
      return true
    }
    let plain = folded.filter { !"()".contains($0) }
    guard !plain.isEmpty, plain.first?.isNumber == true else { return false }
    return plain.allSatisfy { $0.isNumber || "年度月日-/.".contains($0) } && plain.contains("年")
  }
}

extension Form {
  /// The form's number: 1 for 表一.
  var ordinal: Int? {
    let folded = number.folded
    return folded.hasPrefix("表") ? ChineseNumeral.value(folded.dropFirst()) : nil
  }
}

extension [Caption] {
  /// Whether they say what stands below: a table of its own, or one that goes on.
  var sayWhatFollows: Bool { contains { $0.title != nil || $0.isContinued } }
}
