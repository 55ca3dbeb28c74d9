import Budget

extension TemplateSet {
  /// Templates that include themselves, directly or through others: the engine would not end.
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
      .filter { sources[$0]?.allSatisfy(\.isWhitespace) ?? false }
      .map { name in
        Finding(
          .templateEmpty, at: SourcePosition(file: "\(folder)/\(name).mustache"),
          "模板“\(name).mustache”是空的，用它做的网页什么也没有。请从原始的 Templates 文件夹恢复它。")
      }
  }

  /// Blocks that are to go into another template and have no place in it: their words would be lost.
  static func lostBlocks(_ tags: [String: [TemplateTag]]) -> [Finding] {
    tags.keys.sorted().flatMap { name in
      var open: [TemplateTag] = []
      return (tags[name] ?? []).compactMap { tag -> Finding? in
        switch tag.kind {
        case .end:
          if open.last?.name == tag.name { open.removeLast() }
        case .parent, .section:
          open.append(tag)
        case .block:
          defer { open.append(tag) }
          guard let parent = open.last, parent.kind == .parent else { return nil }
          let blocks = reachable(from: parent.name, in: tags).flatMap { tags[$0] ?? [] }
            .filter { $0.kind == .block }.map(\.name)
          guard tags[parent.name] != nil, !blocks.contains(tag.name) else { return nil }
          return Finding(
            .templateLostBlock, at: tag.position, length: tag.name.unicodeScalars.count,
            "“\(parent.name).mustache”里没有“{{$\(tag.name)}}”这个区块，写在这里的内容不会出现在网页上。"
              + "请核对区块的名称，或从原始的 Templates 文件夹恢复“\(parent.name).mustache”。")
        case .value, .include: break
        }
        return nil
      }
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
