import Foundation
import Importing
import Loading

/// Where an imported report is to be, seen as part of a content folder: its own folder may lie
/// within the content or beside it, and need not exist yet.
struct ReportPlace {
  /// The report's path in the content, which is its address in the site.
  let path: String
  /// Whether the folder lies within the content folder, where a build finds it.
  let isWithinContent: Bool
  private let output: String
  private let content: String

  /// The place `output`, for a report with the form sets of the folder `content`.
  init(output: String, content: String) throws(ImportFailure) {
    let (inner, outer) = (Self.components(output), Self.components(content))
    guard inner.count >= outer.count || !outer.starts(with: inner) else {
      throw ImportFailure(
        .content, file: output, "这个文件夹里有内容文件夹 \(content)，不能用来放一份报告。请写成如 \(content)/2021。")
    }
    isWithinContent = inner.starts(with: outer)
    path = isWithinContent ? inner.dropFirst(outer.count).joined(separator: "/") : inner.last ?? ""
    guard !path.isEmpty else {
      throw ImportFailure(
        .content, file: output, "报告要放在内容文件夹下自己的文件夹里，例如 --output \(content)/2021。")
    }
    self.output = output
    self.content = content
    let there = (try? FileManager.default.contentsOfDirectory(atPath: output)) ?? []
    guard there.isEmpty || there.contains("report.yml") else {
      throw ImportFailure(
        .content, file: output, "这个文件夹里已有别的东西，没有导入。请给 --output 一个新的文件夹。")
    }
  }

  /// The content as it will be with `files`, by their paths in it, in place.
  func content(with files: [String: [UInt8]]) -> ContentFolder {
    let content = DiskFolder(name: content)
    let report = DiskFolder(name: output)
    let own = path + "/"
    let isWithin = isWithinContent
    return ContentFolder(
      name: isWithin ? self.content : (output as NSString).deletingLastPathComponent.named,
      paths: {
        let shared = try content.pathsIfThere().filter {
          !$0.hasPrefix(own) && (isWithin || $0 == "site.yml" || $0.hasPrefix("forms/"))
        }
        let there = try report.pathsIfThere().map { own + $0 }
        return Set(shared + there + files.keys).sorted()
      },
      read: { path in
        if let bytes = files[path] { return bytes }
        guard path.hasPrefix(own) else { return try content.bytes(of: path) }
        return try report.bytes(of: String(path.dropFirst(own.count)))
      })
  }

  private static func components(_ path: String) -> [String] {
    URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath().pathComponents
  }
}

extension DiskFolder {
  /// The paths of the files below; none if there is no such folder.
  fileprivate func pathsIfThere() throws(ContentFolderError) -> [String] {
    FileManager.default.fileExists(atPath: name) ? try paths() : []
  }
}

extension String {
  /// The folder's name; that of the folder we are in if it is empty.
  fileprivate var named: String { isEmpty ? "." : self }
}
