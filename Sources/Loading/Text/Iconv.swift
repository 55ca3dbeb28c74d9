#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The platform's converter between character encodings; nothing else of the package calls it.
enum Iconv {
  /// What became of a conversion.
  enum Outcome {
    /// All of it was converted.
    case converted([UInt8])
    /// The converter stopped; what stands before the bad byte, converted.
    case stopped(after: [UInt8])
    /// The platform has no table for this encoding.
    case unsupported
  }

  /// Converts `bytes` between two encodings, one of which is UTF-8.
  static func convert(
    _ bytes: ArraySlice<UInt8>, from source: String = "UTF-8", to target: String = "UTF-8"
  ) -> Outcome {
    let converter = iconv_open(target, source)
    guard Int(bitPattern: converter) != -1 else { return .unsupported }
    defer { iconv_close(converter) }

    // Two bytes of GB18030 or UTF-16 become at most three of UTF-8, and one or two of UTF-8 at most
    // two or four of the others, so that one buffer holds all.
    let capacity = bytes.count * 2 + 8
    var input = Array(bytes)
    var complete = false
    let output = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      input.withUnsafeMutableBytes { source in
        guard let sourceBase = source.bindMemory(to: CChar.self).baseAddress,
          let targetBase = UnsafeMutableRawBufferPointer(buffer)
            .bindMemory(to: CChar.self).baseAddress
        else {
          complete = true
          return
        }
        var next: UnsafeMutablePointer<CChar>? = sourceBase
        var left = source.count
        var target: UnsafeMutablePointer<CChar>? = targetBase
        var room = capacity
        complete = iconv(converter, &next, &left, &target, &room) != -1
        count = capacity - room
      }
    }
    return complete ? .converted(output) : .stopped(after: output)
  }
}
