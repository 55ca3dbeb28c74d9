import ArgumentParser

/// Which of the proposed bindings a user wants for a figure: `Content/2021/narrative.md:64:85=2`.
struct BindingChoice: ExpressibleByArgument, Sendable, Hashable {
  /// The narrative as messages name it.
  let file: String
  /// Where the figure stands.
  let line: Int
  let column: Int
  /// The candidate's number, from 1, as the check lists them.
  let candidate: Int

  init?(argument: String) {
    let sides = argument.split(separator: "=")
    guard sides.count == 2, let candidate = Int(sides[1]), candidate > 0 else { return nil }
    let place = sides[0].split(separator: ":")
    guard place.count >= 3, let line = Int(place[place.count - 2]),
      let column = Int(place[place.count - 1])
    else { return nil }
    self.file = place.dropLast(2).joined(separator: ":")
    self.line = line
    self.column = column
    self.candidate = candidate
  }
}
