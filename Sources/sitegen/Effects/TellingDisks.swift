import Foundation

/// The disks on which whatever changes a file shows in its time of change. Elsewhere, with FAT or on a
/// drive that another program provides, that may be a time which programs can set.
struct TellingDisks: Sendable {
  private static let kinds: Set<String> = [
    "btrfs", "ext2", "ext3", "ext4", "f2fs", "overlay", "ramfs", "tmpfs", "xfs", "zfs",
  ]

  private let devices: Set<UInt64>

  /// The disks that this machine has mounted; none where it does not say.
  static func mounted() -> TellingDisks {
    let mounts = try? DiskFolder(name: "/proc/self").bytes(of: "mountinfo")
    return TellingDisks(mounts: String(decoding: mounts ?? [], as: UTF8.self))
  }

  /// The disks in what Linux says of them, a line each:
  /// `36 35 98:0 / /mnt rw,noatime master:1 - ext3 /dev/root rw`.
  init(mounts: String) {
    var devices: Set<UInt64> = []
    for line in mounts.split(separator: "\n") {
      let fields = line.split(separator: " ")
      guard let dash = fields.firstIndex(of: "-"), dash > 2, dash + 1 < fields.count,
        Self.kinds.contains(String(fields[dash + 1]))
      else { continue }
      let numbers = fields[2].split(separator: ":").compactMap { UInt64($0) }
      if numbers.count == 2 { devices.insert(Self.device(numbers[0], numbers[1])) }
    }
    self.devices = devices
  }

  /// Whether a file of the given device is on one of them.
  func has(_ device: UInt64) -> Bool { devices.contains(device) }

  /// A device's number as the system gives it, out of its two parts.
  private static func device(_ major: UInt64, _ minor: UInt64) -> UInt64 {
    (major & ~0xFFF) << 32 | (major & 0xFFF) << 8 | (minor & ~0xFF) << 12 | minor & 0xFF
  }
}
