/// Writes a set of whole numbers as text: the parts that a token occurs in.
///
/// The set is a row of bits, six to a character, the lowest first; a character that repeats is
/// followed by how often it stands. The 64 characters are the letters and twelve signs, never a
/// digit. A token of every part, of every second or of one alone are all a few bytes.
enum UnitSet {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#%&()*+-./:".utf8)

  /// Appends the set of `units`, which ascend.
  static func append(_ units: some Sequence<UInt32>, to buffer: inout ScriptBuffer) {
    var run = Run()
    var word: UInt32 = 0
    var bits: UInt8 = 0
    for unit in units {
      if unit / 6 != word {
        run.add(bits, 1, to: &buffer)
        run.add(0, unit / 6 - word - 1, to: &buffer)
        word = unit / 6
        bits = 0
      }
      bits |= 1 << UInt8(unit % 6)
    }
    run.add(bits, 1, to: &buffer)
    run.flush(to: &buffer)
  }

  /// One character and how often it stands.
  private struct Run {
    private var bits: UInt8 = 0
    private var count: UInt32 = 0

    mutating func add(_ more: UInt8, _ times: UInt32, to buffer: inout ScriptBuffer) {
      guard times > 0 else { return }
      if more != bits {
        flush(to: &buffer)
        bits = more
      }
      count += times
    }

    mutating func flush(to buffer: inout ScriptBuffer) {
      guard count > 0 else { return }
      buffer.byte(UnitSet.alphabet[Int(bits)])
      if count > 1 { buffer.number(Int(count)) }
      count = 0
    }
  }
}
