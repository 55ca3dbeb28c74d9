extension Publisher {
  /// Publishes files of the site itself (`index.html`, `assets/site.css`), in the given order and
  /// each one whole. A file that holds the right bytes is not touched.
  ///
  /// May be called several times and from several threads. The folders of reports are not for it.
  @discardableResult
  public func publish(siteFiles files: [OutputFile]) throws(PublishingError) -> PublishSummary {
    var summary = PublishSummary()
    for file in files {
      let path = try OutputPath(file.path)
      let isWritten = try withTurn(at: path.components) { () throws(PublishingError) in
        try publish(file.bytes, at: path)
      }
      if isWritten {
        summary.written += 1
      } else {
        summary.unchanged += 1
      }
    }
    return summary
  }

  private func publish(_ bytes: [UInt8], at path: OutputPath) throws(PublishingError) -> Bool {
    try state.withLock { state throws(PublishingError) in
      let folder = state.written.node(at: path.folder)
      let isTaken =
        folder?.belongsToReport ?? false || folder?.folders[path.name] != nil
        || state.written.contains(path)
      if isTaken { throw .writtenTwice(path: shown(path.components)) }
    }
    let isWritten = try write(bytes, at: path)
    state.withLock { state in
      state.written.add(path)
      if isWritten {
        state.summary.written += 1
      } else {
        state.summary.unchanged += 1
      }
    }
    return isWritten
  }

  private func write(_ bytes: [UInt8], at path: OutputPath) throws(PublishingError) -> Bool {
    var standing = Standing.missing
    if let folder = try openFolder(at: path.folder) {
      standing = try disk.standing(of: bytes, as: path.name.text, in: folder)
    }
    if standing == .equal { return false }
    let isOurs = known.contains(path)
    if standing == .different && !isOurs {
      throw .foreignFileInTheWay(path: shown(path.components))
    }
    if !isOurs { try note([path.components.joined]) }
    if let folder = try openFolder(at: path.folder, creating: true) {
      try put(bytes, at: path.name, in: folder)
    }
    return true
  }
}
