import Budget

extension Checker {
  /// What shows only beside other reports. A report that does not say whose it is, or of which year,
  /// is like no other.
  public static func compare(_ reports: [ReportOutline]) -> [Finding] {
    let known = reports.filter { $0.fiscalYear != 0 && !$0.department.isEmpty }
    let folders = Dictionary(grouping: known, by: \.folder).sorted { $0.key < $1.key }
    return folders.flatMap { compare($0.value, in: $0.key) } + copies(among: known)
  }

  /// What shows beside the other reports of a folder.
  private static func compare(_ reports: [ReportOutline], in folder: Substring) -> [Finding] {
    let owner = FolderOwner(of: reports, in: folder)
    return sharing(of: folder, owner)
      + owner.departments(of: reports).flatMap { duplicates(among: $0) + compareWithLastYear($0) }
  }

  /// Warns of a folder that departments share, or seem to.
  private static func sharing(
    of folder: Substring, _ owner: FolderOwner<ReportOutline>
  ) -> [Finding] {
    let (one, other, text): (ReportOutline, ReportOutline, String)
    switch owner {
    case .department, .anybody: return []
    case .several(let first, let second):
      (one, other) = (first, second)
      text =
        "同是\(first.shortTitle)，当作两个部门：文件夹的网页只列报告，各年度不并排对比，也不核对上年数。"
        + "请给每个部门一个文件夹，年度放在里面，如“部门名/\(first.fiscalYear)”；"
        + "如果是同一个部门，请把 department 写成一样的。"
    case .perhapsTwo(let budget, let accounts):
      (one, other) = (budget, accounts)
      text =
        "当作同一个部门，决算与预算对比。如果部门改了名，可以不管；如果是两个部门，"
        + "请给每个部门一个文件夹，年度放在里面，如“部门名/\(accounts.fiscalYear)”。"
    }
    return [
      Finding(
        .departmentFolder, at: SourcePosition(file: other.file), severity: .warning,
        "文件夹“\(folder)”里的报告部门名称不同：“\(one.path)”是\(one.department)的，"
          + "“\(other.path)”是\(other.department)的，" + text)
    ]
  }

  /// Warns of each report of a department that is of the year and the kind of one before it: their
  /// figures count twice in the sums of the year. An adjusted budget beside the first one is a reason.
  private static func duplicates(among reports: [ReportOutline]) -> [Finding] {
    var first: [ReportTerm: ReportOutline] = [:]
    return reports.compactMap { report in
      let term = ReportTerm(report)
      guard let other = first[term] else {
        first[term] = report
        return nil
      }
      return Finding(
        .reportDuplicate, at: SourcePosition(file: report.file), severity: .warning,
        "“\(other.path)”也是\(report.department)的\(report.shortTitle)，首页和年度页的合计会把两份都算进去。"
          + "如果是复制来的，请改 fiscal_year 或 kind；如果不该公开，请移走一份。")
    }
  }
}
