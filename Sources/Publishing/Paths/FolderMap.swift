/// The folders in a folder by their names, in the order of those. Most folders that hold any hold
/// one, which as a list is half as large as a dictionary, and there may be ten thousand such.
struct FolderMap: Sendable, RandomAccessCollection {
  typealias Element = (key: PathName, value: PathTree.Node)

  private var entries: [Element] = []

  var startIndex: Int { 0 }
  var endIndex: Int { entries.count }
  subscript(position: Int) -> Element { entries[position] }

  /// The folder with a name.
  subscript(name: PathName) -> PathTree.Node? {
    let place = place(of: name)
    return isThere(name, at: place) ? entries[place].value : nil
  }

  /// Changes the folder with a name, which is made if it is not there.
  mutating func update(_ name: PathName, _ change: (inout PathTree.Node) -> Void) {
    let place = place(of: name)
    if !isThere(name, at: place) { entries.insert((name, PathTree.Node()), at: place) }
    change(&entries[place].value)
  }

  /// Where the folder stands or would stand. Folders are mostly added in their order.
  private func place(of name: PathName) -> Int {
    if let last = entries.last, last.key < name { return entries.count }
    var low = 0
    var high = entries.count
    while low < high {
      let middle = low + (high - low) / 2
      if entries[middle].key < name { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func isThere(_ name: PathName, at place: Int) -> Bool {
    place < entries.count && entries[place].key == name
  }
}
