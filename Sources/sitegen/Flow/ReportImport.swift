import Budget
import Importing
import Loading

/// The flow of an import: files → report → checks → bindings → disk.
///
/// Everything is worked out before anything is written, so that an import is there wholly or not at
/// all, and the same files give the same folder however often they are imported.
struct ReportImport {
  /// What came of an import.
  struct Result {
    /// The report as it was read.
    let report: ImportedReport
    /// Where the draft of a form set was written, if there was no form set.
    let draft: String?
    /// What was written.
    let outcome: ReportFolder.Outcome
    /// Whether the report lies where a build finds it.
    let isWithinContent: Bool
    /// How many figures of the narrative were bound to the tables.
    let bound: Int
    /// What a check of the report says, the bindings made.
    let check: ContentCheck.Result
  }

  let files: [String]
  let formSet: String
  let year: Int?
  let department: String?
  /// The content folder, whose form sets are used.
  let content: String
  /// Where the report is to be.
  let output: String

  /// Imports the files. Throws ``ImportFailure`` where they, or the place, will not do.
  func run(tools: ImportTools) throws -> Result {
    let place = try ReportPlace(output: output, content: content)
    // Before anything is read: what is checked has to be what will be there.
    for folder in [output, content + "/forms"] { try ReportFolder(at: folder).recover() }
    let source = try formSetSource(in: place)
    let report = try Importer(tools: tools).report(
      ImportRequest(
        paths: files, formSetID: formSet, formSet: { source?.resolved(for: $0) },
        fiscalYear: year, department: department, folder: place.path))
    let draft = report.draftFormSet.map { ("forms/" + $0.path, $0) }
    var files: [String: [UInt8]] = [:]
    for file in report.files { files[place.path + "/" + file.path] = file.bytes }
    if let (path, file) = draft { files[path] = file.bytes }

    var bound = 0
    if let proposals = try check(place, files).proposals.first,
      let narrative = files[proposals.path]
    {
      let (text, count) = proposals.applied(to: String(decoding: narrative, as: UTF8.self))
      files[proposals.path] = Array(text.utf8)
      bound = count
    }
    let check = try check(place, files)
    return Result(
      report: report, draft: draft.map { content + "/" + $0.0 },
      outcome: try write(report, files, draft?.1, at: place),
      isWithinContent: place.isWithinContent, bound: bound, check: check)
  }

  /// The form set, if the content folder has it.
  private func formSetSource(in place: ReportPlace) throws -> FormSetSource? {
    let index = try ContentIndex.scan(place.content(with: [:]))
    let errors = index.findings.filter {
      $0.severity == .error && $0.position.file.hasSuffix("/forms/\(formSet).yml")
    }
    if let first = errors.first {
      let messages = errors.map { "第 \($0.position.line) 行：\($0.message)" }
      throw ImportFailure(
        .content, file: "\(first.position.file):\(first.position.line)",
        "表样有错误，请改好后再导入。\n" + messages.joined(separator: "\n"))
    }
    return index.formSets[formSet]
  }

  /// Loads and checks the report as if its files were in their place.
  private func check(_ place: ReportPlace, _ files: [String: [UInt8]]) throws -> ContentCheck.Result
  {
    let folder = place.content(with: files)
    let index = try ContentIndex.scan(folder)
    let own = folder.name + "/" + place.path + "/"
    // Its own name may be no address, or it may lie in another report, or around one.
    let places: [Rule] = [.reportPathUnsafe, .reportNested, .reportPathCollision]
    let refusal = index.findings.first { finding in
      finding.position.file.hasPrefix(own) && places.contains { $0.rawValue == finding.rule }
    }
    guard let source = index.reports.first(where: { $0.path == place.path }), refusal == nil else {
      throw ImportFailure(
        .content, file: output, refusal?.message ?? "这里不能放报告，请换一个 --output 文件夹。")
    }
    var loader = index.reportLoader()
    let checked = try CheckedReport(source, &loader, strict: index.site.strict, in: folder)
    let draft = folder.name + "/forms/" + formSet
    let elsewhere = index.findings.filter {
      $0.position.file.hasPrefix(own) || $0.position.file.hasPrefix(draft)
    }
    return ContentCheck.Result([checked], common: elsewhere)
  }

  /// Writes the report, and the draft of its form set; neither where either would be in the way of
  /// something.
  private func write(
    _ report: ImportedReport, _ files: [String: [UInt8]], _ draft: ImportedFile?,
    at place: ReportPlace
  ) throws -> ReportFolder.Outcome {
    let bytes = report.files.map { file in
      ImportedFile(path: file.path, bytes: files[place.path + "/" + file.path] ?? file.bytes)
    }
    let folder = ReportFolder(at: output)
    let forms = ReportFolder(at: content + "/forms")
    try folder.checkFree(for: bytes)
    if let draft {
      try forms.checkFree(for: [draft])
      _ = try forms.write([draft])
    }
    return try folder.write(bytes)
  }
}
