import Budget

extension Rule {
  /// The files of the content and the templates can be read.
  static let previewFileUnreadable = Rule("preview-file-unreadable")

  /// The rules that hold while previewing.
  public static let previewingRules: [Rule] = [previewFileUnreadable]
}
