import ArgumentParser
import Budget
import Foundation

/// `sitegen new`: a report to fill in, and all that a site needs where there is none.
struct NewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "新建一份待填写的报告；空文件夹里连同网站所需的一切。",
    discussion: """
      从空文件夹到网站：
        sitegen new Content/2022 --department 某某中心    建好要填的文件
        sitegen check                                     逐项列出还要填、要改的
        sitegen build                                     生成网站
      有上年报告时，照它的行和标题建，金额留空。已有的文件一个不改。
      """)

  @Argument(
    help: ArgumentHelp("新报告的文件夹，在内容文件夹里，如 Content/2022。", valueName: "DIR"),
    completion: .directory)
  var folder: String

  @Option(help: ArgumentHelp("年度；文件夹名就是年份时不必给。", valueName: "YEAR"))
  var year: Int?

  @Option(help: ArgumentHelp("部门名称，最多 200 个字；有上年报告时不必给。", valueName: "NAME"))
  var department: DepartmentOption?

  @Option(help: ArgumentHelp("budget 预算，final-accounts 决算。", valueName: "KIND"))
  var kind = Report.Kind.budget

  @Option(help: ArgumentHelp("表样的名称；默认同上年，没有上年时用自带的表样。", valueName: "NAME"))
  var formSet: String?

  @OptionGroup var content: ContentOptions

  @Option(help: ArgumentHelp("页面模板文件夹；没有时建立。", valueName: "DIR"), completion: .directory)
  var templates = "Templates"

  func validate() throws {
    guard reportPath != nil else {
      throw ValidationError(
        "报告要放在内容文件夹里，如 \(content.content)/\(folder.split(separator: "/").last ?? "2022")。")
    }
    guard let fiscalYear else { throw ValidationError("看不出年度，请用 --year 给出，如 --year 2022。") }
    guard (1949...2199).contains(fiscalYear) else { throw ValidationError("--year 应是年份，如 2022。") }
  }

  func run() async throws {
    guard let reportPath, let fiscalYear else { return }
    let new = NewReport(
      contentFolder: content.content, templatesFolder: templates, reportPath: reportPath,
      fiscalYear: fiscalYear, kind: kind, department: department?.name, formSet: formSet)
    let result = try await Environment.guarding { try new.run() }
    let folders = FolderArguments(content: content.content, templates: templates)
    print(NewReportText(result: result, folder: folder, folders: folders).text, terminator: "")
  }

  private var fiscalYear: Int? {
    year ?? reportPath.flatMap { $0.split(separator: "/").last }.flatMap { Int($0) }
  }

  /// The report's path in the content folder; `nil` if it is not in there.
  private var reportPath: String? {
    let root = URL(fileURLWithPath: content.content).standardizedFileURL.pathComponents
    let place = URL(fileURLWithPath: folder).standardizedFileURL.pathComponents
    guard place.count > root.count, place.starts(with: root) else { return nil }
    return place[root.count...].joined(separator: "/")
  }
}

extension Report.Kind: ExpressibleByArgument {}
