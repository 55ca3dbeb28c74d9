/// What published files looked like from outside: sizes, inodes and times of change. An incremental
/// build remembers it beside the hash of its inputs, and skips a report only if both are the same,
/// so that a page which somebody edited or deleted in the output is built again.
public struct OutputState: Sendable, Equatable {
  /// The state as a number, to be stored in a cache.
  public let value: UInt64

  /// Takes a state out of a cache.
  public init(value: UInt64) {
    self.value = value
  }
}

extension Publisher {
  /// The state of a report's files, or nil if one is missing or not of sitegen's making.
  ///
  /// - Parameter folder: The report's folder, or nothing for files of the site.
  public func state(of paths: [String], in folder: String = "") throws(PublishingError)
    -> OutputState?
  {
    try state(of: places(of: paths, in: folder))
  }

  /// Counts files of an earlier build as part of this one without looking at their bytes, if they
  /// are still in the state that they were left in; otherwise does nothing and returns false: then
  /// they have to be published.
  public func keep(
    _ paths: [String], in folder: String = "", ifIn expected: OutputState
  ) throws(PublishingError) -> Bool {
    let places = try places(of: paths, in: folder)
    let report = folder.isEmpty ? nil : try OutputPath(folder).components
    guard try state(of: places) == expected else { return false }
    try state.withLock { state throws(PublishingError) in
      for place in places {
        let folder = state.written.node(at: place.folder)
        if state.written.contains(place) || folder?.belongsToReport ?? false {
          throw .writtenTwice(path: shown(place.components))
        }
      }
      for group in groups(of: places) {
        state.written.add(group.names, in: group.folder, report: report != nil)
      }
      state.summary.unchanged += places.count
    }
    return true
  }

  private func places(of paths: [String], in folder: String) throws(PublishingError) -> [OutputPath]
  {
    let parent = folder.isEmpty ? [] : try OutputPath(folder).components
    var places: [OutputPath] = []
    for path in paths { places.append(try OutputPath(path, below: parent)) }
    return places.sorted { $0.components.lexicographicallyPrecedes($1.components) }
  }

  private func groups(of places: [OutputPath]) -> [(folder: [PathName], names: [PathName])] {
    var names: [[PathName]: Set<PathName>] = [:]
    for place in places { names[place.folder, default: []].insert(place.name) }
    return names.map { (folder: $0.key, names: $0.value.sorted()) }
  }

  private func state(of places: [OutputPath]) throws(PublishingError) -> OutputState? {
    var hash = FowlerNollVo()
    var names: [PathName] = []
    for group in groups(of: places).sorted(by: { $0.folder.lexicographicallyPrecedes($1.folder) }) {
      let ours = earlierAndNew(group.folder)
      guard let folder = try openFolder(at: group.folder) else { return nil }
      for name in group.names {
        guard ours.contains(where: { $0.containsSorted(name) }) else { return nil }
        guard let status = try disk.status(name.text, in: folder) else { return nil }
        guard status.isRegularFile else { return nil }
        hash.combine((group.folder + [name]).joined.utf8)
        for number in status.identity {
          hash.combine(withUnsafeBytes(of: number.littleEndian, Array.init))
        }
        names.append(name)
      }
    }
    return OutputState(value: hash.value)
  }

  private func earlierAndNew(_ folder: [PathName]) -> [[PathName]] {
    let new = state.withLock { $0.written.node(at: folder)?.files }
    return [known.node(at: folder)?.files, new].compactMap(\.self)
  }
}

/// FNV-1a, the same on every machine and in every run.
struct FowlerNollVo {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  mutating func combine(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
    value = (value ^ 0xFF) &* 0x100_0000_01b3
  }
}
