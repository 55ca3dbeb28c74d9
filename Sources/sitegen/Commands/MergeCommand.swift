import ArgumentParser

/// `sitegen merge`: one site out of shards that were built apart.
struct MergeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge", abstract: "把分开生成的各份合并成一个网站。",
    discussion: """
      各份由 sitegen build --shard 生成，每份一个输出文件夹，例如在一台机器上用 GNU parallel：
        parallel sitegen build --shard {}/8 --output shards/{} ::: 1 2 3 4 5 6 7 8
        sitegen merge shards/* --output public
      结果与一次生成的逐字节相同。各份缺少的、与现在的内容不符的报告会列出来，什么也不发布。
      """)

  @Argument(help: ArgumentHelp("各份的输出文件夹。", valueName: "DIR"))
  var shards: [String]

  @OptionGroup var site: SiteOptions

  func validate() throws {
    if let shard = shards.first(where: { FolderOverlap.exists(between: $0, and: site.output) }) {
      throw ValidationError("--output 不能与“\(shard)”相同，也不能一个在另一个里面。")
    }
    if let (one, other) = FolderOverlap.first(among: shards) {
      throw ValidationError("“\(one)”和“\(other)”是同一个文件夹，或一个在另一个里面；每一份只写一次。")
    }
  }

  func run() async throws {
    OpenFileLimit.raise()
    try await site.run(site.build(.merge(shards)))
  }
}
