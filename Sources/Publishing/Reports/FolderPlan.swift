#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What a folder is to hold, and how that stands to what it holds now.
struct FolderPlan {
  struct File {
    let name: PathName
    let bytes: [UInt8]
    var standing = Standing.missing
    /// What the file with these bytes looks like from outside, published or staged; moving it
    /// changes neither its inode nor its time.
    var status: stat?
  }

  struct Subfolder {
    let name: PathName
    var plan: FolderPlan
  }

  /// Sorted by name.
  private(set) var files: [File] = []
  /// Sorted by name.
  private(set) var folders: [Subfolder] = []
  /// Names of ours, sorted, that the folder shall no longer have.
  private(set) var dropped: [PathName] = []
  /// Whether the folder is there already.
  private(set) var exists = false

  /// The plan that makes a folder hold these files, of which every path is checked.
  init(_ files: [OutputFile], at target: [PathName]) throws(PublishingError) {
    for file in files {
      let path = try OutputPath(file.path, below: target)
      guard add(file.bytes, path.name, in: path.folder.dropFirst(target.count)) else {
        throw .writtenTwice(path: path.components.joined)
      }
    }
  }

  private init() {}

  private mutating func add(
    _ bytes: [UInt8], _ name: PathName, in folder: ArraySlice<PathName>
  ) -> Bool {
    guard let first = folder.first else {
      let (index, isTaken) = files.place(of: name, by: \.name)
      if isTaken || self.folder(name) != nil { return false }
      files.insert(File(name: name, bytes: bytes), at: index)
      return true
    }
    if file(first) != nil { return false }
    let (index, isTaken) = folders.place(of: first, by: \.name)
    if !isTaken { folders.insert(Subfolder(name: first, plan: FolderPlan()), at: index) }
    return folders[index].plan.add(bytes, name, in: folder.dropFirst())
  }

  func file(_ name: PathName) -> File? {
    let (index, isTaken) = files.place(of: name, by: \.name)
    return isTaken ? files[index] : nil
  }

  func folder(_ name: PathName) -> FolderPlan? {
    let (index, isTaken) = folders.place(of: name, by: \.name)
    return isTaken ? folders[index].plan : nil
  }

  /// The names without the bytes, for when those are on disk.
  var names: FolderNames {
    FolderNames(
      files: files.map(\.name), dropped: dropped,
      folders: folders.map { FolderNames.Subfolder(name: $0.name, names: $0.plan.names) })
  }

  /// Looks at what is there. A file that differs from what we are to write, and that we did not
  /// write before, is an error: it belongs to somebody.
  mutating func compare(
    with folder: borrowing Folder, known: PathTree.Node?, _ disk: Disk
  ) throws(PublishingError) {
    exists = true
    for index in files.indices {
      let name = files[index].name
      let (standing, status) = try disk.compare(
        files[index].bytes, with: name.text, in: folder)
      let isOurs = known?.files.containsSorted(name) ?? false
      if standing == .different && !isOurs {
        throw .foreignFileInTheWay(path: folder.path(of: name.text))
      }
      files[index].standing = standing
      files[index].status = status
    }
    for name in known?.files ?? [] where file(name) == nil {
      if try disk.kind(name.text, in: folder) == .file { dropped.append(name) }
    }
    for index in folders.indices {
      let name = folders[index].name
      guard let child = try disk.openFolder(name.text, in: folder) else { continue }
      try folders[index].plan.compare(with: child, known: known?.folders[name], disk)
    }
  }

  /// Writes every file that is missing or differs into a staging folder.
  mutating func stage(into new: borrowing Folder, _ disk: Disk) throws(PublishingError) {
    for index in files.indices where files[index].standing != .equal {
      files[index].status = try disk.write(
        files[index].bytes, to: files[index].name.text, in: new)
    }
    for index in folders.indices where folders[index].plan.hasChanges {
      let folder = try disk.makeFolder(folders[index].name.text, in: new)
      try folders[index].plan.stage(into: folder, disk)
    }
  }

  private var hasChanges: Bool {
    files.contains { $0.standing != .equal } || folders.contains { $0.plan.hasChanges }
  }

  /// Adds to `state` how the files look from outside, once all are staged.
  func combine(into state: inout OutputState) {
    for file in files {
      if let status = file.status { state.combine(file.name, status) }
    }
    for child in folders {
      state.enter(child.name)
      child.plan.combine(into: &state)
      state.leave()
    }
  }

  /// Calls `body` with every folder of the plan that has files, and their path.
  func forEachFolder(
    at path: [PathName], _ body: ([PathName], FolderPlan) throws(PublishingError) -> Void
  ) throws(PublishingError) {
    if !files.isEmpty || !dropped.isEmpty { try body(path, self) }
    for child in folders { try child.plan.forEachFolder(at: path + [child.name], body) }
  }
}
