#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The list of files that sitegen wrote, committed with the site: one path a line after a header,
/// sorted by bytes. It has nothing that depends on what the files hold, so that a changed amount
/// leaves it alone.
enum Manifest {
  static let header = "sitegen-manifest 1"

  /// Reads the manifest; an output folder without one has no files of ours. Lines that are not
  /// paths which sitegen could have written (a merge conflict's marks, an attack) are passed over.
  static func read(in root: borrowing Folder, _ disk: Disk) throws(PublishingError) -> PathTree {
    guard let file = try disk.openFile(OutputLayout.manifest, in: root) else { return PathTree() }
    var list = PathList()
    var header: String?
    let size = Int(try disk.regularStatus(of: file).st_size)
    var written = 0
    var last = ""
    var isSorted = true
    _ = try disk.forEachLine(of: file) { line, isComplete in
      if header == nil {
        header = line
        written += line.utf8.count + 1
      } else if list.add(line) {
        isSorted = isSorted && isComplete && last.utf8.lexicographicallyPrecedes(line.utf8)
        written += line.utf8.count + 1
        last = line
      }
    }
    guard header == Self.header else {
      throw .damagedManifest(path: file.path, reason: "第一行不是“\(Self.header)”")
    }
    var tree = list.finish()
    tree.isExact = isSorted && written == size
    return tree
  }

  /// Writes the manifest unless it says the same already.
  static func write(
    _ paths: PathTree.Node, in root: borrowing Folder, staging: borrowing Folder,
    stagingName: String, _ disk: Disk
  ) throws(PublishingError) {
    if try isWritten(paths, in: root, disk) { return }
    let shown = root.path(of: OutputLayout.manifest)
    do throws(PublishingError) {
      try disk.write(to: stagingName, in: staging, flags: O_CREAT | O_EXCL, shownAs: shown) {
        descriptor throws(PublishingError) in
        try forEachChunk(of: paths) { chunk throws(PublishingError) in
          try disk.append(chunk, to: descriptor, path: shown)
        }
      }
      try disk.rename(stagingName, in: staging, to: OutputLayout.manifest, in: root)
    } catch {
      _ = try? disk.removeFile(stagingName, in: staging)
      throw error
    }
  }

  private static func isWritten(
    _ paths: PathTree.Node, in root: borrowing Folder, _ disk: Disk
  ) throws(PublishingError) -> Bool {
    guard let file = try disk.openFile(OutputLayout.manifest, in: root) else { return false }
    _ = try disk.regularStatus(of: file)
    var isEqual = true
    try forEachChunk(of: paths) { chunk throws(PublishingError) in
      if isEqual { isEqual = try disk.holds(chunk, file) }
    }
    guard isEqual else { return false }
    return try disk.read(file).isEmpty
  }

  private static func forEachChunk(
    of paths: PathTree.Node, _ body: ([UInt8]) throws(PublishingError) -> Void
  ) throws(PublishingError) {
    var chunk = Array((header + "\n").utf8)
    try paths.forEachPath { path throws(PublishingError) in
      chunk.append(contentsOf: path.utf8)
      chunk.append(UInt8(ascii: "\n"))
      if chunk.count >= 65_536 {
        try body(chunk)
        chunk.removeAll(keepingCapacity: true)
      }
    }
    try body(chunk)
  }
}

/// Gathers lines into a tree; lines of one folder mostly follow each other.
struct PathList {
  private var tree = PathTree()
  private var folder: [PathName] = []
  /// The folder's path with a `/` behind it; empty at the top.
  private var prefix = ""
  private var names: [PathName] = []

  /// Adds a path; `false` if it is none that sitegen could have written.
  @discardableResult
  mutating func add(_ line: String) -> Bool {
    if !prefix.isEmpty, line.utf8.count > prefix.utf8.count, line.utf8.starts(with: prefix.utf8) {
      let name = line[line.utf8.index(line.startIndex, offsetBy: prefix.utf8.count)...]
      if !name.utf8.contains(UInt8(ascii: "/")) {
        guard let name = OutputPath.name(name, in: folder) else { return false }
        names.append(name)
        return true
      }
    }
    guard let path = try? OutputPath(line) else { return false }
    if path.folder != folder {
      flush()
      folder = path.folder
      prefix = folder.isEmpty ? "" : folder.joined + "/"
    }
    names.append(path.name)
    return true
  }

  mutating func finish() -> PathTree {
    flush()
    return tree
  }

  private mutating func flush() {
    if names.isEmpty { return }
    if !zip(names, names.dropFirst()).allSatisfy({ $0 < $1 }) { names = Set(names).sorted() }
    tree.add(names, in: folder)
    names = []
  }
}
