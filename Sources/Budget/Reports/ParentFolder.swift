extension String {
  /// The folder that a path within the content or the site lies in; empty at the top.
  package var parentFolder: Substring {
    utf8.lastIndex(of: UInt8(ascii: "/")).map { self[..<$0] } ?? ""
  }
}
