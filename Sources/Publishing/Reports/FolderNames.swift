/// What a folder is to hold, by name: what is left to remember of a plan once its bytes are staged.
struct FolderNames: Sendable, Equatable {
  struct Subfolder: Sendable, Equatable {
    let name: PathName
    let names: FolderNames
  }

  /// Sorted.
  let files: [PathName]
  /// Names of ours, sorted, that the folder shall no longer have.
  let dropped: [PathName]
  /// Sorted by name.
  let folders: [Subfolder]

  init(files: [PathName] = [], dropped: [PathName] = [], folders: [Subfolder] = []) {
    self.files = files
    self.dropped = dropped
    self.folders = folders
  }

  /// The names of a folder out of which every one of these files is taken.
  init(dropping node: PathTree.Node) {
    files = []
    dropped = node.files
    folders = node.folders.map { Subfolder(name: $0.key, names: FolderNames(dropping: $0.value)) }
  }

  /// The same names, stored once for all folders that have the same.
  func shared(in tree: inout PathTree) -> FolderNames {
    var children: [Subfolder] = []
    for child in folders {
      children.append(Subfolder(name: child.name, names: child.names.shared(in: &tree)))
    }
    return FolderNames(
      files: tree.shared(files), dropped: dropped.isEmpty ? [] : tree.shared(dropped),
      folders: children)
  }

  /// Whether the folder or one below is to hold any file.
  var hasFiles: Bool {
    !files.isEmpty || folders.contains { $0.names.hasFiles }
  }

  func folder(_ name: PathName) -> FolderNames? {
    let (index, isTaken) = folders.place(of: name, by: \.name)
    return isTaken ? folders[index].names : nil
  }

  /// Calls `body` with every folder that has files, and its path.
  func forEachFolder(
    at path: [PathName], _ body: ([PathName], [PathName]) throws(PublishingError) -> Void
  ) throws(PublishingError) {
    if !files.isEmpty { try body(path, files) }
    for child in folders { try child.names.forEachFolder(at: path + [child.name], body) }
  }
}
