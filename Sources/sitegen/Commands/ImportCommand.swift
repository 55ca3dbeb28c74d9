import ArgumentParser
import Budget
import Foundation
import Importing
import Loading

/// `sitegen import`: a report folder out of the files that a department has.
struct ImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "从 Word、Excel 或文本导入一份报告。",
    discussion: """
      几个文件合成一份报告，例如 Word 的情况说明和 Excel 的表：
        sitegen import 情况说明.docx 预算表.xlsx --form-set xicheng-2021 --output Content/2021
      没有这套表样时，按文件的表头起草一份。没有认出的内容放在报告的 leftovers 文件夹里。
      """)

  @Argument(
    help: ArgumentHelp(
      ".docx、.xlsx，或由 Word 转存的文本；.doc、.xls、.wps、.et 需安装 LibreOffice。", valueName: "FILE"),
    completion: .file(extensions: ["docx", "xlsx", "txt", "doc", "xls", "wps", "et"]))
  var files: [String]

  @Option(help: ArgumentHelp("表样的名称：内容文件夹里 forms/NAME.yml。", valueName: "NAME"))
  var formSet: String

  @Option(help: ArgumentHelp("新报告的文件夹，如 Content/2021。", valueName: "DIR"), completion: .directory)
  var output: String

  @Option(help: ArgumentHelp("预算年度；文件里写明时不必给。", valueName: "YEAR"))
  var year: Int?

  @Option(help: ArgumentHelp("部门名称；文件里写明时不必给。", valueName: "NAME"))
  var department: String?

  @OptionGroup var content: ContentOptions

  func validate() throws {
    guard !files.isEmpty else { throw ValidationError("请给出要导入的文件。") }
    if let year, !(1949...2199).contains(year) { throw ValidationError("--year 应是年份，如 2021。") }
    let isPlain = formSet.utf8.allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x5F
    }
    guard isPlain, !formSet.isEmpty else {
      throw ValidationError("--form-set 只用小写字母、数字、“-”和“_”，如 xicheng-2021。")
    }
  }

  func run() async throws {
    do {
      try await Environment.guarding { try importReport() }
    } catch let failure as ImportFailure {
      FileHandle.standardError.write(Data("sitegen: \(failure.description)\n".utf8))
      throw failure.cause == .environment ? Exit.environment : Exit.contentErrors
    }
  }

  private func importReport() throws {
    let source = try formSetSource()
    let report = try Importer(tools: .live(decode: Self.decode)).report(
      ImportRequest(
        paths: files, formSetID: formSet, formSet: { source?.resolved(for: $0) },
        fiscalYear: year, department: department))
    var draft: String?
    if let file = report.draftFormSet {
      _ = try ReportFolder(path: content.content + "/forms").write([file])
      draft = content.content + "/forms/" + file.path
    }
    let outcome = try ReportFolder(path: output).write(report.files)
    print(ImportSummary(report, output: output, draft: draft).text, terminator: "")
    if outcome == .unchanged { print("\(output)/ 里已是同样的内容，没有改动。") }
    // What follows an import — the checks, and bindings for the narrative's figures — goes here:
    // the report is in its folder, and `content` is the folder that it loads from.
  }

  /// The form set, if the content folder has it.
  private func formSetSource() throws -> FormSetSource? {
    let path = "forms/\(formSet).yml"
    guard FileManager.default.fileExists(atPath: content.content + "/" + path) else { return nil }
    var findings: [Finding] = []
    let bytes = try DiskFolder(name: content.content).bytes(of: path)
    let file = content.content + "/" + path
    let source = SourceText.decoding(bytes, file: file, into: &findings).flatMap {
      FormSetSource(id: formSet, source: $0, into: &findings)
    }
    guard !findings.blocksPublication else {
      print(
        FindingText(findings: findings, excerpts: Excerpts(content.content)).text, terminator: "")
      throw ImportFailure(.content, file: file, "表样有错误，请改好后再导入。")
    }
    return source
  }

  /// Text in any encoding that content files may have.
  @Sendable private static func decode(_ bytes: [UInt8]) -> String? {
    var findings: [Finding] = []
    return SourceText.decoding(bytes, file: "", into: &findings)?.string
  }
}
