/// Why a file could not be imported at all.
public struct ImportFailure: Error, Sendable, Hashable, CustomStringConvertible {
  /// Whose fault it is; it decides the command's exit status.
  public enum Cause: Sendable, Hashable {
    /// The file's: damaged, encrypted, empty, of another kind.
    case content
    /// The machine's: a program is missing, a disk is full.
    case environment
  }

  /// Whose fault it is.
  public let cause: Cause
  /// The file.
  public let file: String
  /// What is wrong and what to do, in Chinese.
  public let message: String

  /// A failure.
  public init(_ cause: Cause, file: String, _ message: String) {
    self.cause = cause
    self.file = file
    self.message = message
  }

  /// File and message.
  public var description: String { file.isEmpty ? message : "\(file)：\(message)" }
}
