/// The folder `leftovers/` of a report: what importing could not place, as it was, with a list.
enum LeftoverFolder {
  /// The folder's name.
  static let name = "leftovers"
  /// The list.
  static let list = "说明.txt"

  /// The files; none if there is nothing. `others` are the names of files that the folder has
  /// besides.
  static func files(_ leftovers: [Leftover], beside others: [String]) -> [ImportedFile] {
    guard !leftovers.isEmpty else { return [] }
    var taken = Set(([list] + others).map { $0.lowercased() })
    var files: [ImportedFile] = []
    var lines = [
      "导入时没有放进报告的内容，共 \(leftovers.count) 项。都在这里，一项不少；处理完可以删去这个文件夹。", "",
    ]
    for (index, leftover) in leftovers.enumerated() {
      lines.append("\(index + 1). \(leftover.what)（\(leftover.place)）")
      if !leftover.text.isEmpty {
        lines += leftover.text.split(whereSeparator: \.isNewline).map { "   内容：\($0)" }
      }
      if let attachment = leftover.attachment {
        let name = unique(safe(attachment.path), &taken)
        files.append(ImportedFile(path: Self.name + "/" + name, bytes: attachment.bytes))
        lines.append("   文件：\(name)")
      }
      lines += ["   建议：\(leftover.suggestion)", ""]
    }
    let text = lines.joined(separator: "\n")
    return [ImportedFile(path: name + "/" + list, text: text)] + files
  }

  /// The name without what file systems or shells take amiss.
  private static func safe(_ name: String) -> String {
    let plain = String(
      name.map { character in
        let isFine = character.isLetter || character.isNumber || "-_.".contains(character)
        return isFine ? character : "_"
      }.prefix(80))
    return plain.hasPrefix(".") ? "_" + plain : plain
  }

  private static func unique(_ name: String, _ taken: inout Set<String>) -> String {
    var candidate = name
    var number = 2
    while !taken.insert(candidate.lowercased()).inserted {
      candidate = "\(number)-\(name)"
      number += 1
    }
    return candidate
  }
}
