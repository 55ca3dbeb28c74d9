extension Rule {
  /// A file that is wrong all over is not listed to its end.
  public static let tooManyFindings = Rule("too-many-findings")
}

extension Sequence<Finding> {
  /// The findings in reading order, of each file no more than anybody reads; one behind them says
  /// how many more the file has. It is an error if one of these is.
  @inlinable
  public func readable() -> [Finding] {
    let limit = 1_000
    var kept: [Finding] = []
    var file = ""
    var count = 0
    var hidden: (errors: Int, others: Int) = (0, 0)
    func close() {
      guard hidden.errors + hidden.others > 0, let last = kept.last else { return }
      kept.append(.more(errors: hidden.errors, others: hidden.others, behind: last))
    }
    for finding in inReadingOrder() {
      if finding.position.file != file {
        close()
        (file, count, hidden) = (finding.position.file, 0, (0, 0))
      }
      count += 1
      if count <= limit {
        kept.append(finding)
      } else if finding.severity == .error {
        hidden.errors += 1
      } else {
        hidden.others += 1
      }
    }
    close()
    return kept
  }
}

extension Finding {
  /// Says that a file has more findings than are listed.
  public static func more(errors: Int, others: Int, behind last: Finding) -> Finding {
    Finding(
      .tooManyFindings, at: last.position, severity: errors > 0 ? .error : .warning,
      "这个文件还有 \(errors) 处错误、\(others) 处警告没有列出。请先改正以上各处再检查")
  }
}
