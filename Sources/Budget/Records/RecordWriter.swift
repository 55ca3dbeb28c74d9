/// Writes values one after the other as the bytes that a build keeps for the next one.
///
/// The bytes do not say what they are: ``RecordReader`` has to ask for the same values in the same
/// order. Whoever keeps them keeps a version beside them.
public struct RecordWriter {
  /// What was written so far.
  public private(set) var bytes: [UInt8] = []

  /// A writer that has written nothing.
  public init() {}

  /// Writes a number; small ones take little room.
  public mutating func write(_ number: Int128) {
    // LEB128, the sign in the lowest bit.
    var rest = UInt128(bitPattern: number << 1 ^ number >> 127)
    while rest > 0x7F {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// Writes a number.
  public mutating func write(_ number: Int) {
    write(Int128(number))
  }

  /// Writes a text.
  public mutating func write(_ text: String) {
    write(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  /// Writes a value by its parts.
  public mutating func write(_ value: some Recordable) {
    value.write(to: &self)
  }

  /// Writes a value that may not be there.
  public mutating func write(_ value: (some Recordable)?) {
    write(value == nil ? 0 : 1)
    value?.write(to: &self)
  }

  /// Writes how many values there are, and the values.
  public mutating func write(_ values: [some Recordable]) {
    write(values.count)
    for value in values { value.write(to: &self) }
  }
}

/// A value that one build can keep for the next one.
public protocol Recordable {
  /// Writes the value.
  func write(to record: inout RecordWriter)
  /// Reads a value that ``write(to:)`` has written.
  init(from record: inout RecordReader) throws(DamagedRecord)
}

extension String: Recordable {
  /// Writes the parts in the order in which they are read.
  public func write(to record: inout RecordWriter) { record.write(self) }
  /// Reads the parts in the order in which they were written.
  public init(from record: inout RecordReader) throws(DamagedRecord) { self = try record.text() }
}

extension Recordable where Self: CaseIterable & Equatable {
  /// Writes the parts in the order in which they are read.
  public func write(to record: inout RecordWriter) {
    record.write(Self.allCases.enumerated().first { $0.element == self }?.offset ?? 0)
  }

  /// Reads the parts in the order in which they were written.
  public init(from record: inout RecordReader) throws(DamagedRecord) {
    let number = try record.number()
    guard let value = Self.allCases.enumerated().first(where: { $0.offset == number }) else {
      throw DamagedRecord()
    }
    self = value.element
  }
}
