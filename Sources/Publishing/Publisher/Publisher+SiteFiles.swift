extension Publisher {
  /// Counts files of the site as part of this build without looking at them, if an earlier build
  /// published them all; otherwise does nothing and returns false.
  ///
  /// - Parameter paths: Sorted by their bytes, each once.
  public func keep(siteFiles paths: PathLines) throws(PublishingError) -> Bool {
    let runs = try FolderRun.runs(in: paths)
    let areKnown = runs.allSatisfy { run in
      guard let files = known.node(at: run.folder)?.files else { return false }
      return run.names.allSatisfy(files.containsSorted)
    }
    guard areKnown else { return false }
    state.withLock { state in
      for run in runs { state.written.add(run.names, in: run.folder) }
      state.summary.unchanged += runs.reduce(0) { $0 + $1.names.count }
    }
    return true
  }

  /// The state of files of the site, in the given order; nil if one is missing.
  public func state(ofSiteFiles paths: PathLines) throws(PublishingError) -> OutputState? {
    var result = OutputState()
    for run in try FolderRun.runs(in: paths) {
      guard let folder = try openFolder(at: run.folder) else { return nil }
      for name in run.folder { result.enter(name) }
      for name in run.names {
        guard let status = try disk.status(name.text, in: folder), status.isRegularFile else {
          return nil
        }
        result.combine(name, status)
      }
      for _ in run.folder { result.leave() }
    }
    return result
  }
}

/// Files right in one folder whose paths follow each other in a list.
private struct FolderRun {
  let folder: [PathName]
  private(set) var names: [PathName]

  /// The runs in a list of paths. There may be thousands in one folder.
  static func runs(in paths: PathLines) throws(PublishingError) -> [FolderRun] {
    var runs: [FolderRun] = []
    /// The folder of the last run with a `/` behind it.
    var prefix = ""
    for path in paths {
      if let folder = runs.last?.folder, path.utf8.starts(with: prefix.utf8) {
        let rest = path.utf8.dropFirst(prefix.utf8.count)
        if !rest.contains(UInt8(ascii: "/")),
          let name = OutputPath.name(String(Substring(rest)), in: folder)
        {
          runs[runs.count - 1].names.append(name)
          continue
        }
      }
      let place = try OutputPath(path)
      prefix = place.folder.isEmpty ? "" : place.folder.joined + "/"
      runs.append(FolderRun(folder: place.folder, names: [place.name]))
    }
    return runs
  }
}
