import Foundation
@testable import Importing
import Testing

/// Files that cannot be imported are refused with a reason that says what to do.
struct RefusalTests {
  @Test(
    arguments: [
      ("damaged.xlsx", "压缩包已损坏"), ("encrypted.docx", "密码"), ("bomb.docx", "可能是恶意文件"),
      ("entities.docx", "实体声明"), ("late-entities.docx", "实体声明"),
      ("wide-entities.docx", "实体声明"), ("crowded.xlsx", "不像 Office 文件"),
      ("photos.docx", "没有 Word 文档"), ("lost-sheet.xlsx", "没有可导入的内容"),
      ("page.xlsx", "其实是网页"), ("page.xls", "其实是网页"), ("text.xlsx", "其实是文本文件"),
      ("text.csv", "CSV 不用导入"), ("nothing.docx", "文件是空的"), ("scan.pdf", "PDF"),
      ("empty.xlsx", "没有可导入的内容"),
    ])
  func file(_ name: String, _ reason: String) throws {
    let failure = #expect(throws: ImportFailure.self) { try imported(fixture(name), year: 2021) }
    #expect(failure?.cause == .content)
    #expect(failure?.message.contains(reason) == true, "\(String(describing: failure))")
  }

  @Test(
    arguments: [
      ("%PDF-1.7", "PDF"), ("\u{0}\u{1}\u{FF}", "没有可导入的内容"), ("没有年份。", "--year"),
    ])
  func text(_ text: String, _ reason: String) throws {
    let failure = #expect(throws: ImportFailure.self) { try fromText(text) }
    #expect(failure?.cause == .content)
    #expect(failure?.message.isEmpty == false)
  }

  @Test func aMissingFileIsTheMachinesFault() throws {
    let failure = #expect(throws: ImportFailure.self) { try imported("/nowhere/a.docx") }
    #expect(failure?.cause == .environment)
  }

  @Test func aFolderIsCalledSo() throws {
    let folder = repository + "/Tests/ImportingTests/Fixtures"
    let failure = #expect(throws: ImportFailure.self) { try imported(folder) }
    #expect(failure?.cause == .content)
    #expect(failure?.description == folder + "：这是文件夹，不是文件。请写出要导入的是里面的哪个文件。")
  }

  @Test func aMissingProgramIsNamedWithItsPackage() throws {
    let bare = ImportTools(
      run: { _, _, _ in nil }, withTemporaryFolder: tools.withTemporaryFolder,
      write: tools.write, read: tools.read, decode: tools.decode)
    let request = ImportRequest(
      paths: [fixture("pandoc.docx")], formSetID: "x", formSet: { _ in nil })
    let failure = #expect(throws: ImportFailure.self) { try Importer(tools: bare).report(request) }
    #expect(failure?.cause == .environment)
    #expect(failure?.message.contains("apt install unzip") == true)
    let old = ImportRequest(paths: [fixture("excel97.xls")], formSetID: "x", formSet: { _ in nil })
    let other = #expect(throws: ImportFailure.self) { try Importer(tools: bare).report(old) }
    #expect(other?.message.contains("LibreOffice") == true)
  }

  /// Every format that the READMEs promise is named where a file has none of them.
  @Test func anUnknownFormatIsToldTheKnownOnes() {
    let odd = ImportTools(
      run: { _, _, _ in nil }, withTemporaryFolder: tools.withTemporaryFolder,
      write: tools.write, read: { _ in [1, 2, 3] }, decode: { _ in nil })
    let failure = #expect(throws: ImportFailure.self) {
      try DocumentReader(tools: odd).document(path: "a.bin")
    }
    let message = failure?.message ?? ""
    for ending in ["docx", "xlsx", "doc", "xls", "wps", "et", "odt", "ods", "rtf", "xlsb"] {
      #expect(message.contains(".\(ending)、") || message.contains(".\(ending) "), "\(ending)")
      #expect(DocumentReader.endings.contains(ending))
    }
  }

  /// Any text could be taken for a narrative. What a report's own files are is said.
  @Test(arguments: [
    ("report.yml", "能导入的有"), ("a.json", "能导入的有"), ("草稿.MD", "narrative.md"), ("表.csv", "CSV 不用导入"),
  ])
  func aTextThatWordDidNotSave(_ name: String, _ words: String) {
    let text = ImportTools(
      run: { _, _, _ in nil }, withTemporaryFolder: tools.withTemporaryFolder,
      write: { _, _ in }, read: { _ in Array("title: 一".utf8) }, decode: { _ in "title: 一" })
    let failure = #expect(throws: ImportFailure.self) {
      try DocumentReader(tools: text).document(path: name)
    }
    #expect(failure?.cause == .content)
    #expect(failure?.message.contains(words) == true)
  }

  @Test(arguments: ["a.txt", "a.TXT", "000_90b9", "说明.prn"])
  func aTextThatWordMayHaveSaved(_ name: String) throws {
    let text = ImportTools(
      run: { _, _, _ in nil }, withTemporaryFolder: tools.withTemporaryFolder,
      write: { _, _ in }, read: { _ in Array("一".utf8) }, decode: { _ in "一" })
    #expect(try DocumentReader(tools: text).document(path: name).blocks.count == 1)
  }

  /// What LibreOffice has to save anew, and as what, whatever its bytes look like.
  @Test(arguments: [
    ("doc", "docx"), ("wps", "docx"), ("odt", "docx"), ("rtf", "docx"), ("xls", "xlsx"),
    ("et", "xlsx"), ("ods", "xlsx"), ("xlsb", "xlsx"),
  ])
  func aFormatThatNeedsLibreOffice(_ ending: String, _ target: String) {
    let bare = ImportTools(
      run: { _, _, _ in nil }, withTemporaryFolder: tools.withTemporaryFolder,
      write: { _, _ in }, read: { _ in [1, 2, 3] }, decode: { _ in nil })
    let failure = #expect(throws: ImportFailure.self) {
      try DocumentReader(tools: bare).document(path: "a.\(ending)")
    }
    #expect(failure?.cause == .environment)
    #expect(failure?.message.contains("另存为 .\(target)") == true)
  }
}
