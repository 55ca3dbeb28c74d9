import ArgumentParser
import Budget

/// `--department`: a name that a report can have.
struct DepartmentOption: ExpressibleByArgument {
  /// The name.
  let name: String

  init?(argument: String) {
    let scalars = argument.unicodeScalars
    guard !scalars.allSatisfy(\.isSpace), scalars.count <= Report.longestName,
      !scalars.contains(where: { $0.isInvisible || $0 == "\n" || $0 == "\r" || $0 == "\t" })
    else { return nil }
    name = argument
  }
}
