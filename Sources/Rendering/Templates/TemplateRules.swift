import Budget

extension Rule {
  /// A template is well-formed.
  static let templateSyntax = Rule("template-syntax")
  /// All templates that are needed are there.
  static let templateMissing = Rule("template-missing")
  /// A template of a page is not empty.
  static let templateEmpty = Rule("template-empty")
  /// What goes into another template has a place in it.
  static let templateLostBlock = Rule("template-lost-block")
  /// A template uses only names that the page provides.
  static let templateUnknownName = Rule("template-unknown-name")

  /// The rules that hold for templates.
  public static let templateRules: [Rule] = [
    templateSyntax, templateMissing, templateEmpty, templateLostBlock, templateUnknownName,
  ]
}
