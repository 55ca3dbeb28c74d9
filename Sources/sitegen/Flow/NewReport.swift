import Budget
import Foundation
import Importing
import Loading
import Starter

/// The flow of making a new report: what is there → what it begins from → files.
struct NewReport {
  /// What was made.
  struct Result {
    /// Whether the content folder was made, too.
    let madeContent: Bool
    /// Whether the templates were made.
    let madeTemplates: Bool
    /// The title of the report that it begins from.
    let previous: String?
    /// How many tables there are to fill in.
    let tables: Int
  }

  let contentFolder: String
  let templatesFolder: String
  /// The report's path in the content folder.
  let reportPath: String
  let fiscalYear: Int
  let kind: Report.Kind
  let department: String?
  let formSet: String?

  /// Makes the files. Nothing that is there is changed.
  func run() throws -> Result {
    let target = contentFolder + "/" + reportPath
    guard !FileManager.default.fileExists(atPath: target) else {
      throw ImportFailure(.content, file: target, "已经有了，没有改动。请换一个文件夹，或先移走它。")
    }
    let hasContent = FileManager.default.fileExists(atPath: contentFolder)
    let index = try ContentIndex.scan(content(exists: hasContent))
    if let fault = try index.faultOfReport(at: reportPath) {
      throw ImportFailure(.content, file: target, fault)
    }
    let previous = try previous(in: index)
    let set = try source(index, previous).resolved(for: fiscalYear)
    let report = BlankReport(
      formSet: set, fiscalYear: fiscalYear, kind: kind, department: department, previous: previous)

    let hasTemplates = FileManager.default.fileExists(atPath: templatesFolder)
    if !hasTemplates {
      _ = try ReportFolder(at: templatesFolder).write(
        Starter.templates.map { ImportedFile(path: $0.path, bytes: $0.bytes) })
    }
    if hasContent {
      if index.formSets.isEmpty {
        _ = try ReportFolder(at: contentFolder + "/forms").write([form])
      }
      _ = try ReportFolder(at: target).write(report.files)
    } else {
      let files = report.files.map { $0.within(reportPath) }
      _ = try ReportFolder(at: contentFolder).write(
        [ImportedFile(path: "site.yml", text: Starter.site), form.within("forms")] + files)
    }
    return Result(
      madeContent: !hasContent, madeTemplates: !hasTemplates, previous: previous?.title,
      tables: set.forms.count)
  }

  private var form: ImportedFile {
    ImportedFile(path: Starter.formSetID + ".yml", bytes: Starter.formSet)
  }

  /// The content folder; where there is none, what it will have before the report.
  private func content(exists: Bool) -> ContentFolder {
    if exists { return DiskFolder(name: contentFolder).content }
    return ContentFolder(name: contentFolder, paths: { [] }, read: { _ in [] })
  }

  /// The department's latest report before this one, of the same kind where there is one: those
  /// beside it. Final accounts come after the budget of their own year.
  private func previous(in index: ContentIndex) throws -> Report? {
    let parent = reportPath.split(separator: "/").dropLast()
    var loader = index.reportLoader()
    let beside = index.reports
      .filter { $0.path.split(separator: "/").dropLast() == parent }
      .compactMap { try? loader.load($0).report }
    return try ofDepartment(beside, in: parent.joined(separator: "/")[...])
      .filter {
        $0.fiscalYear < fiscalYear
          || $0.fiscalYear == fiscalYear && $0.kind == .budget && kind == .finalAccounts
      }
      .max { ($0.kind == kind ? 1 : 0, $0.fiscalYear) < ($1.kind == kind ? 1 : 0, $1.fiscalYear) }
  }

  /// The reports of the department for which one is made. Where there is only one so far, it is that,
  /// perhaps under a new name.
  private func ofDepartment(_ reports: [Report], in folder: Substring) throws -> [Report] {
    let owner = FolderOwner(of: reports, in: folder)
    let departments = owner.departments(of: reports)
    guard departments.count > 1 else { return reports }
    if let department {
      let own = DepartmentName(department)
      return departments.first { DepartmentName($0[0].department) == own } ?? []
    }
    // At the site's root it may be one that was renamed.
    if case .anybody(several: false) = owner { return reports }
    let names = departments.prefix(3).map { $0[0].department }.joined(separator: "、")
    throw ImportFailure(
      .content, file: contentFolder + (folder.isEmpty ? "" : "/" + folder),
      "这里有几个部门的报告（\(names)\(departments.count > 3 ? "等" : "")），请用 --department 写明是哪一个部门的。")
  }

  private func source(_ index: ContentIndex, _ previous: Report?) throws -> FormSetSource {
    var sets = index.formSets
    if sets.isEmpty {
      var findings: [Finding] = []
      let text = SourceText.decoding(Starter.formSet, file: form.path, into: &findings)
      sets[Starter.formSetID] = text.flatMap {
        FormSetSource(id: Starter.formSetID, source: $0, into: &findings)
      }
    }
    let name = formSet ?? previous?.formSet.id ?? (sets.count == 1 ? sets.keys.first : nil)
    guard let name, let source = sets[name] else {
      let names = sets.keys.sorted().joined(separator: "、")
      throw ImportFailure(
        .content, file: contentFolder + "/forms",
        name.map { "没有表样“\($0)”，现有：\(names)。" } ?? "有几个表样，请用 --form-set 选一个：\(names)。")
    }
    return source
  }
}

extension ImportedFile {
  /// The file in a folder.
  fileprivate func within(_ folder: String) -> ImportedFile {
    ImportedFile(path: folder + "/" + path, bytes: bytes)
  }
}
