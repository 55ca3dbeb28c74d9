/// Writes a set of whole numbers as text: the parts that a token occurs in.
///
/// The set is a row of bits, six to a character, the lowest first; a character that repeats is
/// followed by how often it stands. `/` alphabets and digits do not mix: the 64 characters are the
/// letters and twelve signs, never a digit. A token of every report, of every second file or of
/// one report alone are all a few bytes, and a report more changes only the end.
enum UnitSet {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#%&()*+-./:".utf8)

  /// Appends the set of `units`, which ascend.
  static func append(_ units: some Sequence<UInt32>, to bytes: inout [UInt8]) {
    var run = Run()
    var word: UInt32 = 0
    var bits: UInt8 = 0
    for unit in units {
      if unit / 6 != word {
        run.add(bits, 1, to: &bytes)
        run.add(0, unit / 6 - word - 1, to: &bytes)
        word = unit / 6
        bits = 0
      }
      bits |= 1 << UInt8(unit % 6)
    }
    run.add(bits, 1, to: &bytes)
    run.flush(to: &bytes)
  }

  /// One character and how often it stands.
  private struct Run {
    private var bits: UInt8 = 0
    private var count: UInt32 = 0

    mutating func add(_ more: UInt8, _ times: UInt32, to bytes: inout [UInt8]) {
      guard times > 0 else { return }
      if more != bits {
        flush(to: &bytes)
        bits = more
      }
      count += times
    }

    mutating func flush(to bytes: inout [UInt8]) {
      guard count > 0 else { return }
      bytes.append(UnitSet.alphabet[Int(bits)])
      if count > 1 { bytes.append(contentsOf: String(count).utf8) }
      count = 0
    }
  }
}
