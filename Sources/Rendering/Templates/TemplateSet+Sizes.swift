import Budget

/// What the engine could not finish.
extension TemplateSet {
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

  /// Templates that are nested deeper than anybody could read, and than the engine can follow.
  static func tooDeep(_ tags: [String: [TemplateTag]], folder: String) -> [Finding] {
    tags.keys.sorted().compactMap { name in
      guard tags[name]?.levels.max() ?? 0 > maximumDepth else { return nil }
      return Finding(
        .templateSyntax, at: SourcePosition(file: "\(folder)/\(name).mustache"),
        "区块一层套一层，超过 \(maximumDepth) 层，没有读取。请检查结束标签。")
    }
  }

  /// Pages whose templates together are nested too deep, or include each other too often; none of
  /// them includes itself.
  static func tooMuch(_ tags: [String: [TemplateTag]], folder: String) -> [Finding] {
    var sizes: [String: (depth: Int, parts: Int)] = [:]
    func size(_ name: String) -> (depth: Int, parts: Int) {
      if let known = sizes[name] { return known }
      let (own, levels) = (tags[name] ?? [], tags[name]?.levels ?? [])
      var (depth, parts) = (levels.max() ?? 0, 1)
      for (tag, level) in zip(own, levels) where tag.isPartial {
        let part = size(tag.name)
        depth = max(depth, level + part.depth)
        parts = min(parts + part.parts, maximumParts + 1)
      }
      sizes[name] = (depth, parts)
      return (depth, parts)
    }
    return required.filter {
      let size = size($0)
      return size.depth > maximumDepth || size.parts > maximumParts
    }.map {
      Finding(
        .templateSyntax, at: SourcePosition(file: "\(folder)/\($0).mustache"),
        "模板“\($0)”引用的模板合起来，区块超过 \(maximumDepth) 层，或引用超过 \(maximumParts) 次，没有读取。请简化。")
    }
  }

  /// The most templates that a page includes, each as often as it does.
  private static let maximumParts = 1000

  /// The most levels of sections and blocks, and the most templates that include each other.
  static let maximumDepth = 64
}

extension [TemplateTag] {
  /// For each tag, within how many sections and blocks what follows it stands.
  fileprivate var levels: [Int] {
    var level = 0
    return map { tag in
      switch tag.kind {
      case .section, .parent, .block: level += 1
      case .end: level -= 1
      case .value, .include, .delimiters: break
      }
      return level
    }
  }
}
