import Previewing

/// Tells a preview what changed on disk, as soon as it is wholly written.
struct SourceWatch {
  /// How long to wait between two looks at the least.
  private static let pause = Duration.milliseconds(100)
  /// After how many looks a file that changes without end is taken as it is.
  private static let patience = 10

  private var content: FolderWatch
  private var templates: FolderWatch

  /// A watch over both folders as they are now.
  init(content: DiskFolder, templates: DiskFolder) {
    self.content = FolderWatch(content)
    self.templates = FolderWatch(templates)
  }

  /// Looks until the task is cancelled, and calls `report` with what changed.
  mutating func run(
    clock: some Clock<Duration>, _ report: (SourceChanges) async -> Void
  ) async throws {
    var pending = SourceChanges()
    var looks = 0
    while true {
      var seen = SourceChanges()
      let duration = clock.measure {
        seen = SourceChanges(content: content.changes(), templates: templates.changes())
      }
      pending.content.formUnion(seen.content)
      pending.templates.formUnion(seen.templates)
      looks = pending.isEmpty ? 0 : looks + 1
      // A file that is still being written changes from one look to the next.
      if !pending.isEmpty, seen.isEmpty || looks > Self.patience {
        await report(pending)
        pending = SourceChanges()
      }
      // Thousands of files take a while to look at; most of the time nothing is done.
      try await clock.sleep(for: max(Self.pause, duration * 5))
    }
  }
}
