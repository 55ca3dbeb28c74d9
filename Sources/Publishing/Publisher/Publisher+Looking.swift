/// How a published file stands to what it should be.
public enum Difference: Sendable, Equatable {
  /// The file is not there.
  case missing(path: String)
  /// The file holds other bytes.
  case different(path: String)
}

extension Publisher {
  /// Whether a build has used the folder at a path for its output; nothing is made there.
  public static func hasOutput(in path: String) -> Bool {
    Disk().hasOutput(path + "/" + OutputLayout.privateFolder)
  }

  /// Whether an earlier build published a report in a folder, by the manifest.
  public func hasReport(in folder: String) -> Bool {
    (try? OutputPath(folder)).map { known.node(at: $0.components) != nil } ?? false
  }

  /// The folders in which this build, which has ended, wrote or left a file of this name.
  public func folders(holding name: String) -> [String] {
    state.withLock { $0.written.root }.folders(holding: PathName(name), at: []).sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
  }

  /// Whether an earlier build published the pages of the whole site, by the manifest.
  public var hasSitePages: Bool {
    (try? OutputPath("index.html")).map { known.contains($0) } ?? false
  }

  /// Compares files with what is published, in the given order, and counts them as part of this
  /// build. Nothing is staged.
  ///
  /// - Parameter folder: The report's folder, or nothing for files of the site.
  public func differences(
    of files: [OutputFile], in folder: String = ""
  ) throws(PublishingError) -> [Difference] {
    let parent = folder.isEmpty ? [] : try OutputPath(folder).components
    var result: [Difference] = []
    for file in files {
      let path = try OutputPath(file.path, below: parent)
      var standing = Standing.missing
      if let folder = try openFolder(at: path.folder) {
        standing = try disk.standing(of: file.bytes, as: path.name.text, in: folder)
      }
      switch standing {
      case .equal: break
      case .missing: result.append(.missing(path: path.components.joined))
      case .different: result.append(.different(path: path.components.joined))
      }
      state.withLock { $0.written.add(path) }
    }
    return result
  }

  /// The files of an earlier build that are still there and no part of this one, sorted.
  public func stalePaths() throws(PublishingError) -> [String] {
    let written = state.withLock { $0.written }
    var result: [String] = []
    try known.root.forEachPath { path throws(PublishingError) in
      let place = try OutputPath(path)
      if written.contains(place) { return }
      guard let folder = try openFolder(at: place.folder) else { return }
      if try disk.kind(place.name.text, in: folder) == .file { result.append(path) }
    }
    return result
  }

  /// How the manifest differs from one that lists the files of this build; `nil` if it does not.
  public func manifestDifference() throws(PublishingError) -> Difference? {
    let written = state.withLock { $0.written.root }
    if try Manifest.isWritten(written, in: root, disk) { return nil }
    return try disk.kind(OutputLayout.manifest, in: root) == nil
      ? .missing(path: OutputLayout.manifest) : .different(path: OutputLayout.manifest)
  }

  /// The published files of a report, by the manifest.
  public func files(ofReport folder: String) throws(PublishingError) -> [OutputFile] {
    let target = try OutputPath(folder).components
    guard let node = known.node(at: target) else { return [] }
    var files: [OutputFile] = []
    try node.forEachPath { path throws(PublishingError) in
      let place = try OutputPath(path, below: target)
      guard let folder = try openFolder(at: place.folder),
        let bytes = try disk.contents(place.name.text, in: folder)
      else { return }
      files.append(OutputFile(path: path, bytes: bytes))
    }
    return files
  }
}
