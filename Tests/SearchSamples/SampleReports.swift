import Budget
import Foundation

/// Any number of reports made from the committed one: other departments, years, projects and
/// amounts, and words that no other department has. The same number always gives the same report.
public struct SampleReports: Sendable {
  private let forms: [Form]
  private let tables: [String: String]
  private let narrative: String

  /// Reads the report `Content/2021` and its form set.
  public init(content: URL) throws {
    func text(_ path: String) throws -> String {
      try String(contentsOf: content.appending(path: path), encoding: .utf8)
    }
    forms = SampleForms.read(try text("forms/xicheng-2021.yml"))
    var tables: [String: String] = [:]
    for form in forms { tables[form.id] = try? text("2021/tables/\(form.id).csv") }
    self.tables = tables
    narrative = try text("2021/narrative.md")
  }

  /// The committed report itself, as far as searching sees it.
  public var original: Report { original(replacing: "", with: "") }

  /// The committed report with another amount wherever its tables print `old`.
  public func original(replacing old: String, with new: String) -> Report {
    let tables = tables.mapValues { old.isEmpty ? $0 : $0.replacing(old, with: new) }
    return report(
      path: "2021", department: "北京市西城区全响应服务中心", year: 2021, blocks: narrative, tables: tables
    ) { $0 }
  }

  /// Report `number` of a corpus of eighty departments and as many years as it takes.
  public func report(_ number: Int) -> Report {
    var random = Generator(UInt64(number) + 1)
    var departmental = Generator(UInt64(number % 80) + 1_000_003)
    let department = Self.departments[number % 80 % 16] + Self.offices[number % 80 / 16 % 5] + "办公室"
    let year = 2023 - number / 80
    let own = departmental.words(30)
    func replaced(_ text: String) -> String {
      text.replacing("北京市西城区全响应服务中心", with: department)
        .replacing("西城区", with: Self.departments[number % 80 % 16])
        .replacing("城市大脑", with: String(own.prefix(4)))
        .replacing("接诉即办", with: String(own.dropFirst(4).prefix(4)))
    }
    let factor = Int128(random.next(below: 900_000) + 100_000)
    func vary(_ value: ExactDecimal) -> ExactDecimal {
      ExactDecimal(coefficient: value.coefficient * factor / 300_000, scale: value.scale)
    }
    let figures = replaced(narrative).replacing(#/\d{4,}(\.\d+)?(?=元)/#) { match in
      ExactDecimal(String(match.0)).map { vary($0).description } ?? String(match.0)
    }
    let words = figures.replacing("2020", with: String(year - 1)).replacing(
      "2021", with: String(year))
    return report(
      path: "d\(number % 80)/\(year)", department: department, year: year,
      blocks: words + "\n\(own)由本部门负责。\n本年重点：\(random.words(20))。\n",
      tables: tables.mapValues(replaced), vary)
  }

  private func report(
    path: String, department: String, year: Int, blocks: String, tables: [String: String],
    _ vary: (ExactDecimal) -> ExactDecimal
  ) -> Report {
    Report(
      path: path, title: "\(year)年部门预算编制情况说明", department: department, fiscalYear: year,
      kind: .budget, published: nil, sourceDocument: "",
      formSet: FormSet(id: "", title: "", forms: forms),
      tables: forms.map { SampleTables.table($0, csv: tables[$0.id], vary: vary) },
      narrative: Narrative(blocks: SampleNarrative.blocks(blocks), file: ""), facts: [], file: "")
  }

  private static let departments = [
    "东城区", "朝阳区", "丰台区", "石景山区", "海淀区", "顺义区", "通州区", "大兴区", "房山区", "门头沟区", "昌平区", "平谷区", "密云区",
    "怀柔区", "延庆区", "开发区",
  ]
  private static let offices = ["财政", "教育", "水务", "民政", "交通"]
}

/// A small generator of pseudo-random numbers that gives the same everywhere (SplitMix64).
public struct Generator {
  private var state: UInt64

  /// A generator that begins at `seed`.
  public init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

  /// A number from 0 up to, not including, `limit`.
  public mutating func next(below limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % UInt64(limit))
  }

  /// `count` Chinese characters that mean nothing.
  public mutating func words(_ count: Int) -> String {
    var words = ""
    for _ in 0..<count {
      words.unicodeScalars.append(Unicode.Scalar(UInt16(0x4E00 + next(below: 3500))) ?? "一")
    }
    return words
  }
}
