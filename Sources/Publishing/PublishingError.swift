/// Why the site could not be put into the output folder. Every path is one that the user can open.
public enum PublishingError: Error, Sendable, Equatable {
  /// Another build holds the lock of this output folder.
  case anotherBuildIsRunning(path: String)
  /// The path may not be written: it leaves the output folder, is reserved or is not portable.
  case invalidPath(path: String, reason: String)
  /// Two pages of the same build want the same place.
  case writtenTwice(path: String)
  /// Something that sitegen did not write stands where a page has to go.
  case foreignFileInTheWay(path: String)
  /// What was published as a file shall be a folder, or the other way round.
  case publishedOtherwise(path: String)
  /// A file that sitegen did not write cannot be carried over into the new report folder.
  case foreignFileCannotBeKept(path: String, reason: String)
  /// A component of the path is a symbolic link; sitegen does not write through links.
  case symlinkInOutput(path: String)
  /// The list of what sitegen wrote cannot be understood.
  case damagedManifest(path: String, reason: String)
  /// What an earlier build left of a report for this one is not what it was.
  case damagedRecord(path: String)
  /// No space or no quota is left.
  case diskFull(path: String, reason: String)
  /// The system does not allow it.
  case noPermission(path: String, reason: String)
  /// Anything else that the system refused.
  case systemFailure(path: String, reason: String)

  /// A stable name for this kind of error, for tools and for the documentation.
  public var rule: String {
    switch self {
    case .anotherBuildIsRunning: "output-locked"
    case .invalidPath: "output-path"
    case .writtenTwice: "output-duplicate"
    case .foreignFileInTheWay: "output-foreign-file"
    case .publishedOtherwise: "output-file-or-folder"
    case .foreignFileCannotBeKept: "output-foreign-file-kept"
    case .symlinkInOutput: "output-symlink"
    case .damagedManifest: "output-manifest"
    case .damagedRecord: "output-record"
    case .diskFull: "disk-full"
    case .noPermission: "output-permission"
    case .systemFailure: "output-io"
    }
  }

  /// The path that the error is about.
  var path: String {
    switch self {
    case .anotherBuildIsRunning(let path), .writtenTwice(let path), .foreignFileInTheWay(let path),
      .publishedOtherwise(let path), .symlinkInOutput(let path), .damagedRecord(let path):
      path
    case .invalidPath(let path, _), .foreignFileCannotBeKept(let path, _),
      .damagedManifest(let path, _), .diskFull(let path, _), .noPermission(let path, _),
      .systemFailure(let path, _):
      path
    }
  }
}

extension PublishingError: CustomStringConvertible {
  /// What happened, to which path, and what to do about it.
  public var description: String {
    let path = printable(path)
    return switch self {
    case .anotherBuildIsRunning:
      "另一个构建正在写入“\(path)”。请等它结束后再试，或用 --output 换一个输出文件夹。"
    case .invalidPath(_, let reason):
      "不能写入路径“\(path)”：\(reason)。请改内容文件夹或文件的名字。"
    case .writtenTwice:
      "同一次构建中有两处内容都要写入“\(path)”。请改其中一处的名字或位置。"
    case .foreignFileInTheWay:
      "“\(path)”不是 sitegen 写的，却占了要发布的位置；没有覆盖它。请把它移走或改名后重新构建。"
    case .publishedOtherwise:
      "“\(path)”上次发布的是文件，现在要放文件夹（或者相反），没有改动它。请把它删去或移走，再构建一次。"
    case .foreignFileCannotBeKept(_, let reason):
      "“\(path)”不是 sitegen 写的，更新所在的文件夹时无法原样保留它（\(reason)）；没有改动该文件夹。请把它移走后重新构建。"
    case .symlinkInOutput:
      "“\(path)”是符号链接；为免写到输出文件夹之外，没有写入。请把它换成真正的文件或文件夹，或删除它。"
    case .damagedManifest(_, let reason):
      "清单“\(path)”已损坏（\(reason)），无法分辨哪些文件是 sitegen 写的；没有改动任何文件。请从版本库恢复它，或把输出文件夹清空后重新构建。"
    case .damagedRecord:
      "记录“\(path)”已损坏，全站页面无法据以生成；没有改动任何文件。请删除它，再运行一次，sitegen 会重新生成这份报告。"
    case .diskFull(_, let reason):
      "磁盘空间或配额不足，写不下“\(path)”（\(reason)）；原有内容保持不变。请腾出空间后重新构建。"
    case .noPermission(_, let reason):
      "没有权限写入“\(path)”（\(reason)）。请检查它和所在文件夹的权限。"
    case .systemFailure(_, let reason):
      "无法写入“\(path)”：\(reason)。请排除故障后重新构建。"
    }
  }

  /// The path without anything that would disturb a terminal.
  private func printable(_ path: String) -> String {
    var text = ""
    for scalar in path.unicodeScalars {
      if scalar.properties.generalCategory == .control {
        text += "\\u{\(String(scalar.value, radix: 16))}"
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
