extension Publisher {
  /// What was recorded of a report with its staged files, or else with its published ones; nil
  /// where nothing was. Records are never committed; a build must give the same site without them.
  public func record(of folder: String) throws(PublishingError) -> [UInt8]? {
    if let report = state.withLock({ $0.reports[folder] }), report.hasRecord {
      return try disk.contents(StagedReport.recordName(report.name), in: staging)
    }
    return try disk.contents(recordName(folder), in: records)
  }

  /// Stages the record of a report without its files: a build that has to publish nothing in the
  /// end keeps there what it found. Only ``record(of:)`` gives it.
  public func stage(record: [UInt8], of folder: String) throws(PublishingError) {
    let place = nextStagingPlace()
    let path = try shown(OutputPath(folder).components)
    try disk.write(record, to: StagedReport.recordName(place.name), in: staging, shownAs: path)
    state.withLock { state in
      state.reports[folder] = StagedReport(
        outlook: state.outlook(FolderNames(), PlannedChanges()), place: place, hasRecord: true)
    }
  }

  /// What an earlier build left under a name that is no report's.
  public func record(named name: String) throws(PublishingError) -> [UInt8]? {
    try disk.contents(OutputPath(name).name.text, in: records)
  }

  /// Leaves bytes for a later build, wholly or not at all.
  public func leave(_ bytes: [UInt8], as name: String) throws(PublishingError) {
    let name = try OutputPath(name).name.text
    let staged = nextStagingName()
    do throws(PublishingError) {
      try disk.write(bytes, to: staged, in: staging, shownAs: records.path(of: name))
      try disk.rename(staged, in: staging, to: name, in: records)
    } catch {
      _ = try? disk.removeFile(staged, in: staging)
      throw error
    }
  }

  /// The error that the record of the report in `folder` is damaged.
  public func damage(toRecordOf folder: String) -> PublishingError {
    .damagedRecord(path: records.path(of: recordName(folder)))
  }

  /// Removes the records of all reports but those in the given folders.
  public func removeRecords(except folders: [String]) throws(PublishingError) {
    // As numbers: there may be ten thousand, and as names they would take six times as much.
    let wanted = Set(folders.map(recordNumber))
    var stale: [FolderEntry] = []
    try disk.forEachEntry(of: records) { entry in
      guard let name = entry.name?.text, name.hasSuffix(Self.recordEnding) else { return }
      let number = UInt64(name.dropLast(Self.recordEnding.count), radix: 16)
      let isWanted = number.map { wanted.contains($0) && recordName($0) == name } ?? false
      if !isWanted { stale.append(entry) }
    }
    for entry in stale { try disk.removeTree(entry.rawName, in: records) }
  }

  private static let recordEnding = ".report"

  func recordName(_ folder: String) -> String {
    recordName(recordNumber(folder))
  }

  private func recordName(_ number: UInt64) -> String {
    String(number, radix: 16) + Self.recordEnding
  }

  /// A report's path has folders and may be long, so its record is named after the path's hash. Two
  /// with the same hash would take each other's place, which whoever reads the record sees by the
  /// path in it.
  private func recordNumber(_ folder: String) -> UInt64 {
    var hash = StableHash()
    hash.combine(folder)
    return hash.value
  }
}
