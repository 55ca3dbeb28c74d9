import Foundation

/// How the files of a report look from outside: names, places on the disk, sizes and times of change.
///
/// Whatever changes a file gives it another time of change, and no program can choose that one. As
/// long as all look as they did when they were read, they hold the same bytes.
struct InputLook {
  private var bytes: [UInt8] = []
  private var newest = 0
  private var device: UInt64?
  private var areOnOneDisk = true

  /// Adds a file.
  mutating func add(_ name: String, _ status: stat) {
    let device = UInt64(truncatingIfNeeded: status.st_dev)
    newest = max(newest, status.st_ctim.tv_sec)
    if let first = self.device, first != device { areOnOneDisk = false }
    self.device = device
    bytes.append(contentsOf: name.utf8)
    bytes.append(0)
    let numbers = (
      device, UInt64(truncatingIfNeeded: status.st_ino), Int64(status.st_size),
      Int64(status.st_ctim.tv_sec), Int64(status.st_ctim.tv_nsec)
    )
    withUnsafeBytes(of: numbers) { bytes.append(contentsOf: $0) }
  }

  /// What tells the look from others.
  var digest: Digest { Digest(of: bytes) }

  /// The same of files that were read by a build which began at `begin`, in seconds since 1970; `nil`
  /// if their disk does not tell every change, or if one had changed just before, so that another
  /// change could bear the same time. The coarsest clocks go in steps of a second or two.
  func digest(readAfter begin: Int, on disks: TellingDisks) -> Digest? {
    guard newest < begin - 3, areOnOneDisk, let device, disks.has(device) else { return nil }
    return digest
  }
}
