import Budget
import Loading

/// The places that a file has, counted as editors count them.
struct Places {
  private let file: String
  /// How many characters each line has; `nil` if the bytes are not text, where any place will do.
  private let lines: [Int]?

  /// The places of `bytes` as the text of `file`.
  private init(of bytes: [UInt8], in file: String) {
    self.file = file
    var ignored: [Finding] = []
    lines = SourceText.decoding(bytes, file: file, into: &ignored).map { Self.lines(of: $0.string) }
  }

  /// Makes sure that what the findings say about the file is about places in it.
  static func hold(
    _ findings: [Finding], of bytes: [UInt8], in file: String
  ) throws(BrokenPromise) {
    if findings.isEmpty { return }
    let places = Places(of: bytes, in: file)
    for finding in findings {
      try places.hold(finding.position, finding)
      for contributor in finding.contributors { try places.hold(contributor.position, finding) }
    }
  }

  private func hold(_ position: SourcePosition, _ finding: Finding) throws(BrokenPromise) {
    var isThere = position.line >= 1 && position.column >= 1
    if let lines, position.file == file, isThere {
      // Behind the last character there is a place, too, where something is missing.
      isThere = position.line <= lines.count && position.column <= lines[position.line - 1] + 1
    }
    try promise(isThere, "\(position) is not in the file: [\(finding.rule)] \(finding.message)")
  }

  private static func lines(of text: String) -> [Int] {
    var lines = [0]
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      if scalar == "\r" || (scalar == "\n" && previous != "\r") {
        lines.append(0)
      } else if scalar != "\n" {
        lines[lines.count - 1] += 1
      }
      previous = scalar
    }
    return lines
  }
}
