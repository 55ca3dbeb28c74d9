import ArgumentParser
import Budget
import Loading
import Publishing

/// Where the templates are, and where the site goes; shared by the commands that publish it.
struct SiteOptions: ParsableArguments {
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

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs 应为不小于 1 的整数。") }
    let inputs = [content.content, templates]
    if let input = inputs.first(where: { FolderOverlap.exists(between: output, and: $0) }) {
      throw ValidationError("--output 不能与“\(input)”相同，也不能一个在另一个里面：网站会和原件混在一起。")
    }
    if let baseURL, Site.baseURL(baseURL) == nil {
      throw ValidationError("--base-url \(Site.baseURLNotation)。")
    }
  }

  /// The build that the options ask for.
  func build(_ scope: SiteBuild.Scope, checks: Bool = true) -> SiteBuild {
    SiteBuild(
      contentFolder: content.content, templatesFolder: templates, outputFolder: output,
      jobs: jobs, baseURL: baseURL, scope: scope, checks: checks)
  }

  /// Builds, says what was found and what was done, and ends with the status that fits.
  func run(_ build: SiteBuild) async throws {
    let result = try await Environment.guarding {
      try await build.run(Environment.print)
    }
    switch result {
    case .refused:
      Environment.say("没有发布：内容或模板有错误，网站保持原样。请按上面标为“错误”的各处改正，然后再运行一次。")
      throw Exit.contentErrors
    case .incomplete(let reports):
      Environment.say(
        "各分片里没有这 \(reports.count) 份报告，或与现在的内容不符，没有发布。"
          + "请用 sitegen build --shard 重新构建它们所在的分片："
          + reports.listed + "。")
      throw Exit.contentErrors
    case .published(let reports, let summary, let stale, let abandoned):
      if let stale { Environment.say("首页、网站地图等全站页面没有更新：" + stale.explanation) }
      if !abandoned.isEmpty {
        Environment.say(
          "网站上还有内容里已没有的报告：" + abandoned.listed
            + "。--only 不撤下网页，请不带 --only 再构建一次。")
      }
      warn(of: summary.withdrawn)
      guard !quiet else { return }
      print(
        "已生成 \(reports) 份报告：写入 \(summary.written) 个文件，"
          + "未变 \(summary.unchanged) 个，清除 \(summary.removed) 个。输出在 \(output)/")
    }
  }

  /// A folder that was renamed looks like one that is gone and another one.
  private func warn(of withdrawn: [String]) {
    guard !withdrawn.isEmpty else { return }
    Environment.say(
      "网站上撤下了 \(withdrawn.count) 处页面，因为内容里已没有："
        + withdrawn.listed + "。如果只是改了文件夹的名称，读者保存的链接会失效，请改回原名再运行一次。")
  }
}

extension [String] {
  /// Paths for a message: twenty at most.
  fileprivate var listed: String {
    prefix(20).joined(separator: "、") + (count > 20 ? " 等" : "")
  }
}

extension SiteBuild.StalePages {
  /// The reason, and what to do.
  fileprivate var explanation: String {
    switch self {
    case .otherReportsUnknown: "不知道其他报告的情况。请不带 --only 再构建一次。"
    case .fromBeforeShard:
      "--shard 只生成报告。请每份用自己的输出文件夹，再用 sitegen merge 合并；或不带 --shard 再构建一次。"
    }
  }
}
