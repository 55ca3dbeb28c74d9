import Budget
import Mustache

/// The page templates, checked and ready to use.
public struct TemplateSet: Sendable {
  /// The templates that every site needs.
  static let required = [
    "department", "departments", "home", "not-found", "reconciliation", "report", "search", "table",
    "year",
  ]

  /// The name of the templates' folder as messages show it.
  public let folder: String
  private let library: MustacheLibrary
  private let tags: [String: [TemplateTag]]
  private let skeletons = PageSkeletons()
  /// The templates that apply functions of the engine, as in `{{uppercased(title)}}`, which have to
  /// see the texts themselves.
  private let callingFunctions: Set<String>

  /// Reads templates from their texts, by file name without the ending `.mustache`. `assets` are
  /// the files below `assets/` that the templates can use.
  ///
  /// Everything that is wrong with them is reported at once; the set is `nil` then.
  public static func read(
    _ sources: [String: String], assets: Set<String>, folder: String
  ) -> (set: TemplateSet?, findings: [Finding]) {
    var findings: [Finding] = []
    var templates: [String: MustacheTemplate] = [:]
    var tags: [String: [TemplateTag]] = [:]
    for (name, source) in sources {
      tags[name] = TemplateTag.all(in: source, file: folder + "/" + name + ".mustache")
    }
    findings += tooDeep(tags, folder: folder)
    // The engine would not come back from reading them.
    guard findings.isEmpty else { return (nil, findings + delimiters(tags)) }
    findings += delimiters(tags)
    for (name, source) in sources.sorted(by: { $0.key < $1.key }) {
      let file = folder + "/" + name + ".mustache"
      do {
        templates[name] = try MustacheTemplate(string: source)
      } catch let error as MustacheTemplate.ParserError {
        let context = error.context
        findings.append(
          Finding(
            .templateSyntax,
            at: SourcePosition(file: file, line: context.lineNumber, column: context.columnNumber),
            "模板写法有误（\(error.words)）。请检查 {{ }} 是否成对、区块是否闭合。"))
      } catch {
        findings.append(
          Finding(.templateSyntax, at: SourcePosition(file: file), "模板无法解析：\(error)"))
      }
    }
    for name in required where sources[name] == nil {
      findings.append(
        Finding(
          .templateMissing, at: SourcePosition(file: folder + "/" + name + ".mustache"),
          "缺少模板“\(name).mustache”。请从原始的 Templates 文件夹恢复它。"))
    }
    for tag in tags.keys.sorted().flatMap({ tags[$0] ?? [] })
    where tag.isPartial && sources[tag.name] == nil {
      findings.append(
        Finding(
          .templateMissing, at: tag.position, length: tag.name.unicodeScalars.count,
          "模板引用了“\(tag.name)”，但没有文件“\(tag.name).mustache”。"))
    }
    let empty = emptyPages(sources, tags)
    findings += empty.sorted().map { .emptyTemplate($0, folder: folder) }
    findings += recursions(tags)
    // Of templates that cannot be read, the tags may be none.
    if findings.isEmpty { findings += blockRecursions(tags) + tooMuch(tags, folder: folder) }
    if templates.count == sources.count { findings += lostBlocks(tags, empty: empty) }
    findings += missingAssets(sources, assets, folder: folder)
    guard findings.isEmpty else { return (nil, findings.inReadingOrder()) }
    let library = MustacheLibrary(templates: templates)
    return (TemplateSet(folder: folder, library: library, tags: tags), [])
  }

  private init(folder: String, library: MustacheLibrary, tags: [String: [TemplateTag]]) {
    self.folder = folder
    self.library = library
    self.tags = tags
    callingFunctions = Set(
      tags.keys.filter { name in
        Self.reachable(from: name, in: tags)
          .contains { tags[$0]?.contains(where: \.callsFunction) ?? false }
      })
  }

  /// Renders the page `name`; a name that the page does not provide is an error at its tag.
  func render(_ name: String, _ values: TemplateValues) throws(TemplateError) -> [UInt8] {
    if callingFunctions.contains(name) {
      return try skeleton(of: name, values, withTexts: true).filled(with: values)
    }
    return try skeletons.skeleton(of: name, values.shape) { () throws(TemplateError) in
      try skeleton(of: name, values, withTexts: false)
    }.filled(with: values)
  }

  private func skeleton(
    of name: String, _ values: TemplateValues, withTexts: Bool
  ) throws(TemplateError) -> PageSkeleton {
    let context = PageContext(values, withTexts: withTexts)
    let text = library.render(context, withTemplate: name) ?? ""
    guard context.missing.isEmpty else {
      throw TemplateError(findings: unknownNames(context.missing, in: name))
    }
    return PageSkeleton(text)
  }

  private func unknownNames(_ missing: Set<String>, in template: String) -> [Finding] {
    let used = Self.reachable(from: template, in: tags).flatMap { tags[$0] ?? [] }
    return missing.sorted().map { name in
      let tag = used.first { $0.isValue && $0.firstComponent == name }
      return Finding(
        .templateUnknownName,
        at: tag?.position ?? SourcePosition(file: folder + "/" + template + ".mustache"),
        length: name.unicodeScalars.count,
        "模板用到了“\(name)”，但页面“\(template)”没有提供这个名称。请检查拼写；可用的名称见 docs/templates.md。")
    }
  }

  /// The names of the templates that a report's pages are made with; the others only make pages
  /// of the whole site.
  public var reportTemplates: Set<String> {
    Set(["reconciliation", "report", "table"].flatMap { Self.reachable(from: $0, in: tags) })
  }

  /// The template and all that it includes, each once.
  static func reachable(
    from name: String, in tags: [String: [TemplateTag]]
  ) -> [String] {
    var found = [name]
    var seen: Set<String> = [name]
    var next = 0
    while next < found.count {
      for tag in tags[found[next]] ?? [] where tag.isPartial && seen.insert(tag.name).inserted {
        found.append(tag.name)
      }
      next += 1
    }
    return found
  }
}

/// Why a page could not be rendered.
public struct TemplateError: Error, Sendable {
  /// What is wrong with the templates.
  public let findings: [Finding]
}
