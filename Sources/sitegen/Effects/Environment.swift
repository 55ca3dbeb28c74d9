import Comparing
// To the compiler, `stdout` is a variable that anybody may change.
@preconcurrency import Foundation
import Importing
import Loading
import Publishing

/// Turns failures into a message and their exit status.
enum Environment {
  /// Runs `body`; says what failed, and ends with status 1 if the content did, with status 2 if the
  /// disk or a folder did, with status 64 if the arguments name what is not there.
  static func guarding<Result>(_ body: () async throws -> Result) async throws -> Result {
    do {
      return try await body()
    } catch let error as ContentFolderError {
      say(error.description)
    } catch let error as ComparingError {
      say(error.description)
    } catch let failure as ImportFailure {
      say(failure.description)
      if failure.cause == .content { throw Exit.contentErrors }
    } catch let error as UnusableChoices {
      say(error.messages.joined(separator: "\n") + "\n没有写入任何数据来源。")
      throw Exit.usage
    } catch let error as UnwritableNarrative {
      say(error.description)
    } catch let error as UnwrittenNarratives {
      say(error.description)
    } catch let error as PublishingError {
      say(error.description + " [\(error.rule)]")
    }
    throw Exit.environment
  }

  /// Prints a text that is there as bytes, in turn with what `print` prints.
  @Sendable static func print(_ text: ArraySlice<UInt8>) {
    text.withUnsafeBytes { _ = fwrite($0.baseAddress, 1, $0.count, stdout) }
  }

  /// Says something that is no result.
  static func say(_ message: String) {
    // What was printed before comes first, wherever both go.
    fflush(nil)
    FileHandle.standardError.write(Data("sitegen: \(message)\n".utf8))
  }
}
