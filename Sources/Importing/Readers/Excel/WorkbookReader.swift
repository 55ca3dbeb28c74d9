/// Reads `.xlsx`: each sheet is a grid, in the order of the tabs, or words with grids among them.
enum WorkbookReader {
  /// The workbook in `archive`.
  static func document(_ archive: Archive) throws -> ImportedDocument {
    let part =
      Archive.target(of: "officeDocument", in: try archive.relationships(of: ""))
      ?? "xl/workbook.xml"
    guard let workbook = try archive.xml(part) else {
      throw ImportFailure(.content, file: archive.file, "Excel 文件里没有工作簿，文件可能已损坏。请另存后再导入。")
    }
    let links = try archive.relationships(of: part)
    func linked(_ type: String) throws -> MarkupElement? {
      try Archive.target(of: type, in: links).flatMap { try archive.xml($0) }
    }
    let strings = try linked("sharedStrings")?.all("si").map { SheetReader.words($0) } ?? []
    let styles = WorkbookStyles(try linked("styles"))
    var document = ImportedDocument(file: archive.file, blocks: [])
    for sheet in workbook.first("sheets")?.all("sheet") ?? [] {
      guard let name = sheet["name"], let target = sheet["id"].flatMap({ links[$0]?.target }),
        target.contains("worksheets/"), let root = try archive.xml(target)
      else { continue }
      let reader = SheetReader(name: name, file: archive.file, strings: strings, styles: styles)
      let grids = try reader.grids(root)
      let isHidden = sheet["state"].map { $0 != "visible" } ?? false
      if let grid = grids.shown {
        if isHidden {
          document.asides.append(
            hidden(grid, "隐藏的工作表“\(name)”", sheet: name, file: archive.file))
        } else {
          document.blocks += SheetProse.blocks(grid)
        }
      }
      if let grid = grids.hidden {
        document.asides.append(
          hidden(grid, "工作表“\(name)”里隐藏的行或列", sheet: name, file: archive.file))
      }
      try addAsides(of: target, sheet: name, root: root, archive, to: &document)
    }
    addPictures(archive, to: &document)
    return document
  }

  /// What a workbook hides was not meant for readers, and is not published; it is kept aside.
  private static func hidden(
    _ grid: Grid, _ what: String, sheet: String, file: String
  ) -> ImportedDocument.Aside {
    ImportedDocument.Aside(
      kind: .hidden, text: what,
      attachment: ImportedFile(path: "hidden-\(sheet).tsv", text: TSVText.text(of: grid)),
      place: Place(file: file, within: "工作表“\(sheet)”"))
  }

  private static func addAsides(
    of part: String, sheet: String, root: MarkupElement, _ archive: Archive,
    to document: inout ImportedDocument
  ) throws {
    let place = Place(file: archive.file, within: "工作表“\(sheet)”")
    for (type, target) in try archive.relationships(of: part).values.sorted(by: {
      $0.target < $1.target
    }) where type == "comments" {
      for comment in try archive.xml(target)?.first("commentList")?.all("comment") ?? [] {
        let words = SheetReader.words(comment.first("text")).trimmedText
        let within = place.within + (comment["ref"] ?? "")
        document.asides.append(
          ImportedDocument.Aside(
            kind: .comment, text: words, place: Place(file: archive.file, within: within)))
      }
    }
    let margins = root.first("headerFooter")?.children.map(\.text).joined(separator: " ") ?? ""
    if margins.unicodeScalars.contains(where: \.isChinese) {
      document.asides.append(
        ImportedDocument.Aside(kind: .pageMargin, text: margins, place: place))
    }
  }

  private static func addPictures(_ archive: Archive, to document: inout ImportedDocument) {
    let place = Place(file: archive.file, within: "")
    for name in archive.members.sorted() where name.hasPrefix("xl/media/") {
      guard let bytes = try? archive.bytes(name) else { continue }
      let path = name.split(separator: "/").last.map(String.init) ?? name
      document.asides.append(
        ImportedDocument.Aside(
          kind: .picture, text: "", attachment: ImportedFile(path: path, bytes: bytes),
          place: place))
    }
    if archive.members.contains(where: { $0.hasSuffix("vbaProject.bin") }) {
      document.asides.append(
        ImportedDocument.Aside(kind: .other, text: "宏（没有运行，也没有导入）", place: place))
    }
    if archive.members.contains(where: { $0.hasPrefix("xl/charts/") }) {
      document.asides.append(
        ImportedDocument.Aside(kind: .other, text: "Excel 图表（网站的图表由表格数据生成）", place: place))
    }
  }
}
