import Foundation

/// Puts an imported report where it belongs, wholly or not at all.
public struct ReportFolder: Sendable {
  /// What writing did.
  public enum Outcome: Sendable, Hashable {
    /// The folder is new.
    case created
    /// Files were added to a folder; those that were there already are the same.
    case completed(added: [String])
    /// Everything was there already.
    case unchanged
  }

  private let path: String
  /// The folder's place, and those beside it where the new folder is built and the old one waits.
  private let places: (target: URL, new: URL, old: URL)
  private let reason: @Sendable (any Error) -> String

  /// The report folder at `path`; `reason` says why Foundation could not do something.
  public init(
    path: String,
    reason: @escaping @Sendable (any Error) -> String = { $0.localizedDescription }
  ) {
    self.reason = reason
    var plain = path
    while plain.count > 1, plain.hasSuffix("/") { plain.removeLast() }
    self.path = plain
    let target = URL(fileURLWithPath: plain)
    let (parent, name) = (target.deletingLastPathComponent(), target.lastPathComponent)
    places = (
      target, parent.appendingPathComponent(".\(name).importing"),
      parent.appendingPathComponent(".\(name).before-import")
    )
  }

  /// Makes sure that nothing is in the way of the files: what a clerk has edited is never
  /// overwritten.
  public func checkFree(for files: [ImportedFile]) throws(ImportFailure) {
    _ = try missing(of: files)
  }

  /// Writes the files. A file that is there with other content stops everything.
  public func write(_ files: [ImportedFile]) throws(ImportFailure) -> Outcome {
    let added = try missing(of: files)
    guard !added.isEmpty else { return .unchanged }
    let exists = FileManager.default.fileExists(atPath: path)
    try replace(with: files, keepingOld: exists)
    return exists ? .completed(added: added) : .created
  }

  /// Ends what an import that was killed had begun: a folder that was moved aside and not replaced
  /// comes back, and one that was replaced goes. Every import does so before it looks at the folder.
  public func recover() throws(ImportFailure) {
    let disk = FileManager.default
    let (target, _, old) = places
    guard disk.fileExists(atPath: old.path) else { return }
    do {
      guard disk.fileExists(atPath: target.path) else {
        return try disk.moveItem(at: old, to: target)
      }
    } catch {
      throw ImportFailure(.environment, file: path, "上次导入中断，原文件夹没能放回来：\(reason(error))。")
    }
    // An import only adds, so the new folder holds all that the old one had. Where it does not,
    // somebody has made the folder anew or gone on working in it, and has to choose.
    guard disk.holdsAll(of: old, in: target) else {
      throw ImportFailure(
        .content, file: path,
        "上次导入中断，原文件夹还在“\(old.path)”（隐藏文件夹），里面的文件与现在的不全相同。没有改动任何文件。请核对两处，留下要的，删去“\(old.lastPathComponent)”后再导入。"
      )
    }
    do {
      try disk.removeItem(at: old)
    } catch {
      throw ImportFailure(
        .environment, file: path, "上次导入留下的“\(old.path)”没能删去：\(reason(error))。")
    }
  }

  /// The paths of the files that are not there yet.
  private func missing(of files: [ImportedFile]) throws(ImportFailure) -> [String] {
    try recover()
    let disk = FileManager.default
    var isFolder: ObjCBool = false
    guard !disk.fileExists(atPath: path, isDirectory: &isFolder) || isFolder.boolValue else {
      throw ImportFailure(.environment, file: path, "这是一个文件，不是文件夹，不能写入报告。")
    }
    var conflicts: [String] = []
    var missing: [String] = []
    for file in files {
      let target = path + "/" + file.path
      if let present = disk.contents(atPath: target) {
        if Array(present) != file.bytes { conflicts.append(file.path) }
      } else if disk.fileExists(atPath: target) {
        conflicts.append(file.path)
      } else {
        missing.append(file.path)
      }
    }
    guard conflicts.isEmpty else {
      throw ImportFailure(
        .content, file: path,
        "已有 \(conflicts.count) 个内容不同的文件（\(conflicts.prefix(5).joined(separator: "、"))），没有改动任何文件。"
          + "请换一个 --output 文件夹，或先移走旧文件。")
    }
    return missing
  }

  /// Builds the folder beside its place, and moves it there.
  private func replace(with files: [ImportedFile], keepingOld: Bool) throws(ImportFailure) {
    let disk = FileManager.default
    let (target, new, old) = places
    do {
      try disk.createDirectory(
        at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
      // What a killed run left.
      if disk.fileExists(atPath: new.path) { try disk.removeItem(at: new) }
      if keepingOld {
        try disk.copyItem(at: target, to: new)
      } else {
        try disk.createDirectory(at: new, withIntermediateDirectories: false)
      }
      do {
        for file in files {
          let place = new.appendingPathComponent(file.path)
          try disk.createDirectory(
            at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
          try Data(file.bytes).write(to: place)
        }
        if keepingOld { try disk.moveItem(at: target, to: old) }
        do {
          try disk.moveItem(at: new, to: target)
        } catch {
          if keepingOld { try? disk.moveItem(at: old, to: target) }
          throw error
        }
      } catch {
        try? disk.removeItem(at: new)
        throw error
      }
      if keepingOld { try disk.removeItem(at: old) }
    } catch {
      throw ImportFailure(.environment, file: path, "写入失败：\(reason(error))。没有留下写了一半的报告。")
    }
  }
}

extension FileManager {
  /// Whether every file of a folder is in another, with the same bytes.
  fileprivate func holdsAll(of folder: URL, in other: URL) -> Bool {
    guard let paths = try? subpathsOfDirectory(atPath: folder.path) else { return false }
    return paths.allSatisfy { path in
      let (old, new) = (folder.path + "/" + path, other.path + "/" + path)
      var isFolder: ObjCBool = false
      if fileExists(atPath: old, isDirectory: &isFolder), isFolder.boolValue {
        return fileExists(atPath: new, isDirectory: &isFolder) && isFolder.boolValue
      }
      return contentsEqual(atPath: old, andPath: new)
    }
  }
}
