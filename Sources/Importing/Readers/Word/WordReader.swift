/// Reads `.docx`: the flow of paragraphs and tables, with Word's own numbers put into the words.
struct WordReader {
  private let archive: Archive
  private let file: String
  private let styles: WordStyles
  private var numbering: WordNumbering
  private let links: [String: (type: String, target: String)]
  private var blocks: [ImportedDocument.Block] = []
  private var asides: [ImportedDocument.Aside] = []
  private var paragraphs = 0
  private var tables = 0
  private var pictures = 0

  /// The document in `archive`.
  static func document(_ archive: Archive) throws -> ImportedDocument {
    let part =
      Archive.target(of: "officeDocument", in: try archive.relationships(of: ""))
      ?? "word/document.xml"
    guard let body = try archive.xml(part)?.first("body") else {
      throw ImportFailure(.content, file: archive.file, "Word 文件里没有正文，文件可能已损坏。请用 Word/WPS 另存后再导入。")
    }
    var reader = try WordReader(archive, part: part)
    try reader.addBlocks(of: body)
    try reader.addOtherParts()
    return ImportedDocument(file: archive.file, blocks: reader.blocks, asides: reader.asides)
  }

  private init(_ archive: Archive, part: String) throws {
    self.archive = archive
    file = archive.file
    let links = try archive.relationships(of: part)
    func linked(_ type: String) throws -> MarkupElement? {
      try Archive.target(of: type, in: links).flatMap { try archive.xml($0) }
    }
    self.links = links
    styles = WordStyles(try linked("styles"))
    numbering = WordNumbering(try linked("numbering"))
  }

  private mutating func addBlocks(of element: MarkupElement) throws {
    for child in element.children {
      switch child.name {
      case "p": try addParagraph(child)
      case "tbl": try addTable(child)
      case "sectPr", "sdtPr", "del", "moveFrom": break
      case "AlternateContent": try addBlocks(of: child.first("Choice") ?? child)
      default: try addBlocks(of: child)
      }
    }
  }

  private mutating func addParagraph(_ element: MarkupElement) throws {
    paragraphs += 1
    let place = Place(file: file, within: "第 \(paragraphs) 段")
    let properties = element.first("pPr")
    let words = WordText(element)
    let text = numbered(words.text, properties)
    if !text.isBlankText {
      let role = styles.role(properties)
      // A line break within a paragraph is a new line to readers, and so to the headings.
      for line in text.split(whereSeparator: \.isNewline) where !line.isBlankText {
        blocks.append(
          .paragraph(ImportedDocument.Paragraph(text: String(line), role: role, place: place)))
      }
    }
    try addAsides(of: words, at: place)
    for box in words.boxes { try addBlocks(of: box) }
  }

  /// The words with the number that Word shows before them; an empty numbered paragraph stays empty.
  private mutating func numbered(_ text: String, _ properties: MarkupElement?) -> String {
    guard let (list, level) = styles.numbering(properties) else { return text }
    let number = numbering.next(list, level: level)
    guard !text.isBlankText, !number.isEmpty else { return text.isBlankText ? "" : text }
    let isOpen = number.unicodeScalars.last.map { $0.isASCII } ?? false
    return number + (isOpen ? " " : "") + text
  }

  private mutating func addTable(_ element: MarkupElement) throws {
    tables += 1
    let number = tables
    var nested: [MarkupElement] = []
    var cells: [Grid.Cell] = []
    for slot in WordTable(element).slots() {
      let place = Place(
        file: file, within: "第 \(number) 个表格第 \(slot.row + 1) 行第 \(slot.index + 1) 格")
      var lines: [String] = []
      var indentation = 0
      for paragraph in slot.element.descendants(["p", "tbl"]) {
        guard paragraph.name == "p" else {
          nested.append(paragraph)
          continue
        }
        let properties = paragraph.first("pPr")
        let words = WordText(paragraph)
        if lines.isEmpty { indentation = WordStyles.indentation(properties) }
        lines.append(numbered(words.text, properties))
        try addAsides(of: words, at: place)
        for box in words.boxes { lines += box.descendants(["p"]).map { WordText($0).text } }
      }
      while let last = lines.last, last.isBlankText { lines.removeLast() }
      cells.append(
        Grid.Cell(
          text: lines.joined(separator: "\n"), row: slot.row, column: slot.column,
          rowSpan: slot.rowSpan, columnSpan: slot.columnSpan, indentation: indentation,
          place: place))
    }
    blocks.append(.table(try Grid.laidOut(cells, knowsSpans: true, file: file)))
    for table in nested { try addTable(table) }
  }

  private mutating func addAsides(of words: WordText, at place: Place) throws {
    if !words.hidden.isBlankText { addAside(.hidden, words.hidden, place) }
    if !words.deleted.isBlankText { addAside(.other, "修订中已删除的文字：" + words.deleted, place) }
    for _ in 0..<words.objects { addAside(.other, "图表或嵌入对象", place) }
    for id in words.pictures {
      guard let target = links[id]?.target, let bytes = try archive.bytes(target) else { continue }
      pictures += 1
      let ending = target.split(separator: ".").last.map { "." + $0.lowercased() } ?? ""
      asides.append(
        ImportedDocument.Aside(
          kind: .picture, text: "",
          attachment: ImportedFile(path: "picture-\(pictures)\(ending)", bytes: bytes),
          place: place))
    }
  }

  private mutating func addAside(
    _ kind: ImportedDocument.Aside.Kind, _ text: String, _ place: Place
  ) {
    asides.append(ImportedDocument.Aside(kind: kind, text: text.trimmedText, place: place))
  }

  private mutating func addOtherParts() throws {
    let kinds: [String: ImportedDocument.Aside.Kind] = [
      "header": .pageMargin, "footer": .pageMargin, "footnotes": .footnote,
      "endnotes": .footnote, "comments": .comment,
    ]
    for (type, target) in links.values.sorted(by: { ($0.target, $0.type) < ($1.target, $1.type) }) {
      guard let kind = kinds[type], let root = try archive.xml(target) else { continue }
      let parts = kind == .pageMargin ? [root] : root.children.filter { $0["type"] == nil }
      for (index, part) in parts.enumerated() {
        let text = part.descendants(["p"]).map { WordText($0).text }.joined(separator: "\n")
        // A page number alone is Word's, not the report's.
        guard text.unicodeScalars.contains(where: { $0.isChinese || $0.properties.isAlphabetic })
        else { continue }
        let place = Place(file: file, within: "\(kind.rawValue) \(index + 1)")
        addAside(kind, text, place)
      }
    }
    if archive.members.contains(where: { $0.hasSuffix("vbaProject.bin") }) {
      addAside(.other, "宏（没有运行，也没有导入）", Place(file: file, within: ""))
    }
  }
}
