/// What importing needs from the machine, as effects: tests give it functions, the command the
/// programs that are installed.
public struct ImportTools: Sendable {
  /// What a program wrote, and how it ended.
  struct Output: Sendable {
    /// Its exit status.
    let status: Int32
    /// What it wrote to standard output; cut off after the limit.
    let bytes: [UInt8]
    /// Whether it wrote more than the limit.
    let isCut: Bool

    /// The output of a program.
    init(status: Int32, bytes: [UInt8], isCut: Bool = false) {
      self.status = status
      self.bytes = bytes
      self.isCut = isCut
    }
  }

  /// Runs a program found by its name, without a shell; `nil` if it is not installed. It is stopped
  /// when it writes more than `limit` bytes or takes unreasonably long.
  let run: @Sendable (_ program: String, _ arguments: [String], _ limit: Int) throws -> Output?
  /// Calls a function with the path of a temporary folder, which is removed afterwards.
  let withTemporaryFolder: @Sendable (_ body: (_ path: String) throws -> Void) throws -> Void
  /// Writes a file.
  let write: @Sendable (_ bytes: [UInt8], _ path: String) throws -> Void
  /// Reads a file; `nil` if there is none.
  let read: @Sendable (_ path: String) throws -> [UInt8]?
  /// Decodes text in whatever encoding clerks save it; `nil` if it is not text.
  let decode: @Sendable (_ bytes: [UInt8]) -> String?

  /// Effects out of functions.
  init(
    run: @escaping @Sendable (String, [String], Int) throws -> Output?,
    withTemporaryFolder: @escaping @Sendable ((String) throws -> Void) throws -> Void,
    write: @escaping @Sendable ([UInt8], String) throws -> Void,
    read: @escaping @Sendable (String) throws -> [UInt8]?,
    decode: @escaping @Sendable ([UInt8]) -> String?
  ) {
    self.run = run
    self.withTemporaryFolder = withTemporaryFolder
    self.write = write
    self.read = read
    self.decode = decode
  }
}
