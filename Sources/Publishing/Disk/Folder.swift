#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// An open folder. Files are named relative to it, so that nobody can put a link into the path
/// between a check and a write.
struct Folder: ~Copyable {
  let descriptor: CInt
  /// Where the user finds it; of a staging folder, where it is going to be.
  let path: String

  deinit { close(descriptor) }

  func path(of name: UnsafePointer<CChar>) -> String {
    path + "/" + String(cString: name)
  }
}

/// An open file.
struct OpenFile: ~Copyable {
  let descriptor: CInt
  let path: String

  deinit { close(descriptor) }
}

/// What a name stands for.
enum FileKind: Equatable {
  case file, folder, link, other

  init(mode: mode_t) {
    switch mode & S_IFMT {
    case S_IFREG: self = .file
    case S_IFDIR: self = .folder
    case S_IFLNK: self = .link
    default: self = .other
    }
  }
}

/// One name in a folder as the system gives it; a foreign one need not be UTF-8.
struct FolderEntry {
  let rawName: [CChar]
  let kind: FileKind

  /// The name, if it is one that sitegen could have written.
  var name: PathName? {
    String(validating: rawName.dropLast().lazy.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      .map { PathName($0) }
  }
}
