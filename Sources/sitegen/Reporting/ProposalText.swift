import Budget
import Checking

/// Proposed bindings for people: each unbound figure with what it could be bound to.
struct ProposalText {
  /// The proposals of each report.
  let reports: [BindingProposals]
  let folders: FolderArguments

  /// A paragraph for each figure that has candidates.
  var text: String {
    var text = ""
    for report in reports {
      for figure in report.figures where !figure.candidates.isEmpty {
        let place = figure.position
        text += "\(place.file):\(place.line):\(place.column): “\(figure.text)”的数据来源可以是：\n"
        for (number, candidate) in figure.candidates.enumerated() {
          let binding = "[\(figure.text)](=\(candidate.expression))"
          text += "   \(number + 1). \(binding)  \(candidate.reason)\n"
        }
      }
    }
    let count = reports.flatMap(\.figures).count { $0.onlyAnswer != nil }
    if count > 0 {
      text += "其中 \(count) 处只有一个答案；sitegen check --fix\(folders.ofContent) 会把它们写进正文。\n"
    }
    return text
  }
}
