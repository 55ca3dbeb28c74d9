/// Gathers the lines of a list of paths into a tree. Lines of one folder mostly follow each other,
/// and folders at the same depth mostly have the same names.
struct PathList {
  /// Whether each line so far comes after the one before it, by bytes.
  private(set) var isSorted = true
  /// How many bytes the lines would take, each with a line break.
  private(set) var length = 0

  private var tree = PathTree()
  /// Folders whose lines came too late. A tree grows quickly only in order, which a list that somebody
  /// has mixed up must not undo.
  private var late: [(folder: [PathName], names: [PathName])] = []
  private var latest: [PathName] = []
  private var folder: [PathName] = []
  /// The folder's path with a `/` behind it; empty at the top.
  private var prefix: [UInt8] = []
  private var names: [PathName] = []
  /// The names of the last folder at each depth.
  private var previous: [[PathName]] = [[]]

  /// Adds a path, if it is one that sitegen could have written.
  mutating func add(_ line: ArraySlice<UInt8>) {
    let name = line.dropFirst(prefix.count)
    guard line.starts(with: prefix), !name.contains(UInt8(ascii: "/")) else {
      return addFirst(line)
    }
    if let expected, expected.hasBytes(name) {
      append(expected, line.count)
    } else if let text = String(validating: name, as: UTF8.self),
      let name = OutputPath.name(text, in: folder)
    {
      append(name, line.count)
    }
  }

  /// All paths.
  mutating func finish() -> PathTree {
    flush()
    for (folder, names) in late.sorted(by: { $0.folder.lexicographicallyPrecedes($1.folder) }) {
      tree.add(names, in: folder)
    }
    late = []
    return tree
  }

  /// What the next name in the folder is likely to be.
  private var expected: PathName? {
    let likely = previous[folder.count]
    return names.count < likely.count ? likely[names.count] : nil
  }

  /// Adds a path, perhaps the first one in a folder.
  private mutating func addFirst(_ line: ArraySlice<UInt8>) {
    guard let text = String(validating: line, as: UTF8.self), let path = try? OutputPath(text)
    else { return }
    if path.folder != folder {
      if let last = names.last, !(prefix + last.text.utf8).lexicographicallyPrecedes(line) {
        isSorted = false
      }
      flush()
      folder = path.folder
      prefix = folder.isEmpty ? [] : Array((folder.joined + "/").utf8)
      while previous.count <= folder.count { previous.append([]) }
    }
    append(path.name, line.count)
  }

  private mutating func append(_ name: PathName, _ count: Int) {
    if let last = names.last, !(last < name) { isSorted = false }
    names.append(name)
    length += count + 1
  }

  private mutating func flush() {
    if names.isEmpty { return }
    if !zip(names, names.dropFirst()).allSatisfy({ $0 < $1 }) { names = Set(names).sorted() }
    if folder.lexicographicallyPrecedes(latest) {
      late.append((folder, names))
    } else {
      tree.add(names, in: folder)
      latest = folder
    }
    previous[folder.count] = names
    names = []
  }
}
