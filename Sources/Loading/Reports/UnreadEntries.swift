import Budget

extension FolderListing {
  /// Says what in the folder is not read: a report that nobody reads would not be published, and
  /// where it was, it would be taken out of the site.
  func unreadFindings(below root: String) -> [Finding] {
    let folder = path.isEmpty ? root : root + "/" + path
    return unread.map { entry in
      switch entry {
      case .misnamed(let bytes):
        Finding(
          .nameEncoding, at: SourcePosition(file: folder),
          "这个文件夹里有一个文件或文件夹的名称不是 UTF-8 编码，读不了\(Self.reading(of: bytes))。"
            + "多半是解压时编码不对；请改名，或换一种方式重新解压。")
      case .irregular(let name):
        Finding(
          .notRegular, at: SourcePosition(file: folder + "/" + name), severity: .warning,
          "这是一个链接（或管道、设备），不读取，里面的内容不会公开。要公开的，请把文件或文件夹本身放进来。")
      }
    }
  }

  /// What a name is on a Chinese Windows, in whose encoding most such names are.
  private static func reading(of name: [UInt8]) -> String {
    let reading = Iconv.convert(name[...], from: SourceEncoding.gb18030.name)
    guard case .converted(let bytes) = reading else { return "" }
    return "（按中文 Windows 的编码读是“\(String(decoding: bytes, as: UTF8.self).excerpt)”）"
  }
}
