import Budget

/// What the tables of main figures have in common: they scroll sideways within themselves, and the
/// first column stays.
extension HTMLBuffer {
  /// Begins a table that the heading with this id names, up to the first column's title.
  mutating func openFigures(labelledBy id: StaticString, _ firstColumn: StaticString) {
    raw("<div class=\"figures-scroll\" role=\"region\" aria-labelledby=\"")
    raw(id)
    raw("\" tabindex=\"0\">\n<table class=\"figures\">\n<thead><tr>\n<th scope=\"col\">")
    raw(firstColumn)
    raw("</th>\n")
  }

  /// The title of a column of amounts.
  mutating func figuresColumn(_ title: String) {
    raw("<th scope=\"col\" class=\"amount\">")
    text(title)
    raw("</th>\n")
  }

  /// Ends the titles and begins the rows.
  mutating func beginFigures() {
    raw("</tr></thead>\n<tbody>\n")
  }

  /// Ends the table.
  mutating func closeFigures() {
    raw("</table>\n</div>\n")
  }

  /// A sum over so many reports, and how many of them have the figure if not all do.
  mutating func sum(_ column: YearTotals.Column, of reports: Int) {
    text(column.text)
    if column.count < reports {
      raw("<small>其中")
      number(column.count)
      raw("份有此数</small>")
    }
  }

  /// A figure as its table prints it, with its `link` in the report at `folder`.
  mutating func figureLink(
    _ value: ExactDecimal, decimals: Int, _ link: String, in folder: String
  ) {
    raw("<a href=\"")
    text(folder + LinkFragment.encodedLink(link))
    raw("\">")
    text(AmountText.text(value, decimals: decimals))
    raw("</a>")
  }
}
