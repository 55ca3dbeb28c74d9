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
    /// The converter stopped; what stands before the bad byte, in UTF-8.
    case stopped(after: [UInt8])
    /// The platform has no table for this encoding.
    case unsupported
  }

  /// Converts `bytes` from `encoding` to UTF-8.
  static func utf8(_ bytes: ArraySlice<UInt8>, from encoding: String) -> Outcome {
    let converter = iconv_open("UTF-8", encoding)
    guard Int(bitPattern: converter) != -1 else { return .unsupported }
    defer { iconv_close(converter) }

    // Two bytes of GB18030 or UTF-16 become at most three of UTF-8, so that one buffer holds all.
    let capacity = bytes.count + bytes.count / 2 + 8
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
