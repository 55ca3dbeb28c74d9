import Budget

extension Rule {
  /// The file is YAML.
  static let yamlSyntax = Rule("yaml-syntax")
  /// No backslash between double quotes means what it does not look like.
  static let yamlEscape = Rule("yaml-escape")
  /// Only known keys stand in it.
  static let yamlUnknownKey = Rule("yaml-unknown-key")
  /// All necessary keys stand in it.
  static let yamlMissingKey = Rule("yaml-missing-key")
  /// A value is of the kind that its key asks for.
  static let yamlWrongType = Rule("yaml-wrong-type")
  /// A value is one that its key allows.
  static let yamlInvalidValue = Rule("yaml-invalid-value")
  /// No key stands twice.
  static let yamlDuplicateKey = Rule("yaml-duplicate-key")
  /// No anchors and aliases.
  static let yamlAlias = Rule("yaml-alias")
  /// Not nested without end.
  static let yamlDepth = Rule("yaml-depth")
  /// Of a size that people write.
  static let yamlSize = Rule("yaml-size")

  /// The rules that hold for every YAML file.
  public static let yamlRules: [Rule] = [
    yamlSyntax, yamlEscape, yamlUnknownKey, yamlMissingKey, yamlWrongType, yamlInvalidValue,
    yamlDuplicateKey, yamlAlias, yamlDepth, yamlSize,
  ]
}
