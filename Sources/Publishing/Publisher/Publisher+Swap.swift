extension Publisher {
  /// Builds the folder anew, complete, beside the site, and swaps it in with one call.
  func replace(_ target: OutputPath, with plan: FolderPlan) throws(PublishingError) {
    let staged = nextStagingName()
    do throws(PublishingError) {
      guard let parent = try openFolder(at: target.folder, creating: true) else { return }
      let path = parent.path(of: target.name.text)
      let new = try disk.makeFolder(staged, in: staging, shownAs: path)
      if let old = try disk.openFolder(target.name.text, in: parent) {
        try plan.merge(old, into: new, disk)
        try swap(staged, with: target, in: parent)
      } else {
        try plan.write(into: new, disk)
        try disk.rename(staged, in: staging, to: target.name.text, in: parent)
      }
    } catch {
      try? disk.removeTree(staged, in: staging)
      throw error
    }
    // The new report stands; what is left of the old one can wait for the next build.
    try? disk.removeTree(staged, in: staging)
  }

  private func swap(
    _ staged: String, with target: OutputPath, in parent: borrowing Folder
  ) throws(PublishingError) {
    let name = target.name.text
    if try disk.exchange(staged, in: staging, with: name, in: parent) { return }
    // Two renames, with a note of where they lead: a build that finds the note completes them.
    let old = Recovery.oldName(staged)
    let note = Recovery.noteName(staged)
    let line = Array((target.components.joined + "\n").utf8)
    try disk.write(line, to: note, in: staging)
    try disk.rename(name, in: parent, to: old, in: staging)
    do throws(PublishingError) {
      try disk.rename(staged, in: staging, to: name, in: parent)
    } catch {
      try? disk.rename(old, in: staging, to: name, in: parent)
      throw error
    }
    try? disk.removeTree(old, in: staging)
    _ = try? disk.removeFile(note, in: staging)
  }
}
