import Budget

extension Rule {
  /// A file of the content or the templates could not be read.
  static let previewFileUnreadable = Rule("preview-file-unreadable", "预览时要能读取内容和模板文件")
}

/// All rules that previewing knows.
public let previewingRules: [Rule] = [.previewFileUnreadable]
