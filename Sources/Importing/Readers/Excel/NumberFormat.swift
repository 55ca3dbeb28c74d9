/// How a workbook shows a number, as far as it decides which digits the text has.
struct NumberFormat: Sendable {
  private enum Style: Sendable { case general, number, percent, date }

  private let style: Style
  private let decimals: Int
  private let maximumDecimals: Int
  private let integerDigits: Int
  /// What a zero shows instead of digits: `-`, or nothing.
  private let zero: String?
  private let isChineseDate: Bool

  /// The format that shows a number as it is.
  static let general = NumberFormat("General")

  /// The format with a code such as `#,##0.00;-#,##0.00;"-"`.
  init(_ code: String) {
    let sections = Self.sections(code)
    let (plain, _) = Self.withoutLiterals(sections.first ?? "")
    let lowered = plain.lowercased()
    isChineseDate = code.contains("年")
    let isDate = lowered.contains("y") || lowered.contains("d") && !lowered.contains("0")
    let digits = plain.filter { "0#?.".contains($0) }
    let parts = digits.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    // A comma after the last digit divides what is shown by a thousand. The figure is kept.
    let isScaled = plain.lastIndex { "0#?".contains($0) }.map {
      plain[plain.index(after: $0)...].hasPrefix(",")
    }
    if isDate {
      style = .date
    } else if plain.contains("%") {
      style = .percent
    } else if digits.isEmpty || lowered.contains("general") || lowered.contains("e+")
      || isScaled == true || plain.contains("/")
    {
      style = .general
    } else {
      style = .number
    }
    decimals = parts.count > 1 ? parts[1].filter { $0 == "0" }.count : 0
    maximumDecimals = max(2, parts.count > 1 ? parts[1].count : 0)
    integerDigits = parts.first.map { $0.filter { $0 == "0" }.count } ?? 0
    if sections.count > 2 {
      let (plain, literals) = Self.withoutLiterals(sections[2])
      zero =
        plain.contains { "0#".contains($0) } || plain.contains("G") ? nil : literals.trimmedText
    } else {
      zero = nil
    }
  }

  /// The built-in format with this number.
  init(builtIn number: Int) {
    let codes: [Int: String] = [
      1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 14: "yyyy-m-d",
      15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 31: "yyyy年m月d日", 37: "#,##0", 38: "#,##0",
      39: "#,##0.00", 40: "#,##0.00", 41: "#,##0;-#,##0;\"-\"", 42: "#,##0;-#,##0;\"-\"",
      43: "#,##0.00;-#,##0.00;\"-\"", 44: "#,##0.00;-#,##0.00;\"-\"", 57: "yyyy年m月",
      58: "m月d日",
    ]
    self.init(codes[number] ?? "General")
  }

  /// The text of the number that the file has as `raw`; `nil` if it is no number.
  ///
  /// Office keeps numbers as binary doubles and promises 15 digits: more are noise of arithmetic.
  /// Digits that the format hides are kept down to the second decimal, so that no cents are lost.
  func text(of raw: String) -> String? {
    guard let value = Double(raw), value.isFinite, abs(value) < 1e18,
      var number = DecimalDigits(value)
    else { return nil }
    if value == 0, let zero { return zero }
    switch style {
    case .general:
      return number.text(minimumDecimals: 0)
    case .number:
      number.round(to: maximumDecimals)
      return number.text(minimumDecimals: decimals, minimumIntegers: integerDigits)
    case .percent:
      number.shift(by: 2)
      number.round(to: maximumDecimals)
      return number.text(minimumDecimals: decimals) + "%"
    case .date:
      return dateText(Int(value))
    }
  }

  private func dateText(_ serial: Int) -> String {
    // Days from 1970-01-01; the serial 25569 is that day. After Howard Hinnant's civil_from_days.
    let days = serial - 25569 + 719_468
    let era = (days >= 0 ? days : days - 146_096) / 146_097
    let dayOfEra = days - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * month + 2) / 5 + 1
    let civilMonth = month < 10 ? month + 3 : month - 9
    let year = yearOfEra + era * 400 + (civilMonth <= 2 ? 1 : 0)
    if isChineseDate { return "\(year)年\(civilMonth)月\(day)日" }
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(year)-\(two(civilMonth))-\(two(day))"
  }

  /// The sections between semicolons, which may stand in quotes.
  private static func sections(_ code: String) -> [String] {
    var sections = [""]
    var isQuoted = false
    for character in code {
      if character == "\"" { isQuoted.toggle() }
      if character == ";", !isQuoted {
        sections.append("")
      } else {
        sections[sections.count - 1].append(character)
      }
    }
    return sections
  }

  /// A section without quoted words, colours, conditions and padding; and its words.
  private static func withoutLiterals(_ section: String) -> (plain: String, literals: String) {
    var plain = ""
    var literals = ""
    var rest = section[...]
    while let character = rest.popFirst() {
      switch character {
      case "\"":
        while let next = rest.popFirst(), next != "\"" { literals.append(next) }
      case "[":
        while let next = rest.popFirst(), next != "]" {}
      case "\\", "!": _ = rest.popFirst().map { literals.append($0) }
      case "_", "*": _ = rest.popFirst()
      default:
        plain.append(character)
        if character == "-" { literals.append(character) }
      }
    }
    return (plain, literals)
  }
}
