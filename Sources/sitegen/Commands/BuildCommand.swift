import ArgumentParser
import Budget
import Publishing

/// `sitegen build`: checks the content and publishes it.
struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "检查内容并生成网站（默认命令）。",
    discussion: "内容有错误时一次列出全部错误，不改动已发布的网站。")

  @OptionGroup var content: ContentOptions

  @Option(help: ArgumentHelp("页面模板文件夹。", valueName: "DIR"), completion: .directory)
  var templates = "Templates"

  @Option(help: ArgumentHelp("网站输出文件夹。", valueName: "DIR"), completion: .directory)
  var output = "public"

  @Option(help: ArgumentHelp("同时处理的报告数；默认等于处理器核数。", valueName: "N"))
  var jobs: Int?

  @Option(help: ArgumentHelp("网站的完整网址，用于网站地图，如 https://example.gov.cn/ysgk/。", valueName: "URL"))
  var baseURL: String?

  @Flag(help: "只报告错误和警告。")
  var quiet = false

  @Flag(help: ArgumentHelp("不核对，只为测量核对的用时。", visibility: .hidden))
  var withoutChecks = false

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs 应为不小于 1 的整数。") }
    let inputs = [content.content, templates]
    if let input = inputs.first(where: { FolderOverlap.exists(between: output, and: $0) }) {
      throw ValidationError("--output 不能与“\(input)”相同，也不能一个在另一个里面：网站会和原件混在一起。")
    }
    if let baseURL, !baseURL.hasPrefix("https://"), !baseURL.hasPrefix("http://") {
      throw ValidationError("--base-url 应以 https:// 或 http:// 开头。")
    }
  }

  func run() async throws {
    let build = SiteBuild(
      contentFolder: content.content, templatesFolder: templates, outputFolder: output,
      jobs: jobs, baseURL: baseURL, checks: !withoutChecks)
    let result = try await Environment.guarding { try await build.run() }
    let excerpts = Excerpts(content.content, templates)
    print(FindingText(findings: result.findings, excerpts: excerpts).text, terminator: "")
    guard let summary = result.published else { throw Exit.contentErrors }
    guard !quiet else { return }
    print(
      "已生成 \(result.reports) 份报告：写入 \(summary.written) 个文件，"
        + "未变 \(summary.unchanged) 个，清除 \(summary.removed) 个。输出在 \(output)/")
  }
}
