/// What a Word file's styles say about paragraphs.
struct WordStyles {
  private struct Style {
    let name: String
    let parent: String?
    let properties: MarkupElement?
  }

  private var styles: [String: Style] = [:]

  /// The styles of `word/styles.xml`.
  init(_ root: MarkupElement?) {
    for element in root?.all("style") ?? [] where element["type"] == "paragraph" {
      guard let id = element["styleId"] else { continue }
      styles[id] = Style(
        name: element.value("name")?.lowercased() ?? "", parent: element.value("basedOn"),
        properties: element.first("pPr"))
    }
  }

  /// What a paragraph with these properties is.
  func role(_ properties: MarkupElement?) -> ImportedDocument.Paragraph.Role {
    let chain = chain(properties?.value("pStyle"))
    for style in chain {
      let name = style.name.filter { $0 != " " }
      if name.hasPrefix("toc") || name.hasPrefix("目录") { return .contents }
      if name == "title" || name == "标题" { return .title }
      for prefix in ["heading", "标题"] where name.hasPrefix(prefix) {
        // Word has nine levels; a style with another number is called so by chance.
        if let level = Int(name.dropFirst(prefix.count)), (1...9).contains(level) {
          return .heading(level)
        }
      }
    }
    let outline =
      properties?.value("outlineLvl")
      ?? chain.lazy.compactMap { $0.properties?.value("outlineLvl") }.first
    if let outline, let level = Int(outline), (0..<9).contains(level) { return .heading(level + 1) }
    return .body
  }

  /// The numbering that a paragraph has: the list's id and the level in it.
  func numbering(_ properties: MarkupElement?) -> (id: String, level: Int)? {
    let candidates =
      [properties?.first("numPr")]
      + chain(properties?.value("pStyle")).map { $0.properties?.first("numPr") }
    for case .some(let numbering) in candidates {
      guard let id = numbering.value("numId") else { continue }
      return id == "0" ? nil : (id, numbering.value("ilvl").flatMap { Int($0) } ?? 0)
    }
    return nil
  }

  private static let maximumIndentation = 200

  /// How far a paragraph is indented by its own properties, in half-width characters.
  static func indentation(_ properties: MarkupElement?) -> Int {
    guard let indent = properties?.first("ind") else { return 0 }
    func width(_ characters: [String], _ twips: [String]) -> Int {
      for name in characters {
        if let text = indent[name], let hundredths = Int(text), hundredths != 0 {
          return min(maximumIndentation, max(0, hundredths / 50))
        }
      }
      for name in twips {
        if let text = indent[name], let value = Int(text) {
          return (min(maximumIndentation * 105, max(0, value)) + 52) / 105
        }
      }
      return 0
    }
    return width(["leftChars", "startChars"], ["left", "start"])
      + width(["firstLineChars"], ["firstLine"])
  }

  private func chain(_ id: String?) -> [Style] {
    var result: [Style] = []
    var next = id
    while let id = next, let style = styles[id], result.count < 20 {
      result.append(style)
      next = style.parent
    }
    return result
  }
}
