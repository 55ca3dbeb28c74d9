#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Paths that a build is about to write for the first time, noted before it does: should it be
/// killed before its manifest is written, the next build still knows which files are ours.
enum Journal {
  /// Reads what a killed build noted, and cuts off a line that it did not finish.
  static func read(in folder: borrowing Folder, _ disk: Disk) throws(PublishingError) -> PathTree {
    guard let file = try disk.openFile(OutputLayout.journal, in: folder) else { return PathTree() }
    let size = Int(try disk.regularStatus(of: file).st_size)
    var list = PathList()
    let complete = try disk.forEachLine(of: file) { line, isComplete in
      if isComplete { list.add(line[...]) }
    }
    if complete < size {
      try disk.write(to: OutputLayout.journal, in: folder, flags: 0, shownAs: file.path) {
        descriptor throws(PublishingError) in
        try truncate(descriptor, to: complete, path: folder.path(of: OutputLayout.journal), disk)
      }
    }
    return list.finish()
  }

  /// Notes paths; wholly or not at all, unless the machine stops.
  static func append(
    _ paths: PathLines, in folder: borrowing Folder, _ disk: Disk
  ) throws(PublishingError) {
    if paths.bytes.isEmpty { return }
    let shown = folder.path(of: OutputLayout.journal)
    let flags = O_CREAT | O_APPEND
    try disk.write(to: OutputLayout.journal, in: folder, flags: flags, shownAs: shown) {
      descriptor throws(PublishingError) in
      var status = stat()
      guard fstat(descriptor, &status) == 0 else { throw disk.error(errno, shown) }
      do throws(PublishingError) {
        try disk.append(Array(paths.bytes), to: descriptor, path: shown)
      } catch {
        try? truncate(descriptor, to: Int(status.st_size), path: shown, disk)
        throw error
      }
    }
  }

  /// Notes these paths instead of what is noted.
  static func rewrite(
    _ paths: PathTree, in folder: borrowing Folder, staging: borrowing Folder, _ disk: Disk
  ) throws(PublishingError) {
    var lines = PathLines()
    try paths.root.forEachPath { path throws(PublishingError) in lines.append(path) }
    if lines.bytes.isEmpty { return try remove(in: folder, disk) }
    let shown = folder.path(of: OutputLayout.journal)
    try disk.write(
      Array(lines.bytes), to: OutputLayout.journal, in: staging, shownAs: shown)
    try disk.rename(OutputLayout.journal, in: staging, to: OutputLayout.journal, in: folder)
  }

  static func remove(in folder: borrowing Folder, _ disk: Disk) throws(PublishingError) {
    try disk.removeFile(OutputLayout.journal, in: folder)
  }

  private static func truncate(
    _ descriptor: CInt, to size: Int, path: String, _ disk: Disk
  ) throws(PublishingError) {
    try disk.make(.truncate, path) { ftruncate(descriptor, off_t(size)) }
  }
}
