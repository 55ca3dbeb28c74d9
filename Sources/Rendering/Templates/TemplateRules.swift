import Budget

extension Rule {
  /// A template is not well-formed.
  static let templateSyntax = Rule("template-syntax", "模板写法要正确")
  /// A template that is needed is not there.
  static let templateMissing = Rule("template-missing", "页面用到的模板都要有")
  /// A template uses a name that the page does not provide.
  static let templateUnknownName = Rule("template-unknown-name", "模板只能用页面提供的名称")
}

/// All rules that rendering knows.
public let renderingRules: [Rule] = [.templateSyntax, .templateMissing, .templateUnknownName]
