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

  func run() async throws {
    let result = try await Environment.guarding {
      try await ContentCheck(contentFolder: content.content).run()
    }
    switch format {
    case .text:
      let excerpts = Excerpts(content.content)
      print(FindingText(findings: result.findings, excerpts: excerpts).text, terminator: "")
      print(CheckSummaryText(result).text)
    case .json: print(try CheckJSON(result).text())
    case .github: print(FindingAnnotations(findings: result.findings).text, terminator: "")
    }
    if result.findings.blocksPublication { throw Exit.contentErrors }
  }
}
