import Budget

extension TemplateSet {
  /// Templates that include themselves, directly or through others, or more others than the engine can
  /// follow: it would not end.
  static func recursions(_ tags: [String: [TemplateTag]]) -> [Finding] {
    tags.keys.sorted().compactMap { name in
      var seen: Set<String> = []
      var pending = [name]
      while let next = pending.popLast() {
        for tag in tags[next] ?? [] where tag.isPartial {
          if tag.name == name {
            return Finding(
              .templateSyntax, at: tag.position, length: tag.name.unicodeScalars.count,
              "模板“\(name)”直接或间接地引用了自己，没有尽头。请去掉其中一处引用。")
          }
          if seen.insert(tag.name).inserted { pending.append(tag.name) }
          guard seen.count <= maximumDepth else {
            return Finding(
              .templateSyntax, at: tag.position, length: tag.name.unicodeScalars.count,
              "模板“\(name)”直接或间接地引用了 \(maximumDepth) 个以上的模板，没有读取。请把它们合并。")
          }
        }
      }
      return nil
    }
  }

  /// Tags that change how tags are written, which hides those behind them from what is looked for here.
  static func delimiters(_ tags: [String: [TemplateTag]]) -> [Finding] {
    tags.keys.sorted().flatMap { tags[$0] ?? [] }.filter { $0.kind == .delimiters }.map {
      Finding(
        .templateSyntax, at: $0.position, length: $0.name.unicodeScalars.count,
        "模板里不能改标签的写法（{{=…=}}），请用 {{ }}。")
    }
  }

  /// Files below `assets/` that a template names and the folder does not have.
  static func missingAssets(
    _ sources: [String: String], _ assets: Set<String>, folder: String
  ) -> [Finding] {
    sources.sorted { $0.key < $1.key }.flatMap { name, source in
      source.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
        .flatMap { offset, line in
          self.assets(in: line).filter { !assets.contains($0.path) }.map { asset in
            Finding(
              .templateMissing,
              at: SourcePosition(
                file: "\(folder)/\(name).mustache", line: offset + 1, column: asset.column),
              length: asset.path.unicodeScalars.count,
              "模板用到文件“\(asset.path)”，但 \(folder) 里没有它。请从原始的 Templates 文件夹恢复它。")
          }
        }
    }
  }

  /// The paths beginning with `assets/` on a line, with their columns.
  private static func assets(in line: Substring) -> [(path: String, column: Int)] {
    var found: [(path: String, column: Int)] = []
    var rest = line
    while let start = rest.firstRange(of: "assets/")?.lowerBound {
      let path = rest[start...].prefix { $0 != "\"" && $0 != "'" && $0 != " " && $0 != ">" }
      let column = line[..<start].unicodeScalars.count + 1
      if !path.contains("{") { found.append((String(path), column)) }
      rest = rest[path.endIndex...]
    }
    return found
  }
}
