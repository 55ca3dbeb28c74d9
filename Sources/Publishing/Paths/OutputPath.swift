/// A path inside the output folder that is safe to write: it was checked component by component.
struct OutputPath: Equatable {
  /// The folders on the way.
  let folder: [PathName]
  /// The last component.
  let name: PathName

  static let longestName = 255
  static let deepest = 64

  /// A path below `parent`, which was checked before.
  init(_ path: String, below parent: [PathName] = []) throws(PublishingError) {
    func invalid(_ reason: String) -> PublishingError {
      .invalidPath(path: parent.isEmpty ? path : parent.joined + "/" + path, reason: reason)
    }
    if let fault = Self.fault(in: path) { throw invalid(fault) }
    var components = parent
    for part in path.utf8.split(separator: UInt8(ascii: "/")) {
      components.append(PathName(Substring(part)))
      if components.count > Self.deepest { throw invalid("层级超过 \(Self.deepest) 层") }
    }
    if let reserved = Self.reservedName(in: components[parent.count...], isTop: parent.isEmpty) {
      throw invalid("“\(reserved)”是保留的名字")
    }
    guard let name = components.popLast() else { throw invalid("路径为空") }
    self.folder = components
    self.name = name
  }

  var components: [PathName] { folder + [name] }

  /// A file's name that is safe to write in a folder which is; `nil` if it is not.
  static func name(_ text: String, in folder: [PathName]) -> PathName? {
    guard fault(in: text) == nil else { return nil }
    let name = PathName(text)
    return reservedName(in: [name], isTop: folder.isEmpty) == nil ? name : nil
  }

  /// What is wrong with the path's text, if anything is.
  private static func fault(in path: String) -> String? {
    if path.isEmpty { return "路径为空" }
    if path.utf8.first == UInt8(ascii: "/") { return "不能是绝对路径" }
    var previous: UInt8 = 0
    var (length, dots) = (0, 0)
    var fault: String?
    for byte in path.utf8 {
      let isLateControl = previous == 0xC2 && (0x80...0x9F).contains(byte)
      if byte < 0x20 || byte == 0x7F || isLateControl { return "含有控制字符" }
      if byte == UInt8(ascii: "\\") { return "含有反斜杠" }
      previous = byte
      if byte == UInt8(ascii: "/") {
        fault = fault ?? self.fault(inPartOf: length, dots: dots)
        (length, dots) = (0, 0)
      } else {
        length += 1
        if byte == UInt8(ascii: ".") { dots += 1 }
      }
    }
    return fault ?? self.fault(inPartOf: length, dots: dots)
  }

  /// What is wrong with a component of so many bytes, of which so many are dots.
  private static func fault(inPartOf length: Int, dots: Int) -> String? {
    if length == 0 { return "有空的一级" }
    if length <= 2, dots == length { return "不能含有“.”或“..”" }
    return length > longestName ? "有一级的名字超过 \(longestName) 字节" : nil
  }

  /// Names that only sitegen itself writes, at the top; and a version store, anywhere. Case is
  /// ignored, since some file systems ignore it.
  private static func reservedName(in components: ArraySlice<PathName>, isTop: Bool) -> String? {
    if isTop, let first = components.first,
      first.isSame(as: OutputLayout.privateFolder) || first.isSame(as: OutputLayout.manifest)
    {
      return first.text
    }
    return components.first { $0.isSame(as: ".git") }?.text
  }
}

/// The names that sitegen keeps for itself in the output folder.
enum OutputLayout {
  /// Committed with the site: which files sitegen wrote.
  static let manifest = ".sitegen-manifest"
  /// Never committed: lock, staging, journal, records.
  static let privateFolder = ".sitegen"
  static let lock = "lock"
  static let staging = "staging"
  static let journal = "journal"
  static let records = "records"
  static let ignoreFile = ".gitignore"
}
