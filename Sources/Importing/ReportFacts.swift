import Budget

/// What a report is about, as far as its own words say.
struct ReportFacts {
  /// The year of the budget.
  let fiscalYear: Int
  /// What names another year.
  let remarks: [Remark]
  /// Budget or final accounts.
  let kind: Report.Kind

  /// Looks through the words of documents. `folder` is the report's path in the content, `givenYear`
  /// the year that the user gave.
  init(_ documents: [ImportedDocument], folder: String, givenYear: Int?) throws(ImportFailure) {
    let year = try FiscalYear(YearEvidence(documents, folder: folder), given: givenYear)
    fiscalYear = year.year
    remarks = year.remarks
    kind = Self.kind(documents)
  }

  /// What the documents speak of more often.
  private static func kind(_ documents: [ImportedDocument]) -> Report.Kind {
    var texts: [String] = []
    for document in documents {
      for block in document.blocks {
        switch block {
        case .paragraph(let paragraph): texts.append(paragraph.text)
        case .table(let grid):
          texts += grid.cells.lazy.filter { !$0.isNumber && $0.text.utf8.count < 200 }.map(\.text)
            .prefix(200)
        }
      }
      texts.append(document.file)
    }
    let folded = texts.map(\.folded)
    let accounts = folded.count { $0.contains("决算") }
    return accounts > folded.count { $0.contains("预算") } ? .finalAccounts : .budget
  }
}
