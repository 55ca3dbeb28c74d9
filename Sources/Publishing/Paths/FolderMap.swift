/// The folders in a folder by their names, in the order of those. There may be ten thousand folders
/// that hold just one, which as a list is half as large as a dictionary, and mostly the same one as
/// in the folder beside them, which is stored once.
struct FolderMap: Sendable, RandomAccessCollection {
  typealias Element = (key: PathName, value: PathTree.Node)

  private var entries: [Element] = []

  var startIndex: Int { 0 }
  var endIndex: Int { entries.count }
  subscript(position: Int) -> Element { entries[position] }

  /// The folder with a name.
  subscript(name: PathName) -> PathTree.Node? {
    let (index, isTaken) = place(of: name)
    return isTaken ? entries[index].value : nil
  }

  /// Changes the folder with a name, which is made if it is not there.
  mutating func update(_ name: PathName, _ change: (inout PathTree.Node) -> Void) {
    let (index, isTaken) = place(of: name)
    if !isTaken { entries.insert((name, PathTree.Node()), at: index) }
    change(&entries[index].value)
    shareFolders(at: index)
  }

  /// Lists of more folders are hardly ever the same, and comparing them takes time.
  private static let longestShared = 16

  /// Has a folder hold the list of a folder beside it, if theirs say the same.
  private mutating func shareFolders(at index: Int) {
    let folders = entries[index].value.folders
    guard (1...Self.longestShared).contains(folders.count) else { return }
    for other in [index - 1, index + 1] where entries.indices.contains(other) {
      let others = entries[other].value.folders
      if others.isSame(as: folders) { entries[index].value.folders = others }
    }
  }

  /// Whether both have the same folders, of which those that hold folders again share the list of
  /// them: so that it does not take longer the deeper they are.
  private func isSame(as other: FolderMap) -> Bool {
    entries.elementsEqual(other.entries) { own, other in
      own.key == other.key && own.value.files == other.value.files
        && own.value.belongsToReport == other.value.belongsToReport
        && own.value.folders.isShared(with: other.value.folders)
    }
  }

  private func isShared(with other: FolderMap) -> Bool {
    entries.withUnsafeBufferPointer { own in
      other.entries.withUnsafeBufferPointer { other in
        own.count == other.count && (own.isEmpty || own.baseAddress == other.baseAddress)
      }
    }
  }

  /// Where the folder stands or would stand. Folders are mostly added in their order.
  private func place(of name: PathName) -> (index: Int, isTaken: Bool) {
    if let last = entries.last, last.key < name { return (entries.count, false) }
    return entries.place(of: name, by: \.key)
  }
}
