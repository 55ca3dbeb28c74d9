import ArgumentParser

/// The command: a site of budget disclosures out of a content folder.
@main
struct Sitegen: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sitegen",
    abstract: "把部门预算公开的内容生成静态网站。",
    discussion: """
      不带子命令时等于 sitegen build。
      退出码：0 完成；1 内容有错误，未发布；2 环境故障（磁盘、权限、缺文件夹）；64 用法错误。
      """,
    version: "sitegen \(Version.current)",
    subcommands: [
      BuildCommand.self, MergeCommand.self, CheckCommand.self, DiffCommand.self,
      ImportCommand.self, NewCommand.self, ServeCommand.self,
    ],
    defaultSubcommand: BuildCommand.self)

  static func main() async {
    do {
      var command = try await asyncParseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      let isUsage = exitCode(for: error) == Exit.usage
      let message = fullMessage(for: error)
      guard isUsage, !message.isEmpty else { exit(withError: error) }
      Environment.say(UsageMessage(message).text)
      exit(withError: Exit.usage)
    }
  }
}

/// The tool's version.
enum Version {
  /// As in CHANGELOG.md.
  static let current = "0.1.0"
}
