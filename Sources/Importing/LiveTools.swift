import Dispatch
import Foundation

extension ImportTools {
  /// The programs and files of this machine.
  public static func live(decode: @escaping @Sendable ([UInt8]) -> String?) -> ImportTools {
    ImportTools(
      run: { program, arguments, limit in
        guard let path = executable(program) else { return nil }
        return try run(path, arguments, limit: limit)
      },
      withTemporaryFolder: { body in
        let folder = FileManager.default.temporaryDirectory
          .appendingPathComponent("sitegen-import-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder.path)
      },
      write: { bytes, path in try Data(bytes).write(to: URL(fileURLWithPath: path)) },
      read: { path in
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
          return nil
        }
        guard !isFolder.boolValue else {
          throw ImportFailure(.content, file: path, "这是文件夹，不是文件。请写出要导入的是里面的哪个文件。")
        }
        return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
      },
      decode: decode)
  }

  /// How long a program may take, in seconds.
  private static let timeLimit = 180.0

  private static func executable(_ program: String) -> String? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin")
      .split(separator: ":")
    return folders.lazy.map { $0 + "/" + program }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  private static func run(_ path: String, _ arguments: [String], limit: Int) throws -> Output {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let timeout = DispatchWorkItem { process.terminate() }
    DispatchQueue.global().asyncAfter(deadline: .now() + timeLimit, execute: timeout)
    var bytes: [UInt8] = []
    var isCut = false
    while let data = try pipe.fileHandleForReading.read(upToCount: 1 << 20), !data.isEmpty {
      bytes += data
      guard bytes.count <= limit else {
        isCut = true
        process.terminate()
        break
      }
    }
    try pipe.fileHandleForReading.close()
    process.waitUntilExit()
    timeout.cancel()
    return Output(status: process.terminationStatus, bytes: bytes, isCut: isCut)
  }
}
