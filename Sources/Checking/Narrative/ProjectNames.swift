import Budget

extension CheckRun {
  /// A row of a plain list, such as a project with its amount.
  private struct Project {
    let address: CellAddress
    /// In yuan, in fen if possible.
    let value: ExactDecimal
  }

  /// The projects of one amount.
  private struct Namesakes {
    /// Those that a name is compared with; more than a few of one amount tell nothing.
    let projects: [Project]
    /// What all of them are called.
    let labels: Set<ArraySlice<Unicode.Scalar>>
  }

  private static let comparedProjects = 50
  /// Longer names are sentences.
  private static let longestName = 200

  /// Warns where the narrative calls a project by another name than the list of projects does: the
  /// amounts are equal, the names alike but not the same.
  mutating func checkProjectNames(_ passages: [Passage]) {
    let projects = projects()
    guard !projects.isEmpty else { return }
    var known: [ExactDecimal: Namesakes] = [:]
    for passage in passages where passage.headingLevel == nil {
      for (place, figure) in passage.figures.enumerated() {
        guard let amount = figure.printed?.amount, !amount.value.isZero else { continue }
        let value = amount.inYuan.inFen
        let first = projects.firstPlace { $0.value < value }
        let equal = projects[first...].prefix { $0.value == value }
        guard !equal.isEmpty else { continue }
        let start =
          place > 0 ? passage.figures[place - 1].range.upperBound : passage.scalars.startIndex
        let name = ProjectName.before(figure.range.lowerBound, in: passage.scalars, from: start)
        guard name.count > 2, name.count <= Self.longestName else { continue }
        let namesakes = known[value] ?? self.namesakes(equal)
        known[value] = namesakes
        checkName(name, figure, in: passage, namesakes)
      }
    }
  }

  private mutating func checkName(
    _ name: ArraySlice<Unicode.Scalar>, _ figure: Passage.Figure, in passage: Passage,
    _ namesakes: Namesakes
  ) {
    guard !namesakes.labels.contains(name) else { return }
    let projects = namesakes.projects
    let labels = projects.map { Array(label(of: $0).unicodeScalars.prefix(Self.longestName)) }
    let likeness = labels.map { Wording.likeness(Array(name), $0) }
    guard let best = likeness.indices.max(by: { likeness[$0] < likeness[$1] }),
      likeness[best] >= 0.35
    else { return }
    let position = report.position(of: projects[best].address)
    let table = report.tables[projects[best].address.table].form
    findings.append(
      Finding(
        .nameMismatch, at: passage.position(of: figure), length: figure.range.count,
        severity: .warning,
        "正文写“\(name.text)”\(passage.text(of: figure))，\(table.number)同一金额的项目叫“\(labels[best].text)”，名称不一致。",
        contributors: [
          Contributor(
            side: .right, isSubtracted: false, name: report.name(of: projects[best].address),
            text: report.cell(at: projects[best].address).text, position: position)
        ]))
  }

  private func namesakes(_ projects: ArraySlice<Project>) -> Namesakes {
    Namesakes(
      projects: Array(projects.prefix(Self.comparedProjects)),
      labels: Set(projects.map { Array(label(of: $0).unicodeScalars)[...] }))
  }

  private func label(of project: Project) -> String {
    let (table, row) = (project.address.table, project.address.row)
    let listing = report.tables[table].form.columns[project.address.column].listing
    let entry = report.tables[table].listings[listing].index(ofRow: row)
    return RowName.bare(
      entry.map { report.tables[table].listings[listing].entries[$0].label } ?? "")
  }

  /// The items of the lists whose rows stand side by side, as projects do: by amount, those of one
  /// amount in their order.
  private func projects() -> [Project] {
    var projects: [Project] = []
    for (number, table) in report.tables.enumerated() {
      for (listing, form) in table.form.listings.enumerated()
      where table.form.layout == .list && form.hierarchy == .none && form.label != nil {
        for column in table.form.columns.indices
        where table.form.columns[column].listing == listing
          && table.form.columns[column].kind == .amount
        {
          let entries = table.listings[listing].entries
          for index in entries.indices where entries[index].isItem {
            let row = entries[index].row
            guard let value = table.rows.value(row: row, column: column) else { continue }
            projects.append(
              Project(
                address: CellAddress(table: number, row: row, column: column),
                value: Amount(value, table.form.unit).inYuan.inFen))
          }
        }
      }
    }
    return projects.sorted { $0.value < $1.value }
  }
}

/// The name that stands before an amount in a sentence.
enum ProjectName {
  private static let fillers: [Word] = [
    "安排预算资金", "安排资金", "预算资金", "安排预算", "安排", "预算", "资金", "共计", "合计", "金额", "共", "为",
  ]

  /// The clause before `end`, not further ahead than `start`, without numbering and without words
  /// such as 安排预算资金; where nothing is left of it, the clause before.
  static func before(
    _ end: Int, in scalars: ArraySlice<Unicode.Scalar>, from start: Int
  ) -> ArraySlice<Unicode.Scalar> {
    var end = end
    while end > start {
      let begin =
        scalars[start..<end].lastIndex(where: SentencePatterns.isBreak).map { $0 + 1 } ?? start
      let name = stripped(scalars[begin..<end])
      if !name.isEmpty { return name }
      end = begin - 1
    }
    return scalars[start..<start]
  }

  /// The words without numbering and without words such as 安排预算资金.
  static func stripped(
    _ clause: ArraySlice<Unicode.Scalar>
  ) -> ArraySlice<Unicode.Scalar> {
    var rest = clause.trimmingMarks
    while let filler = rest.ending(among: fillers) {
      rest = rest.dropLast(filler.scalars.count)
    }
    return RowName.bare(rest)
  }
}

extension ExactDecimal {
  /// The same value with two decimals if it can be written so, else without zeros at its end; equal
  /// values are written alike then.
  fileprivate var inFen: ExactDecimal { scale == 2 ? self : rescaled(to: 2) ?? trimmed }
}
