import Budget

/// A form set inferred from tables that no form set knows.
struct FormSetDraft {
  /// The form set, to import with at once.
  let formSet: FormSet
  /// Its file, ready to edit.
  let yaml: String

  /// Infers from all tables in `blocks`.
  init(blocks: [ImportedDocument.Block], year: Int, id: String) {
    var drafts: [DraftForm] = []
    var captions: [String] = []
    for block in blocks {
      switch block {
      case .paragraph(let paragraph):
        // A title stands right over its table.
        captions =
          Caption(paragraph.text, forms: []) == nil && !paragraph.text.folded.hasSuffix("表")
          ? [] : captions + [paragraph.text]
      case .table(let grid):
        for region in DraftRegion.regions(grid) {
          let all = captions + (grid.sheet.map { [$0] } ?? []) + region.captions
          if let draft = Self.draft(grid, region, captions: all, ordinal: drafts.count + 1),
            !drafts.contains(where: { Self.isSame($0, draft) })
          {
            drafts.append(draft)
          }
          captions = []
        }
      }
    }
    let ids = DraftNames.unique(drafts.map(\.id), separator: "-")
    for index in drafts.indices { drafts[index].id = ids[index] }
    formSet = FormSet(id: id, title: "（请填写表样名称）", forms: drafts.map(\.form))
    yaml = DraftText(forms: drafts, year: year).text
  }

  /// The titles of the tables in a grid, those with a heading to each row.
  static func tables(in grid: Grid) -> Set<String> {
    let drafts = DraftRegion.regions(grid).enumerated().compactMap { index, region in
      draft(grid, region, captions: region.captions, ordinal: index + 1)
    }
    return Set(drafts.filter { !$0.isWide }.map { "\($0.title) \($0.columns.map(\.path))" })
  }

  private static func draft(
    _ grid: Grid, _ region: DraftRegion, captions: [String], ordinal: Int
  ) -> DraftForm? {
    let read = captions.compactMap { Caption($0, forms: []) }
    let number = read.compactMap(\.number).last ?? ordinal
    let titles = captions.filter { $0.folded.hasSuffix("表") }.map { text in
      let caption = Caption(text, forms: [])
      return caption == nil ? text.trimmedText : caption?.title ?? ""
    }
    let title = titles.last { $0.count > 2 } ?? "表\(ChineseNumeral.text(number))"
    return DraftFormBuilder(
      grid: grid, region: region, title: title, number: "表" + ChineseNumeral.text(number),
      ordinal: ordinal, unit: read.compactMap(\.unit).last ?? .yuan
    ).draft()
  }

  /// Whether two drafts are pieces of one table, or one table twice.
  private static func isSame(_ left: DraftForm, _ right: DraftForm) -> Bool {
    left.columns.map(\.path) == right.columns.map(\.path)
      && (left.title == right.title || left.number == right.number)
  }
}
