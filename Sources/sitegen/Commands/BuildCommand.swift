import ArgumentParser
import Publishing

/// `sitegen build`: checks the content and publishes it.
struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "检查内容并生成网站（默认命令）。",
    discussion: "内容有错误时一次列出全部错误，不改动已发布的网站。没有变化的报告不重新生成。")

  @OptionGroup var site: SiteOptions

  @Option(
    help: ArgumentHelp("只生成这个文件夹（及其下）的报告，如 2021；其他报告保持已发布的样子；可重复。", valueName: "PATH"))
  var only: [String] = []

  @Option(
    help: ArgumentHelp(
      "只生成全部报告的第 K 份（共 N 份），不生成首页等全站页面；用 sitegen merge 合并。", valueName: "K/N"))
  var shard: Shard?

  @Flag(help: "全部重新生成并与已发布的逐字节比较，不改动任何文件；不同时退出码为 1。")
  var verify = false

  @Flag(help: ArgumentHelp("不核对，只为测量核对的用时。", visibility: .hidden))
  var withoutChecks = false

  func validate() throws {
    if [!only.isEmpty, shard != nil, verify].count(where: { $0 }) > 1 {
      throw ValidationError("--only、--shard 和 --verify 请分开使用。")
    }
  }

  func run() async throws {
    let build = site.build(scope, checks: !withoutChecks)
    if verify {
      try await compare(SiteVerification(build: build))
    } else {
      try await site.run(build)
    }
  }

  private var scope: SiteBuild.Scope {
    if let shard { return .shard(shard) }
    return only.isEmpty ? .everything : .only(only.map(path))
  }

  /// A report's path, of which people may also give the one that messages show.
  private func path(_ argument: String) -> String {
    var path = argument[...]
    while path.hasSuffix("/") { path.removeLast() }
    while path.hasPrefix("./") { path.removeFirst(2) }
    let folder = site.content.content + "/"
    return String(path.hasPrefix(folder) ? path.dropFirst(folder.count) : path)
  }

  private func compare(_ verification: SiteVerification) async throws {
    guard DiskFolder(name: site.output).exists else {
      Environment.say("没有输出文件夹“\(site.output)”，无从比较。")
      throw Exit.environment
    }
    let result = try await Environment.guarding {
      try await verification.run(Environment.print)
    }
    guard case .compared(let reports, let differences, let stale) = result else {
      Environment.say("没有比较：内容或模板有错误。请按上面标为“错误”的各处改正，然后再运行一次。")
      throw Exit.contentErrors
    }
    for difference in differences {
      switch difference {
      case .missing(let path): print("缺少：\(site.output)/\(path)")
      case .different(let path): print("不同：\(site.output)/\(path)")
      }
    }
    for path in stale { print("多余：\(site.output)/\(path)") }
    guard differences.isEmpty, stale.isEmpty else {
      print("已发布的网站与现在的内容不符：\(differences.count + stale.count) 个文件。请运行 sitegen build。")
      throw Exit.contentErrors
    }
    if !site.quiet { print("已重新生成 \(reports) 份报告，与已发布的逐字节相同。") }
  }
}
