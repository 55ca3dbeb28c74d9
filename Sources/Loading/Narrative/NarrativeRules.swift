import Budget

extension Rule {
  /// A report has a narrative.
  public static let narrativeMissing = Rule("narrative-missing", "报告要有情况说明 narrative.md")
  /// The narrative is of a size that people write.
  public static let narrativeSize = Rule("narrative-size", "情况说明不能过大")
  /// The narrative is not nested without end.
  public static let narrativeDepth = Rule("narrative-depth", "情况说明的层次不能过深")
  /// No HTML in Markdown.
  public static let rawHTML = Rule("raw-html", "情况说明里不写 HTML")
  /// Links lead to ordinary addresses.
  public static let unsafeLink = Rule("unsafe-link", "链接只能是网址、邮箱或站内地址")
  /// Links within the site stay within it.
  public static let linkDestination = Rule("link-destination", "站内链接要写明目标，并留在本站之内")
  /// Pictures lie with the report.
  public static let imageSource = Rule("image-source", "图片要放在报告文件夹里")
  /// A chart that is placed is one of the form set.
  public static let chartUnknown = Rule("chart-unknown", "放置的图要在表样的 charts 里")
  /// A chart or the list of tables has a paragraph of its own.
  public static let placementInText = Rule("placement-in-text", "图和表格目录要单独成段")
  /// A figure's binding is written so that it is one.
  public static let figureLink = Rule("figure-link", "数据来源要写完整")
  /// The signs of a binding are those of Markdown, not their look-alikes.
  public static let bindingNotation = Rule("binding-notation", "数据来源要用半角的方括号、圆括号和等号，中间不空格")
  /// No signs of emphasis that had no effect.
  public static let leftoverEmphasis = Rule("leftover-emphasis", "正文里不应留下没有生效的“**”")
  /// What is meant as a heading is one.
  public static let headingNotation = Rule("heading-notation", "标题的“#”后面要空一个英文空格")
  /// No code blocks by accident.
  public static let accidentalCode = Rule("accidental-code", "段落前不要空四格以上")

  /// The rules that hold for narratives.
  public static let narrativeRules: [Rule] = [
    narrativeMissing, narrativeSize, narrativeDepth, rawHTML, unsafeLink, linkDestination,
    imageSource, chartUnknown, placementInText, figureLink, bindingNotation, leftoverEmphasis,
    headingNotation, accidentalCode,
  ]
}
