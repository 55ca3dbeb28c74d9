/// What a workbook's styles say about cells.
struct WorkbookStyles {
  /// A cell's style.
  struct Style {
    /// How numbers are shown.
    let format: NumberFormat
    /// How far words are indented, in half-width characters.
    let indentation: Int
  }

  private let styles: [Style]

  /// The styles of `xl/styles.xml`.
  init(_ root: MarkupElement?) {
    var codes: [String: String] = [:]
    for format in root?.first("numFmts")?.all("numFmt") ?? [] {
      if let id = format["numFmtId"] { codes[id] = format["formatCode"] }
    }
    styles = (root?.first("cellXfs")?.all("xf") ?? []).map { style in
      let id = style["numFmtId"] ?? "0"
      let format =
        codes[id].map { NumberFormat($0) } ?? NumberFormat(builtIn: Int(id) ?? 0)
      // One step of Excel's indentation is about as wide as one Chinese character and a half.
      let steps = style.first("alignment")?["indent"].flatMap { Int($0) } ?? 0
      return Style(format: format, indentation: min(30, max(0, steps)) * 2)
    }
  }

  /// The style with this index.
  func style(_ index: String?) -> Style {
    guard let number = Int(index ?? "0"), styles.indices.contains(number) else {
      return Style(format: .general, indentation: 0)
    }
    return styles[number]
  }
}
