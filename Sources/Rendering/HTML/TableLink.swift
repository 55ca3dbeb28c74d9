import Budget

extension HTMLBuffer {
  /// Appends `words` as a link to the page of a form's table, as the report's other pages have it.
  mutating func link(toTableOf form: Form, _ words: String) {
    raw("<a href=\"")
    text(form.id)
    raw(".html\">")
    text(words)
    raw("</a>")
  }
}
