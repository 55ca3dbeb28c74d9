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
    let size = Int(try disk.regularStatus(of: file).st_size)
    var list = PathList()
    var header: [UInt8]?
    var endsWithBreak = false
    _ = try disk.forEachLine(of: file) { line, isComplete in
      endsWithBreak = isComplete
      if header == nil {
        header = line
      } else {
        list.add(line[...])
      }
    }
    guard let header, header.elementsEqual(Self.header.utf8) else {
      throw .damagedManifest(path: file.path, reason: "第一行不是“\(Self.header)”")
    }
    // Lines that were passed over, and carriage returns, make the file longer than the paths are.
    let isExact = endsWithBreak && list.isSorted && header.count + 1 + list.length == size
    var tree = list.finish()
    tree.isExact = isExact
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

  /// Whether the manifest lists these paths and no others.
  static func isWritten(
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
