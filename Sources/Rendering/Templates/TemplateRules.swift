import Budget

extension Rule {
  /// A template is not well-formed.
  static let templateSyntax = Rule("template-syntax")
  /// A template that is needed is not there.
  static let templateMissing = Rule("template-missing")
  /// A template uses a name that the page does not provide.
  static let templateUnknownName = Rule("template-unknown-name")
}

/// All rules that rendering knows.
public let renderingRules: [Rule] = [.templateSyntax, .templateMissing, .templateUnknownName]
