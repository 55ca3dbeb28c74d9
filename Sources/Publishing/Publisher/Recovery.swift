/// What a killed build may have left in the staging folder, and what becomes of it. The lock is
/// held, so nobody works there. For a report staged as `7`, there are
///
/// - `7`: the new folder, perhaps incomplete; or the old one, after a swap. Not needed any more.
/// - `7.old` and `7.target`, where folders cannot be swapped in one call: the old folder was moved
///   to `7.old`, and `7`, complete, was on its way to the path in `7.target`.
enum Recovery {
  static func oldName(_ staged: String) -> String { staged + ".old" }
  static func noteName(_ staged: String) -> String { staged + ".target" }

  static func run(
    root: borrowing Folder, staging: borrowing Folder, _ disk: Disk
  ) throws(PublishingError) {
    let entries = try disk.list(staging)
    let names = Set(entries.compactMap(\.name))
    for old in names.sorted() where old.text.hasSuffix(".old") {
      let staged = String(old.text.dropLast(".old".count))
      guard names.contains(PathName(noteName(staged))) else { continue }
      let new = names.contains(PathName(staged)) ? staged : nil
      try complete(staged, new: new, root: root, staging: staging, disk)
    }
    for entry in entries { try disk.removeTree(entry.rawName, in: staging) }
  }

  /// Puts the new folder, or else the old one, where the note says, if nothing is there.
  private static func complete(
    _ staged: String, new: String?, root: borrowing Folder, staging: borrowing Folder, _ disk: Disk
  ) throws(PublishingError) {
    guard let note = try disk.openFile(noteName(staged), in: staging) else { return }
    var target: OutputPath?
    _ = try disk.forEachLine(of: note) { line, isComplete in
      if isComplete { target = try? OutputPath(String(decoding: line, as: UTF8.self)) }
    }
    guard let target else { return }
    guard var parent = try disk.openFolder(".", in: root, shownAs: root.path) else { return }
    for name in target.folder { parent = try disk.makeFolder(name.text, in: parent) }
    if try disk.status(target.name.text, in: parent) != nil { return }
    try disk.rename(new ?? oldName(staged), in: staging, to: target.name.text, in: parent)
  }
}
