/// The words of a Word paragraph, and what stands among them that is not words.
struct WordText {
  /// The words.
  private(set) var text = ""
  /// Pictures, by the ids of their relationships.
  private(set) var pictures: [String] = []
  /// Charts and embedded objects.
  private(set) var objects = 0
  /// Text boxes: their contents.
  private(set) var boxes: [MarkupElement] = []
  /// Words that are hidden in Word.
  private(set) var hidden = ""
  /// Words that a tracked change deletes.
  private(set) var deleted = ""

  /// The words of a paragraph.
  init(_ paragraph: MarkupElement) {
    add(paragraph)
  }

  private mutating func add(_ element: MarkupElement) {
    for child in element.children {
      switch child.name {
      case "r": addRun(child)
      case "del", "moveFrom": deleted += child.descendants(["delText", "t"]).map(\.text).joined()
      case "pPr", "rPr", "sdtPr": break
      case "AlternateContent": add(child.first("Choice") ?? child)
      case "oMath", "oMathPara": text += child.descendants(["t"]).map(\.text).joined()
      default: add(child)
      }
    }
  }

  private mutating func addRun(_ run: MarkupElement) {
    if let vanish = run.first("rPr")?.first("vanish"), vanish["val"] != "0",
      vanish["val"] != "false"
    {
      hidden += run.descendants(["t"]).map(\.text).joined()
      return
    }
    for child in run.children {
      switch child.name {
      case "t": text += child.text
      case "tab", "ptab": text += "\t"
      case "br", "cr":
        if child["type"] == nil || child["type"] == "textWrapping" { text += "\n" }
      case "noBreakHyphen": text += "-"
      case "sym":
        if let code = child["char"].flatMap({ UInt32($0, radix: 16) }),
          let scalar = Unicode.Scalar(code)
        {
          text.unicodeScalars.append(scalar)
        }
      case "drawing", "pict", "object": addDrawing(child)
      case "AlternateContent":
        (child.first("Choice") ?? child.first("Fallback")).map { addDrawing($0) }
      case "ruby": text += child.first("rubyBase")?.text ?? ""
      default: break
      }
    }
  }

  private mutating func addDrawing(_ element: MarkupElement) {
    boxes += element.descendants(["txbxContent"])
    pictures += element.descendants(["blip", "imagedata"]).compactMap { $0["embed"] ?? $0["id"] }
    objects += element.descendants(["chart", "OLEObject", "relIds"]).count
  }
}
