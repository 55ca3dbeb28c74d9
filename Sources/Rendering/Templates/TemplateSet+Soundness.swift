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

  /// Templates of whole pages in which nothing is written: the pages would be empty.
  static func emptyPages(
    _ sources: [String: String], _ tags: [String: [TemplateTag]], folder: String
  ) -> [Finding] {
    let parents = tags.values.joined().filter { $0.kind == .parent }.map(\.name)
    return Set(required + parents).sorted()
      .filter { sources[$0].map(isEmpty) ?? false }
      .map { name in
        Finding(
          .templateEmpty, at: SourcePosition(file: "\(folder)/\(name).mustache"),
          "模板“\(name).mustache”是空的，用它做的网页什么也没有。请从原始的 Templates 文件夹恢复它。")
      }
  }

  /// Whether there is nothing but white space and the engine's comments.
  private static func isEmpty(_ source: String) -> Bool {
    source.replacing(/\{\{![^}]*\}\}/, with: "").allSatisfy(\.isWhitespace)
  }

  /// Blocks that are to go into another template and have no place in it: their words would be lost.
  static func lostBlocks(
    _ sources: [String: String], _ tags: [String: [TemplateTag]]
  ) -> [Finding] {
    let used = Set(required.flatMap { reachable(from: $0, in: tags) })
    return tags.keys.sorted().filter(used.contains).flatMap { name in
      TemplateBlock.all(in: tags[name] ?? []).compactMap { block in
        // Of one that is not there, or empty, that is said already.
        guard let source = sources[block.parent], !isEmpty(source),
          !self.blocks(in: block.parent, tags).contains(block.tag.name)
        else { return nil }
        return Finding(
          .templateLostBlock, at: block.tag.position, length: block.tag.name.unicodeScalars.count,
          "“\(block.parent).mustache”里没有“{{$\(block.tag.name)}}”这个区块，写在这里的内容不会出现在网页上。"
            + "请核对区块的名称，或从原始的 Templates 文件夹恢复“\(block.parent).mustache”。")
      }
    }
  }

  /// Blocks that come up in what is put into them: the engine would not end.
  static func blockRecursions(_ tags: [String: [TemplateTag]]) -> [Finding] {
    var findings: [Finding] = []
    for page in required {
      let blocks = reachable(from: page, in: tags).flatMap { TemplateBlock.all(in: tags[$0] ?? []) }
      var within: [String: Set<String>] = [:]
      for block in blocks {
        let included = block.templates.flatMap { self.blocks(in: $0, tags) }
        within[block.tag.name, default: []].formUnion(block.blocks.union(included))
      }
      for block in blocks where comesUp(block.tag.name, within) {
        findings.append(
          Finding(
            .templateSyntax, at: block.tag.position,
            length: block.tag.name.unicodeScalars.count,
            "区块“\(block.tag.name)”里又有区块“\(block.tag.name)”，没有尽头。请给里面的区块换一个名称。"))
      }
    }
    return Array(Set(findings))
  }

  /// Whether a block comes up again in what is put into it, directly or through others.
  private static func comesUp(_ name: String, _ within: [String: Set<String>]) -> Bool {
    var seen: Set<String> = []
    var pending = [name]
    while let next = pending.popLast() {
      for inner in within[next] ?? [] {
        if inner == name { return true }
        if seen.insert(inner).inserted { pending.append(inner) }
      }
    }
    return false
  }

  /// The blocks that a template has, with those of the templates that it includes.
  private static func blocks(in name: String, _ tags: [String: [TemplateTag]]) -> [String] {
    reachable(from: name, in: tags).flatMap { tags[$0] ?? [] }
      .filter { $0.kind == .block }.map(\.name)
  }

  /// Tags that change how tags are written, which hides those behind them from what is looked for here.
  static func delimiters(_ tags: [String: [TemplateTag]]) -> [Finding] {
    tags.keys.sorted().flatMap { tags[$0] ?? [] }.filter { $0.kind == .delimiters }.map {
      Finding(
        .templateSyntax, at: $0.position, length: $0.name.unicodeScalars.count,
        "模板里不能改标签的写法（{{=…=}}），请用 {{ }}。")
    }
  }

  /// Templates that are nested deeper than anybody could read, and than the engine can follow.
  static func tooDeep(_ tags: [String: [TemplateTag]], folder: String) -> [Finding] {
    tags.keys.sorted().compactMap { name in
      guard TemplateBlock.depth(of: tags[name] ?? []) > maximumDepth else { return nil }
      return Finding(
        .templateSyntax, at: SourcePosition(file: "\(folder)/\(name).mustache"),
        "区块一层套一层，超过 \(maximumDepth) 层，没有读取。请检查结束标签。")
    }
  }

  /// The most levels of sections and blocks, and the most templates that include each other.
  static let maximumDepth = 64

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
