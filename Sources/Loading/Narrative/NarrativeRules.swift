import Budget

extension Rule {
  /// A report has a narrative.
  static let narrativeMissing = Rule("narrative-missing")
  /// A narrative is more than headings and tables.
  static let narrativeWithoutWords = Rule("narrative-without-words")
  /// The narrative is of a size that people write.
  static let narrativeSize = Rule("narrative-size")
  /// The narrative is not nested without end.
  static let narrativeDepth = Rule("narrative-depth")
  /// No HTML in Markdown.
  static let rawHTML = Rule("raw-html")
  /// Links lead to ordinary addresses.
  static let unsafeLink = Rule("unsafe-link")
  /// Links within the site stay within it.
  static let linkDestination = Rule("link-destination")
  /// Pictures lie with the report.
  static let imageSource = Rule("image-source")
  /// A chart that is placed is one of the form set.
  static let chartUnknown = Rule("chart-unknown")
  /// A chart or the list of tables has a paragraph of its own.
  static let placementInText = Rule("placement-in-text")
  /// A chart or the list of tables is placed once.
  static let placementTwice = Rule("placement-twice")
  /// A figure's binding is written so that it is one.
  static let figureLink = Rule("figure-link")
  /// The signs of a binding are those of Markdown, not their look-alikes.
  static let bindingNotation = Rule("binding-notation")
  /// No signs of emphasis that had no effect.
  static let leftoverEmphasis = Rule("leftover-emphasis")
  /// What is meant as a heading is one.
  static let headingNotation = Rule("heading-notation")
  /// No code blocks by accident.
  static let accidentalCode = Rule("accidental-code")
  /// No footnotes: Markdown takes one for a link's address, and its words are lost.
  static let footnote = Rule("footnote")
  /// No tables drawn with signs, which have no effect.
  static let tableNotation = Rule("table-notation")
  /// What is meant as a picture is one.
  static let imageNotation = Rule("image-notation")

  /// The rules that hold for narratives.
  public static let narrativeRules: [Rule] = [
    narrativeMissing, narrativeWithoutWords, narrativeSize, narrativeDepth, rawHTML, unsafeLink,
    linkDestination, imageSource, chartUnknown, placementInText, placementTwice, figureLink,
    bindingNotation,
    leftoverEmphasis, headingNotation, accidentalCode, footnote, tableNotation, imageNotation,
  ]
}
