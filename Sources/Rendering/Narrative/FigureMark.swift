import Budget

/// How a bound figure of the narrative appears: linked to where it comes from.
struct FigureMark {
  /// The id within the page, made of the figure's words; the tables link back to it.
  let id: String
  /// Where the figure leads: its cell on another page, or its explanation on this one.
  let href: String?
  /// What is special about it, as a class name.
  let kind: StaticString?
  /// The editor's note beside it; empty if there is none.
  let note: String

  /// That of a figure that nothing is known of: none, just its words.
  static let none = FigureMark(id: "", href: nil, kind: nil, note: "")

  /// Appends the figure's words with their link and note.
  func render(_ figure: BoundFigure, into html: inout HTMLBuffer) {
    guard !id.isEmpty else { return html.text(figure.text) }
    html.raw(href == nil ? "<span" : "<a")
    html.raw(" class=\"figure")
    if let kind {
      html.raw(" ")
      html.raw(kind)
    }
    html.raw("\" id=\"")
    html.text(id)
    if let href {
      html.raw("\" href=\"")
      html.text(href)
    }
    html.raw("\">")
    html.text(figure.text)
    html.raw(href == nil ? "</span>" : "</a>")
    guard !note.isEmpty else { return }
    html.raw("<span class=\"editor-note\" role=\"note\">（编者注：")
    html.text(note)
    html.raw("）</span>")
  }
}
