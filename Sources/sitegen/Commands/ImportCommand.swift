import ArgumentParser
import Budget
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
      导入后随即核对；正文的数字在表里只有一个来源的，也一并写好。
      已有的文件从不覆盖。导入了就算完成（退出码 0），核对出的问题列出来待改。
      """)

  @Argument(
    help: ArgumentHelp("\(DocumentReader.formats)。", valueName: "FILE"),
    completion: .file(extensions: DocumentReader.endings))
  var files: [String]

  @Option(help: ArgumentHelp("表样的名称：内容文件夹里 forms/NAME.yml。", valueName: "NAME"))
  var formSet: String

  @Option(help: ArgumentHelp("新报告的文件夹，如 Content/2021。", valueName: "DIR"), completion: .directory)
  var output: String

  @Option(help: ArgumentHelp("预算年度；文件里写明时不必给，给了就以它为准。", valueName: "YEAR"))
  var year: Int?

  @Option(help: ArgumentHelp("部门名称，最多 200 个字；文件里写明时不必给。", valueName: "NAME"))
  var department: DepartmentOption?

  @OptionGroup var content: ContentOptions

  func validate() throws {
    guard !files.isEmpty else { throw ValidationError("请给出要导入的文件。") }
    guard Set(files).count == files.count else { throw ValidationError("同一个文件请只写一次。") }
    if let year, !(1949...2199).contains(year) { throw ValidationError("--year 应是年份，如 2021。") }
    let isPlain = formSet.utf8.allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x5F
    }
    guard isPlain, !formSet.isEmpty else {
      throw ValidationError("--form-set 只用小写字母、数字、“-”和“_”，如 xicheng-2021。")
    }
  }

  func run() async throws {
    try await Environment.guarding { try importReport() }
  }

  private func importReport() throws {
    let flow = ReportImport(
      files: files, formSet: formSet, year: year, department: department?.name,
      content: content.content, output: output)
    let result = try flow.run(tools: .live(decode: Self.decode))
    print(
      ImportResultText(result: result, content: content.content, output: output).text,
      terminator: "")
  }

  /// Text in any encoding that content files may have.
  @Sendable private static func decode(_ bytes: [UInt8]) -> String? {
    var findings: [Finding] = []
    return SourceText.decoding(bytes, file: "", into: &findings)?.string
  }
}
