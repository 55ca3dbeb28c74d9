import Budget

extension Rule {
  /// A file of the content or the templates could not be read.
  static let previewFileUnreadable = Rule("preview-file-unreadable")
}

/// All rules that previewing knows.
public let previewingRules: [Rule] = [.previewFileUnreadable]
