/// Reads a file in whatever format it turns out to have, by its first bytes rather than its name.
public struct DocumentReader: Sendable {
  private let tools: ImportTools

  /// A reader that uses these effects.
  init(tools: ImportTools) {
    self.tools = tools
  }

  /// The endings of what LibreOffice has to save anew, and what it is saved as.
  private static let conversions: KeyValuePairs = [
    "doc": "docx", "xls": "xlsx", "wps": "docx", "et": "xlsx", "odt": "docx", "ods": "xlsx",
    "rtf": "docx", "xlsb": "xlsx",
  ]

  /// The endings of text that Word saved.
  private static let textEndings = ["txt", "text", "prn"]

  /// The endings of all files that can be imported.
  public static let endings = ["docx", "xlsx", "txt"] + conversions.map(\.key)

  /// What can be imported, for people.
  public static let formats =
    ".docx、.xlsx 和由 Word 转存的文本；"
    + conversions.map { "." + $0.key }.joined(separator: "、") + " 需安装 LibreOffice"

  /// The largest file that is read.
  static let maximumSize = 100 << 20
  /// What Office wrote before 2007, and writes around encrypted files today.
  private static let compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0]

  /// The document in the file at `path`.
  func document(path: String) throws -> ImportedDocument {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard let bytes = try tools.read(path) else {
      throw ImportFailure(.environment, file: path, "找不到这个文件。")
    }
    guard !bytes.isEmpty else { throw ImportFailure(.content, file: name, "文件是空的。") }
    guard bytes.count <= Self.maximumSize else {
      throw ImportFailure(.content, file: name, "文件超过 \(Self.maximumSize >> 20) MB，没有打开。")
    }
    let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
    if bytes.starts(with: Self.compound) {
      if ["docx", "xlsx", "docm", "xlsm"].contains(ending) {
        throw ImportFailure(.content, file: name, "文件设了密码，或其实是旧格式。请打开后取消密码，另存为 .\(ending) 再导入。")
      }
      return try converted(path, name: name, ending: ending)
    }
    if bytes.starts(with: [0x50, 0x4B]) {
      return try copied(bytes, ending: ending) { copy in
        try unpacked(copy, name: name, ending: ending)
      }
    }
    try refuseDisguise(bytes, name: name, ending: ending)
    if Self.target(of: ending) != nil {
      return try converted(path, name: name, ending: ending)
    }
    guard let text = tools.decode(bytes), !name.contains(".") || Self.textEndings.contains(ending)
    else { throw ImportFailure(.content, file: name, "不认识这种文件。能导入的有 \(Self.formats)。") }
    return try TabbedTextReader.document(text, file: name)
  }

  /// Refuses what only calls itself a document: systems export web pages and CSV under the names of
  /// workbooks, and Office opens them all the same.
  private func refuseDisguise(_ bytes: [UInt8], name: String, ending: String) throws {
    if bytes.starts(with: Array("%PDF".utf8)) {
      throw ImportFailure(.content, file: name, "PDF 里没有表格结构，不能导入。请找做 PDF 用的 Word 或 Excel 文件。")
    }
    let start = String(decoding: bytes.prefix(4096), as: UTF8.self).lowercased()
    if start.contains("<html") || start.contains("<table") || start.contains("<!doctype html") {
      throw ImportFailure(
        .content, file: name, "这其实是网页，不是 Office 文件。请用 Excel 或 WPS 打开，另存为 .xlsx 或 .docx 再导入。")
    }
    if ending == "csv" {
      throw ImportFailure(
        .content, file: name,
        "CSV 不用导入：第一行改成表样的列名，放进报告的 tables 文件夹就行。要自动认表头，请另存为 .xlsx 再导入。")
    }
    if ending == "md" || ending == "markdown" {
      throw ImportFailure(
        .content, file: name, "Markdown 不用导入：改名为 narrative.md，放进报告的文件夹就行。")
    }
    guard ["docx", "xlsx", "docm", "xlsm"].contains(ending) else { return }
    if !start.contains("\0"), tools.decode(bytes) != nil {
      throw ImportFailure(
        .content, file: name, "这其实是文本文件，不是 .\(ending)。请用 Excel、Word 或 WPS 打开，另存为 .\(ending) 再导入。")
    }
    throw ImportFailure(
      .content, file: name, "不是完整的 .\(ending) 文件（开头不对），可能没有下载完。请重新取得原文件。")
  }

  /// Calls a function with a copy of the file under a name that no program takes for a pattern or
  /// an option: browsers save 预算[1].docx, and unzip would look for 预算1.docx.
  private func copied(
    _ bytes: [UInt8], ending: String, _ body: (String) throws -> ImportedDocument
  ) throws -> ImportedDocument {
    var document: ImportedDocument?
    try tools.withTemporaryFolder { folder in
      let isPlain = ending.utf8.allSatisfy { (0x61...0x7A).contains($0) }
      let copy = folder + "/source." + (isPlain ? ending : "file")
      try tools.write(bytes, copy)
      document = try body(copy)
    }
    return document ?? ImportedDocument(file: "", blocks: [])
  }

  private func unpacked(_ path: String, name: String, ending: String) throws -> ImportedDocument {
    let archive = try Archive(path: path, file: name, tools: tools)
    if archive.members.contains("word/document.xml") { return try WordReader.document(archive) }
    if archive.members.contains(where: { $0.hasPrefix("xl/workbook.") }) {
      guard archive.members.contains("xl/workbook.xml") else {
        return try converted(path, name: name, ending: "xlsb")
      }
      return try WorkbookReader.document(archive)
    }
    let mime = try archive.bytes("mimetype").map { String(decoding: $0, as: UTF8.self) } ?? ""
    if mime.contains("opendocument.text") {
      return try converted(path, name: name, ending: "odt")
    }
    if mime.contains("opendocument.spreadsheet") {
      return try converted(path, name: name, ending: "ods")
    }
    throw ImportFailure(.content, file: name, "压缩包里没有 Word 文档，也没有 Excel 工作簿，不能导入。")
  }

  private static func target(of ending: String) -> String? {
    conversions.first { $0.key == ending }?.value
  }

  /// Has LibreOffice save the file in the present format, and reads that.
  private func converted(_ path: String, name: String, ending: String) throws -> ImportedDocument {
    guard let target = Self.target(of: ending) else {
      throw ImportFailure(.content, file: name, "不认识这种文件（.\(ending)）。请另存为 .docx 或 .xlsx 再导入。")
    }
    guard let bytes = try tools.read(path) else {
      throw ImportFailure(.environment, file: path, "找不到这个文件。")
    }
    return try copied(bytes, ending: ending) { copy in
      let folder = copy.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 }
      let output = try tools.run(
        "soffice",
        [
          "--headless", "--norestore", "-env:UserInstallation=file://\(folder)/profile",
          "--convert-to", target, "--outdir", folder + "/converted", copy,
        ], 1 << 20)
      guard let output else {
        throw ImportFailure(
          .environment, file: name,
          "读 .\(ending) 要用 LibreOffice，这台电脑没有安装。请用 Word/WPS 另存为 .\(target)，"
            + "或安装：apt install libreoffice-writer libreoffice-calc")
      }
      let result = folder + "/converted/source." + target
      guard output.status == 0, try tools.read(result) != nil else {
        throw ImportFailure(
          .content, file: name, "LibreOffice 打不开这个文件，可能已损坏或设了密码。请另存为 .\(target) 再导入。")
      }
      return try unpacked(result, name: name, ending: target)
    }
  }
}
