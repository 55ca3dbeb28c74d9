import Budget

extension Rule {
  /// The file is YAML.
  public static let yamlSyntax = Rule("yaml-syntax", "配置文件要符合 YAML 的写法")
  /// Only known keys stand in it.
  public static let yamlUnknownKey = Rule("yaml-unknown-key", "配置文件里只写约定的键")
  /// All necessary keys stand in it.
  public static let yamlMissingKey = Rule("yaml-missing-key", "必填的键不能缺少或留空")
  /// A value is of the kind that its key asks for.
  public static let yamlWrongType = Rule("yaml-wrong-type", "值的形式（文字、列表、键值）要与键相符")
  /// A value is one that its key allows.
  public static let yamlInvalidValue = Rule("yaml-invalid-value", "值要在允许的范围内")
  /// No key stands twice.
  public static let yamlDuplicateKey = Rule("yaml-duplicate-key", "同一个键只写一次")
  /// No anchors and aliases.
  public static let yamlAlias = Rule("yaml-alias", "不使用 YAML 的锚点（&）和别名（*）")
  /// Not nested without end.
  public static let yamlDepth = Rule("yaml-depth", "配置文件的层次不能过深")
  /// Of a size that people write.
  public static let yamlSize = Rule("yaml-size", "配置文件不能过大")

  /// The rules that hold for every YAML file.
  public static let yamlRules: [Rule] = [
    yamlSyntax, yamlUnknownKey, yamlMissingKey, yamlWrongType, yamlInvalidValue, yamlDuplicateKey,
    yamlAlias, yamlDepth, yamlSize,
  ]
}
