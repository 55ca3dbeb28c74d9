import Budget

/// A report to fill in: all files with their headings, and what last year's report already says —
/// its rows without their amounts, its sections without their words.
public struct BlankReport {
  private let formSet: FormSet
  private let fiscalYear: Int
  private let kind: Report.Kind
  private let department: String
  private let previous: Report?

  /// A report of a year.
  ///
  /// - Parameter previous: an earlier report of the department, to begin from.
  public init(
    formSet: FormSet, fiscalYear: Int, kind: Report.Kind, department: String?, previous: Report?
  ) {
    self.formSet = formSet
    self.fiscalYear = fiscalYear
    self.kind = kind
    self.department = department ?? previous?.department ?? UnfilledWords.usual
    self.previous = previous
  }

  /// The files with their paths in the report folder.
  public var files: [ImportedFile] {
    let narrative = BlankNarrative(
      title: title, kind: kind, charts: formSet.charts, previous: alike, years: years)
    return [
      ImportedFile(path: "report.yml", text: description),
      ImportedFile(path: "narrative.md", text: narrative.text),
      ImportedFile(
        path: "facts.yml",
        text: BlankFacts(
          formSet: formSet, fiscalYear: fiscalYear, kind: kind, previous: alike
        ).text),
    ]
      + formSet.forms.map { form in
        let table = BlankTable(
          form: form, formSet: formSet, fiscalYear: fiscalYear,
          previous: previous?.tables.first { $0.form.id == form.id },
          isSameKind: alike != nil)
        // The mark at the beginning makes Excel read the file as UTF-8.
        return ImportedFile(path: "tables/\(form.id).csv", text: "\u{FEFF}" + table.text)
      }
  }

  /// The earlier report if it is of the same kind. Accounts have a budget's rows, but neither its
  /// words nor its amounts.
  private var alike: Report? { previous?.kind == kind ? previous : nil }

  private var years: YearShift { YearShift(from: previous?.fiscalYear, to: fiscalYear) }

  private var title: String {
    if let alike { return years.text(alike.title) }
    return kind == .budget ? "\(fiscalYear)年部门预算编制情况说明" : "\(fiscalYear)年部门决算情况说明"
  }

  private var description: String {
    var lines = [
      "# 本报告的基本情况",
      "title: " + YAMLText.scalar(title),
      "department: " + YAMLText.scalar(department),
      "fiscal_year: \(fiscalYear)",
      "kind: \(kind.rawValue)  # budget 预算；final-accounts 决算",
      "form_set: " + YAMLText.scalar(formSet.id),
      "# 发布时填上日期，并去掉行首的 #",
      // Accounts are published when the year is over.
      kind == .budget
        ? "# published: \(fiscalYear)-02-01 09:00" : "# published: \(fiscalYear + 1)-09-01 09:00",
    ]
    let notes = previous?.tables.filter { !$0.note.isEmpty } ?? []
    if notes.isEmpty {
      lines += [
        "", "# 没有数据的表要有表注，例如：", "# notes:", "#   government-fund: 注：本部门没有政府性基金预算拨款。",
      ]
    } else {
      lines += ["", "# 表下的注，照上年；今年有数据的表请删去", "notes:"]
      lines += notes.map { "  \($0.form.id): " + YAMLText.scalar($0.note) }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

/// Moves the years named in an earlier report's words to those of a new one.
struct YearShift {
  let from: Int?
  let to: Int

  init(from: Int?, to: Int) {
    self.from = from
    self.to = to
  }

  /// The words with the report's year and the year before moved.
  func text(_ words: String) -> String {
    guard let from, from != to else { return words }
    var result = ""
    var digits = ""
    for character in words {
      if character.isASCII, character.isNumber {
        digits.append(character)
        continue
      }
      if character == "年", let year = Int(digits), year == from || year == from - 1 {
        digits = String(year + to - from)
      }
      result += digits + String(character)
      digits = ""
    }
    return result + digits
  }
}
