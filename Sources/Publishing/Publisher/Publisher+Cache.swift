extension Publisher {
  /// What an earlier build stored under a name in `.sitegen/cache`, or nil. Caches are never
  /// committed; a build must give the same site without them.
  public func cached(_ name: String) throws(PublishingError) -> [UInt8]? {
    let name = try cacheName(name)
    guard let folder = try disk.openFolder(OutputLayout.cache, in: privateFolder) else {
      return nil
    }
    guard let file = try disk.openFile(name.text, in: folder) else { return nil }
    _ = try disk.regularStatus(of: file)
    var bytes: [UInt8] = []
    while true {
      let more = try disk.read(file)
      if more.isEmpty { return bytes }
      bytes += more
    }
  }

  /// Stores bytes for the next build under a name in `.sitegen/cache`; wholly or not at all.
  public func cache(_ bytes: [UInt8], as name: String) throws(PublishingError) {
    let name = try cacheName(name)
    let folder = try disk.makeFolder(OutputLayout.cache, in: privateFolder)
    try put(bytes, at: name, in: folder)
  }

  private func cacheName(_ name: String) throws(PublishingError) -> PathName {
    let path = try OutputPath(name)
    if path.folder.isEmpty { return path.name }
    throw .invalidPath(path: name, reason: "缓存的名字不能有“/”")
  }
}
