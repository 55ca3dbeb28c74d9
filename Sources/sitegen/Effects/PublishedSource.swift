import Budget
import Comparing
import Foundation

/// Finds what a user calls a published site: a folder, or a git revision of one.
struct PublishedSource {
  /// The output folder; in a revision, the site is looked for where this folder is in the
  /// repository.
  let output: String

  /// The folder on disk of that name, or the revision's.
  func folder(named name: String) throws -> PublishedFolder {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: name, isDirectory: &isFolder) {
      guard isFolder.boolValue else { throw ComparingError(path: name, reason: "不是文件夹。") }
      return try disk(name)
    }
    if let revision = try revision(name) { return revision }
    throw ComparingError(path: name, reason: "没有这个文件夹，也没有这个 git 版本。")
  }

  private func disk(_ name: String) throws -> PublishedFolder {
    let folder = DiskFolder(name: name)
    return PublishedFolder(name: name, paths: try folder.paths()) { path in
      // A page may be larger than any file of the content. One byte more shows that it is too large.
      let bytes = try folder.bytes(of: path, atMost: PublishedFolder.largestPage + 1)
      guard bytes.count <= PublishedFolder.largestPage else {
        throw PublishedFolder.tooLarge(name + "/" + path)
      }
      return bytes
    }
  }

  /// `HEAD~1` is the output folder in that revision, `HEAD~1:public/2021` a folder named from the
  /// repository's root.
  private func revision(_ name: String) throws -> PublishedFolder? {
    guard !name.hasPrefix("-"), !name.isEmpty, let git = GitProgram.installed() else { return nil }
    if let colon = name.firstIndex(of: ":") {
      let tree = git.object(name, in: ".")
      guard let tree, name[name.index(after: colon)...] != "" else { return nil }
      return try folder(tree, named: name, git, in: ".")
    }
    let place = URL(fileURLWithPath: output).standardizedFileURL
    var isKnown = false
    // The output folder may be a repository of its own.
    for (base, path) in [
      (place.deletingLastPathComponent().path, "./" + place.lastPathComponent), (place.path, "./"),
    ] {
      guard let commit = git.object(name + "^{commit}", in: base) else { continue }
      isKnown = true
      if let tree = git.object(commit + ":" + path, in: base) {
        return try folder(tree, named: name, git, in: base)
      }
    }
    guard isKnown else { return nil }
    throw ComparingError(path: name, reason: "这个 git 版本里没有“\(output)”文件夹。可用 --output 指定网站的文件夹。")
  }

  private func folder(
    _ tree: String, named name: String, _ git: GitProgram, in base: String
  ) throws -> PublishedFolder {
    guard let files = git.files(of: tree, in: base) else {
      throw ComparingError(path: name, reason: "它不是文件夹。")
    }
    let objects = try git.objects(in: base)
    return PublishedFolder(
      name: name,
      paths: files.keys.map(\.text).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    ) { path in
      guard let id = files[ExactText(path)],
        let bytes = try objects.read(id, limit: PublishedFolder.largestPage)
      else { throw ComparingError(path: name + "/" + path, reason: "git 读不出这个文件，或它太大。") }
      return bytes
    }
  }
}
