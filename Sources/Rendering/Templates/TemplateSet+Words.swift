import Budget

/// What would make pages without words.
extension TemplateSet {
  /// Templates of whole pages in which nothing is written: the pages would be empty.
  static func emptyPages(
    _ sources: [String: String], _ tags: [String: [TemplateTag]]
  ) -> Set<String> {
    let parents = tags.values.joined().filter { $0.kind == .parent }.map(\.name)
    return Set(required + parents).filter { sources[$0].map(TemplateTag.isNothing) ?? false }
  }

  /// Blocks that are to go into another template and are in none: their words would be lost. Which
  /// template it is depends on what else a page includes, so that any one will do.
  static func lostBlocks(_ tags: [String: [TemplateTag]], empty: Set<String>) -> [Finding] {
    let used = Set(required.flatMap { reachable(from: $0, in: tags) })
    let filled = used.sorted().flatMap { TemplateBlock.all(in: tags[$0] ?? []) }
    let fillings = Set(filled.map(\.tag.position))
    let places = Set(
      used.flatMap { tags[$0] ?? [] }
        .filter { $0.kind == .block && !fillings.contains($0.position) }.map(\.name))
    // Of one that is not there, or empty, that is said already.
    return filled.filter { tags[$0.parent] != nil && !empty.contains($0.parent) }
      .filter { !places.contains($0.tag.name) }
      .map { block in
        Finding(
          .templateLostBlock, at: block.tag.position, length: block.tag.name.unicodeScalars.count,
          "“\(block.parent).mustache”里没有“{{$\(block.tag.name)}}”这个区块，写在这里的内容不会出现在网页上。"
            + "请核对区块的名称，或从原始的 Templates 文件夹恢复“\(block.parent).mustache”。")
      }
  }
}

extension Finding {
  /// That a template of a whole page, or one that pages fill, has nothing in it.
  static func emptyTemplate(_ name: String, folder: String) -> Finding {
    Finding(
      .templateEmpty, at: SourcePosition(file: "\(folder)/\(name).mustache"),
      "模板“\(name).mustache”是空的，用它做的网页什么也没有。请从原始的 Templates 文件夹恢复它。")
  }
}
