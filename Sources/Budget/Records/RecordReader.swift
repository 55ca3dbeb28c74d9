/// Reads what a ``RecordWriter`` has written, from front to back.
public struct RecordReader: Sendable {
  private let bytes: ArraySlice<UInt8>
  private var offset: Int

  /// A reader of `bytes`.
  public init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    offset = bytes.startIndex
  }

  /// The next number.
  public mutating func number() throws(DamagedRecord) -> Int {
    guard let number = Int(exactly: try wideNumber()) else { throw DamagedRecord() }
    return number
  }

  /// The next number, which may be as large as a sum of money.
  public mutating func wideNumber() throws(DamagedRecord) -> Int128 {
    var value: UInt128 = 0
    var shift = 0
    while true {
      guard offset < bytes.endIndex, shift < UInt128.bitWidth else { throw DamagedRecord() }
      let byte = bytes[offset]
      offset += 1
      value |= UInt128(byte & 0x7F) << UInt128(shift)
      if byte < 0x80 { break }
      shift += 7
    }
    return Int128(bitPattern: value >> 1) ^ -Int128(bitPattern: value & 1)
  }

  /// The next text.
  public mutating func text() throws(DamagedRecord) -> String {
    let count = try number()
    guard count >= 0, count <= bytes.endIndex - offset,
      let text = String(validating: bytes[offset..<(offset + count)], as: UTF8.self)
    else { throw DamagedRecord() }
    offset += count
    return text
  }

  /// The next value.
  public mutating func value<Value: Recordable>() throws(DamagedRecord) -> Value {
    try Value(from: &self)
  }

  /// The next value, if there is one.
  public mutating func optional<Value: Recordable>() throws(DamagedRecord) -> Value? {
    switch try number() {
    case 0: return nil
    case 1: return try Value(from: &self)
    default: throw DamagedRecord()
    }
  }

  /// The next values.
  public mutating func values<Value: Recordable>() throws(DamagedRecord) -> [Value] {
    let count = try number()
    // Every value takes a byte at least.
    guard count >= 0, count <= bytes.endIndex - offset else { throw DamagedRecord() }
    var values: [Value] = []
    values.reserveCapacity(count)
    for _ in 0..<count { values.append(try Value(from: &self)) }
    return values
  }
}

/// Bytes that no ``RecordWriter`` has written, or one of another version.
public struct DamagedRecord: Error {
  /// Says no more: what was kept has to be made again.
  public init() {}
}
