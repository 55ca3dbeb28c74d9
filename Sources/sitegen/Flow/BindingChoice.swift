import ArgumentParser
import Foundation

/// Which of the proposed bindings a user wants for a figure: `Content/2021/narrative.md:64:85=2`.
struct BindingChoice: ExpressibleByArgument, Sendable, Hashable {
  /// As the user wrote it.
  let text: String
  /// The narrative, mostly as messages name it.
  let file: String
  /// Where the figure stands.
  let line: Int
  let column: Int
  /// The candidate's number, from 1, as the check lists them.
  let candidate: Int

  init?(argument: String) {
    // The name of a folder may have the sign in it, too.
    guard let sign = argument.lastIndex(of: "="),
      let candidate = Int(argument[argument.index(after: sign)...]), candidate > 0
    else { return nil }
    let place = argument[..<sign].split(separator: ":", omittingEmptySubsequences: false)
    guard place.count >= 3, let line = Int(place[place.count - 2]),
      let column = Int(place[place.count - 1])
    else { return nil }
    text = argument
    file = place.dropLast(2).joined(separator: ":")
    self.line = line
    self.column = column
    self.candidate = candidate
  }

  /// Whether it is about that file, however its path is written.
  func isAbout(_ other: String) -> Bool { file == other || Self.path(file) == Self.path(other) }

  private static func path(_ file: String) -> String {
    URL(fileURLWithPath: file).standardizedFileURL.path
  }
}
