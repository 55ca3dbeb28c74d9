import Foundation

/// What tells one build of sitegen from another, so that no page outlives the tool that made it.
enum ToolIdentity {
  /// A digest of what tells the running program and the libraries that it has loaded from others:
  /// of each its build ID. Without one, it is the program's bytes, and a library's path, size and
  /// time.
  static func digest() throws -> Digest {
    var digest = DigestBuilder()
    let program = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    if let id = try BuildID.read("/proc/self/exe") {
      digest.add(id)
    } else {
      digest.add(try InputFile("exe", in: DiskFolder(name: "/proc/self"), flags: 0).digest())
    }
    for library in try libraries() where library != program {
      digest.add(library)
      if let id = try? BuildID.read(library) {
        digest.add(id)
        continue
      }
      var status = stat()
      guard stat(library, &status) == 0 else { continue }
      digest.add(
        "\(status.st_size) \(status.st_mtim.tv_sec) \(status.st_mtim.tv_nsec)")
    }
    return digest.finish()
  }

  private static func libraries() throws -> [String] {
    let maps = try DiskFolder(name: "/proc/self").bytes(of: "maps")
    var paths: Set<String> = []
    for line in maps.split(separator: UInt8(ascii: "\n")) {
      // Address, permissions, offset, device, inode, path.
      guard let start = line.firstIndex(of: UInt8(ascii: "/")) else { continue }
      let path = String(decoding: line[start...], as: UTF8.self)
      if path.contains(".so") { paths.insert(path) }
    }
    return paths.sorted()
  }
}
