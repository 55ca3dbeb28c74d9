import ArgumentParser
import Budget

/// `sitegen check`: everything that a build checks, without publishing.
struct CheckCommand: AsyncParsableCommand {
  /// How findings are printed.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, github
  }

  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "检查内容：表间勾稽、文中数字与表格是否一致。",
    discussion: "只检查，不生成网站。")

  @OptionGroup var content: ContentOptions

  @Option(help: ArgumentHelp("输出格式：text 供人阅读，json 供程序使用，github 供持续集成标注。", valueName: "FORMAT"))
  var format = Format.text

  @Flag(help: "把只有一个答案的数据来源写进正文；看得见的字一个不改。")
  var fix = false

  @Option(
    help: ArgumentHelp(
      "写入选定的一条数据来源，如 Content/2021/narrative.md:64:85=2（第64行第85列，列出的第2条）；可重复。",
      valueName: "FILE:LINE:COLUMN=N"))
  var bind: [BindingChoice] = []

  func validate() throws {
    if fix, !bind.isEmpty { throw ValidationError("--fix 和 --bind 请分两次使用。") }
  }

  func run() async throws {
    let check = ContentCheck(contentFolder: content.content)
    var result = try await Environment.guarding { try await check.run() }
    var written = 0
    if fix || !bind.isEmpty {
      let proposals = result.proposals
      written = try await Environment.guarding { try write(proposals, check) }
      if written > 0 { result = try await Environment.guarding { try await check.run() } }
    }
    switch format {
    case .text:
      let excerpts = Excerpts(content.content)
      let folders = FolderArguments(content: content.content)
      Environment.print(FindingText(result.findings, excerpts).bytes[...])
      print(ProposalText(reports: result.proposals, folders: folders).text, terminator: "")
      if fix || !bind.isEmpty { print("已写入 \(written) 处数据来源。") }
      print(CheckSummaryText(result, folders).text)
    case .json: print(try CheckJSON(result).text())
    case .github: print(FindingAnnotations(findings: result.findings).text, terminator: "")
    }
    if result.findings.blocksPublication { throw Exit.contentErrors }
  }

  /// Writes what is asked for, and says how many bindings that are.
  private func write(_ proposals: [BindingProposals], _ check: ContentCheck) throws -> Int {
    if fix { return try check.writeOnlyAnswers(proposals) }
    try check.write(bind, of: proposals)
    return bind.count
  }
}
