#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What published files look like from outside: names, sizes, inodes and times of change. An
/// incremental build remembers it beside the hash of its inputs, and keeps a report only if both
/// are the same, so that a page which somebody edited or deleted in the output is built again.
public struct OutputState: Sendable, Equatable {
  private var hash: StableHash

  /// Takes a state out of a record.
  public init(value: UInt64) {
    hash = StableHash(value: value)
  }

  /// The state of no files.
  public init() {
    hash = StableHash()
  }

  /// The state as a number, to be stored in a record.
  public var value: UInt64 { hash.value }

  /// Adds a file of the folder that was entered last.
  mutating func combine(_ name: PathName, _ status: stat) {
    hash.combine(name.text)
    withUnsafeBytes(of: status.identity) { hash.combine($0) }
  }

  /// Goes on with a folder in the present one.
  mutating func enter(_ folder: PathName) {
    hash.combine("/")
    hash.combine(folder.text)
  }

  /// Adds files whose state was found by itself.
  public mutating func combine(_ files: OutputState) {
    withUnsafeBytes(of: files.value.littleEndian) { hash.combine($0) }
  }

  /// Goes back to the folder that the present one is in.
  mutating func leave() {
    hash.combine("/")
  }
}

extension Publisher {
  /// Counts the files of an earlier build in a report's folder as part of this one without looking
  /// at their bytes, if they are in the given state; otherwise does nothing and returns false: then
  /// the report has to be built.
  public func keep(folder: String, ifIn expected: OutputState) throws(PublishingError) -> Bool {
    let target = try OutputPath(folder)
    guard let ours = known.node(at: target.components),
      try state(of: ours, at: target.components) == expected
    else { return false }
    try state.withLock { state throws(PublishingError) in
      if state.written.contains(target) || state.written.node(at: target.components) != nil {
        throw .writtenTwice(path: shown(target.components))
      }
      state.summary.unchanged += state.written.add(ours, at: target.components, report: true)
    }
    return true
  }

  /// Whether a report's published files are in the given state.
  public func isPublished(
    folder: String, in expected: OutputState
  ) throws(PublishingError) -> Bool {
    let target = try OutputPath(folder).components
    guard let ours = known.node(at: target) else { return false }
    return try state(of: ours, at: target) == expected
  }

  /// The state of a report's files, or nil if one is missing.
  private func state(
    of node: PathTree.Node, at path: [PathName]
  ) throws(PublishingError) -> OutputState? {
    guard let folder = try openFolder(at: path) else { return nil }
    var result = OutputState()
    return try combine(node, in: folder, into: &result) ? result : nil
  }

  /// Adds the files of a folder; `false` if one is missing.
  private func combine(
    _ node: PathTree.Node, in folder: borrowing Folder, into state: inout OutputState
  ) throws(PublishingError) -> Bool {
    for name in node.files {
      guard let status = try disk.status(name.text, in: folder), status.isRegularFile else {
        return false
      }
      state.combine(name, status)
    }
    for (name, child) in node.folders {
      guard let folder = try disk.openFolder(name.text, in: folder) else { return false }
      state.enter(name)
      guard try combine(child, in: folder, into: &state) else { return false }
      state.leave()
    }
    return true
  }
}
