import ArgumentParser
import Comparing
import Foundation

/// `sitegen diff`: which published figures and words differ between two versions.
struct DiffCommand: AsyncParsableCommand {
  /// How the difference is printed.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, markdown
  }

  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "比较两次公开的内容：哪些数字、文字变了，牵动哪里。",
    discussion: """
      OLD 和 NEW 是网站的输出文件夹、其中一份报告的文件夹，或 git 版本：
        sitegen diff                         上次提交的网站和现在的 public
        sitegen diff HEAD~1 HEAD             两个 git 版本里的 public
        sitegen diff 旧public public         两个文件夹
        sitegen diff public/2020 public/2021 上年报告和本年报告
        sitegen diff v1.0:public/2021 public/2021
      同名的文件夹和 git 版本都有时，指文件夹。
      退出码：0 公开的数字没有变（文字可能有变）；1 数字有变；2 无法比较；64 用法错误。
      """)

  @Argument(
    help: ArgumentHelp("旧的：文件夹或 git 版本。", valueName: "OLD"), completion: .directory)
  var old = "HEAD"

  @Argument(
    help: ArgumentHelp("新的：文件夹或 git 版本；不给时是 --output 的文件夹。", valueName: "NEW"),
    completion: .directory)
  var new: String?

  @Option(
    help: ArgumentHelp("输出格式：text 供人阅读，markdown 供合并请求，json 供程序使用。", valueName: "FORMAT"))
  var format = Format.text

  @Option(
    help: ArgumentHelp("网站的输出文件夹；也用来在 git 版本里找网站。", valueName: "DIR"),
    completion: .directory)
  var output = "public"

  func run() async throws {
    let difference = try await Environment.guarding {
      let source = PublishedSource(output: output)
      return try SiteComparison(
        old: source.folder(named: old), new: source.folder(named: new ?? output)
      ).difference()
    }
    switch format {
    case .text:
      let isColoured =
        isatty(STDOUT_FILENO) == 1 && ProcessInfo.processInfo.environment["NO_COLOR"] == nil
      print(DifferenceText(difference, isColoured: isColoured).text, terminator: "")
    case .markdown: print(DifferenceMarkdown(difference).text, terminator: "")
    case .json: print(try DifferenceJSON(difference).text(), terminator: "")
    }
    if difference.changesFigures { throw Exit.figuresDiffer }
  }
}
