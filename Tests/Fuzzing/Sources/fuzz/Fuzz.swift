import Foundation
import FuzzTargets

/// Runs libFuzzer, whose options are the arguments, on the target that `FUZZ_TARGET` names; with
/// `FUZZ_PUBLISH=1` on all that follows from loading, too.
@main
enum Fuzz {
  static let loader: @Sendable ([UInt8]) throws -> Void = {
    let environment = ProcessInfo.processInfo.environment
    let name = environment["FUZZ_TARGET"] ?? ""
    guard let target = FuzzTarget.all.first(where: { $0.name == name }) else {
      let names = FuzzTarget.all.map(\.name).joined(separator: " ")
      fatalError("FUZZ_TARGET is “\(name)”, not one of: \(names)")
    }
    return environment["FUZZ_PUBLISH"] == "1" ? target.publish : target.load
  }()

  static func main() {
    var count = CommandLine.argc
    var arguments = CommandLine.unsafeArgv
    exit(runFuzzer(&count, &arguments, feed))
  }
}

/// What libFuzzer calls with every input. A broken promise is a crash, whose input it keeps.
@_cdecl("LLVMFuzzerTestOneInput")
public func feed(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  do {
    try Fuzz.loader(Array(UnsafeBufferPointer(start: start, count: count)))
  } catch {
    fatalError("\(error)")
  }
  return 0
}

/// libFuzzer's own `main`, which SwiftPM's would hide.
@_silgen_name("LLVMFuzzerRunDriver")
private func runFuzzer(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ feed: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt
