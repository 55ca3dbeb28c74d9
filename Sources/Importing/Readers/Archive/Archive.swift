/// An Office file as a zip archive, read member by member with `unzip`.
struct Archive {
  /// The most bytes that one member may have when unpacked.
  static let maximumMemberSize = 48 << 20
  /// The most members that an archive may have.
  static let maximumMembers = 4000

  /// The names of its members.
  let members: Set<String>
  /// The file's name, for messages.
  let file: String
  private let path: String
  private let tools: ImportTools

  /// The archive at `path` on disk.
  init(path: String, file: String, tools: ImportTools) throws {
    self.path = path
    self.file = file
    self.tools = tools
    let output = try Self.unzip(["-Z1", path], limit: 4 << 20, tools: tools)
    guard output.status == 0, !output.isCut else { throw Self.damaged(file) }
    let names = String(decoding: output.bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
    guard names.count <= Self.maximumMembers else {
      throw ImportFailure(.content, file: file, "压缩包里有 \(names.count) 个文件，不像 Office 文件，没有打开。")
    }
    // What begins with a hyphen would be an option to unzip; no program names a member so.
    members = Set(names.lazy.filter { !$0.hasPrefix("-") }.map(String.init))
  }

  /// The bytes of a member; `nil` if there is none of that name.
  func bytes(_ name: String) throws -> [UInt8]? {
    guard members.contains(name) else { return nil }
    // unzip takes patterns; brackets are the only sign of one that Office uses.
    let pattern = name.map { "[]*?\\".contains($0) ? "\\\($0)" : String($0) }.joined()
    let output = try Self.unzip(
      ["-p", "-P", "", path, pattern], limit: Self.maximumMemberSize, tools: tools)
    if output.isCut {
      throw ImportFailure(
        .content, file: file,
        "其中的 \(name) 解压后超过 \(Self.maximumMemberSize >> 20) MB，可能是恶意文件，没有打开。")
    }
    guard output.status == 0 else {
      // 5, 81 and 82: wrong or no password.
      if [5, 81, 82].contains(output.status) { throw Self.encrypted(file) }
      throw Self.damaged(file)
    }
    return output.bytes
  }

  /// A member as XML.
  func xml(_ name: String) throws -> MarkupElement? {
    guard let bytes = try bytes(name) else { return nil }
    guard !MarkupElement.declaresEntities(bytes) else {
      throw ImportFailure(
        .content, file: file, "其中的 \(name) 有 Office 文件不会有的实体声明，可能是恶意文件，没有打开。")
    }
    guard let root = MarkupElement.parse(bytes) else {
      throw ImportFailure(.content, file: file, "其中的 \(name) 不是完整的 XML，文件已损坏。请用 Word/WPS 打开另存后再导入。")
    }
    return root
  }

  /// The targets of a part's relationships by their ids, as paths within the archive.
  func relationships(of part: String) throws -> [String: (type: String, target: String)] {
    let slash = part.lastIndex(of: "/")
    let folder = slash.map { String(part[..<$0]) } ?? ""
    let name = slash.map { String(part[part.index(after: $0)...]) } ?? part
    let prefix = folder.isEmpty ? "" : folder + "/"
    var result: [String: (type: String, target: String)] = [:]
    for link in try xml("\(prefix)_rels/\(name).rels")?.children ?? [] {
      guard let id = link["Id"], let target = link["Target"], link["TargetMode"] != "External"
      else { continue }
      let type = link["Type"]?.split(separator: "/").last.map(String.init) ?? ""
      result[id] = (type, Self.resolve(target, in: folder))
    }
    return result
  }

  /// The target of the relationship of a type; of several the one with the first id, so that the
  /// same file is always read the same way.
  static func target(
    of type: String, in links: [String: (type: String, target: String)]
  ) -> String? {
    links.filter { $0.value.type == type }
      .min { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }?.value.target
  }

  private static func resolve(_ target: String, in folder: String) -> String {
    if target.hasPrefix("/") { return String(target.dropFirst()) }
    var parts = folder.split(separator: "/").map(String.init)
    for part in target.split(separator: "/") where part != "." {
      if part == ".." {
        _ = parts.popLast()
      } else {
        parts.append(String(part))
      }
    }
    return parts.joined(separator: "/")
  }

  private static func unzip(
    _ arguments: [String], limit: Int, tools: ImportTools
  ) throws -> ImportTools.Output {
    guard let output = try tools.run("unzip", arguments, limit) else {
      throw ImportFailure(
        .environment, file: "",
        "读 .docx 和 .xlsx 要用 unzip 程序，这台电脑没有安装。Debian/Ubuntu：apt install unzip")
    }
    return output
  }

  private static func damaged(_ file: String) -> ImportFailure {
    ImportFailure(.content, file: file, "压缩包已损坏，读不出内容。请用 Word/Excel/WPS 打开原文件，另存后再导入。")
  }

  private static func encrypted(_ file: String) -> ImportFailure {
    ImportFailure(.content, file: file, "文件设了密码。请打开后取消密码，另存后再导入。")
  }
}
