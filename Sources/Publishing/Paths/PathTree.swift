/// A set of files, as a tree of folders. Reports mostly hold files of the same names, so that equal
/// lists of names are stored once: ten thousand reports cost a few megabytes.
struct PathTree: Sendable {
  struct Node: Sendable {
    /// Sorted names of the files directly in this folder.
    var files: [PathName] = []
    var folders = FolderMap()
    /// Whether one report has this folder for itself.
    var belongsToReport = false

    func node(at path: some Collection<PathName>) -> Node? {
      guard let first = path.first else { return self }
      return folders[first]?.node(at: path.dropFirst())
    }

    /// Whether the other folder has every file that this one has.
    func isWithin(_ other: Node?) -> Bool {
      guard let other else { return files.isEmpty && folders.isEmpty }
      return (files == other.files || files.allSatisfy(other.files.containsSorted))
        && folders.allSatisfy { $0.value.isWithin(other.folders[$0.key]) }
    }

    /// Whether both folders have the same files.
    func hasSameFiles(as other: Node) -> Bool {
      files == other.files && folders.count == other.folders.count
        && folders.allSatisfy { name, node in
          other.folders[name].map(node.hasSameFiles) ?? false
        }
    }

    fileprivate mutating func update(
      at path: ArraySlice<PathName>, _ change: (inout Node) -> Void
    ) {
      guard let first = path.first else { return change(&self) }
      folders.update(first) { $0.update(at: path.dropFirst(), change) }
    }
  }

  private(set) var root = Node()
  /// Whether the manifest that it was read from has these paths as sitegen writes them.
  var isExact = false
  private var lists: Set<[PathName]> = []

  func node(at path: [PathName]) -> Node? {
    root.node(at: path)
  }

  func contains(_ path: OutputPath) -> Bool {
    node(at: path.folder)?.files.containsSorted(path.name) ?? false
  }

  /// The list of names, stored once for all folders that have the same.
  mutating func shared(_ names: [PathName]) -> [PathName] {
    lists.insert(names).memberAfterInsert
  }

  /// Adds files, whose names are sorted and differ, to one folder.
  mutating func add(_ names: [PathName], in folder: [PathName], report: Bool = false) {
    let stored = shared(Self.merge(node(at: folder)?.files ?? [], names))
    root.update(at: folder[...]) { node in
      node.files = stored
      if report { node.belongsToReport = true }
    }
  }

  /// Adds one file in place: folders of the site may grow to many files, one at a time.
  mutating func add(_ path: OutputPath) {
    // Most folders hold one and the same file of the site besides their reports: `index.html`.
    guard let folder = node(at: path.folder), !folder.files.isEmpty else {
      return add([path.name], in: path.folder)
    }
    root.update(at: path.folder[...]) { node in
      let (index, isTaken) = node.files.place(of: path.name)
      if !isTaken { node.files.insert(path.name, at: index) }
    }
  }

  /// Adds every file of another tree, and says how many those are.
  @discardableResult
  mutating func add(_ other: Node, at path: [PathName] = [], report: Bool = false) -> Int {
    var count = other.files.count
    if !other.files.isEmpty { add(other.files, in: path, report: report) }
    for (name, node) in other.folders { count += add(node, at: path + [name], report: report) }
    return count
  }

  private static func merge(_ left: [PathName], _ right: [PathName]) -> [PathName] {
    if left.isEmpty || left == right { return right }
    if right.isEmpty { return left }
    let added = right.filter { !left.containsSorted($0) }
    return added.isEmpty ? left : (left + added).sorted()
  }
}

extension PathTree {
  /// Those of the files that are there, in real folders, but for some; of folders that are not wanted,
  /// none.
  func existing(
    in root: borrowing Folder, _ disk: Disk, except dropped: PathTree = PathTree(),
    where isWanted: ([PathName]) -> Bool = { _ in true }
  ) throws(PublishingError) -> PathTree {
    var tree = PathTree()
    try Self.addExisting(self.root, dropped.root, in: root, at: [], to: &tree, disk, isWanted)
    return tree
  }

  private static func addExisting(
    _ node: Node, _ dropped: Node?, in folder: borrowing Folder, at path: [PathName],
    to tree: inout PathTree, _ disk: Disk, _ isWanted: ([PathName]) -> Bool
  ) throws(PublishingError) {
    guard isWanted(path) else { return }
    var files: [PathName] = []
    for name in node.files
    where try disk.kind(name.text, in: folder) == .file
      && !(dropped?.files.containsSorted(name) ?? false)
    {
      files.append(name)
    }
    if !files.isEmpty { tree.add(files, in: path) }
    for (name, child) in node.folders where try disk.kind(name.text, in: folder) == .folder {
      guard let next = try disk.openFolder(name.text, in: folder) else { continue }
      try addExisting(
        child, dropped?.folders[name], in: next, at: path + [name], to: &tree, disk, isWanted)
    }
  }
}

extension PathTree.Node {
  /// The folders from this one, at `path`, down that hold a file of this name.
  func folders(holding name: PathName, at path: [PathName]) -> [String] {
    let own = files.containsSorted(name) ? [path.joined] : []
    return folders.reduce(into: own) { $0 += $1.value.folders(holding: name, at: path + [$1.key]) }
  }

  /// Every path below this folder, in the order of the paths' bytes.
  func forEachPath(
    below prefix: String = "", _ body: (String) throws(PublishingError) -> Void
  ) throws(PublishingError) {
    // By numbers, since there may be ten thousand folders.
    let children = folders.indices.sorted {
      folders[$0].key.isBefore(folders[$1].key, asFolders: (true, true))
    }
    var next = children.startIndex
    func visit() throws(PublishingError) {
      let (name, node) = folders[children[next]]
      try node.forEachPath(below: prefix + name.text + "/", body)
      next += 1
    }
    for file in files {
      while next < children.endIndex,
        folders[children[next]].key.isBefore(file, asFolders: (true, false))
      {
        try visit()
      }
      try body(prefix + file.text)
    }
    while next < children.endIndex { try visit() }
  }
}
