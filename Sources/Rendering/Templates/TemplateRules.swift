import Budget

extension Rule {
  /// A template is well-formed.
  static let templateSyntax = Rule("template-syntax")
  /// All templates that are needed are there.
  static let templateMissing = Rule("template-missing")
  /// A template uses only names that the page provides.
  static let templateUnknownName = Rule("template-unknown-name")

  /// The rules that hold for templates.
  public static let templateRules: [Rule] = [templateSyntax, templateMissing, templateUnknownName]
}
