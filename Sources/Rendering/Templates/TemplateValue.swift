/// Values as templates want them.
enum TemplateValue {
  /// The text, or `false` where there is none: a section over it is then left out.
  static func ifAny(_ text: String?) -> Any {
    guard let text, !text.isEmpty else { return false }
    return text
  }
}
