import Budget
import Checking
import Loading

/// The bindings that the unbound figures of one report's narrative could have.
struct BindingProposals: Sendable {
  /// The narrative's path relative to the content folder.
  let path: String
  /// The narrative as messages name it.
  let file: String
  /// The unbound figures, in reading order.
  let figures: [ProposedBinding]

  /// What could be bound in `report`, whose folder lies in a content folder called `content`.
  init(_ report: Report, content: String) {
    file = report.narrative.file
    path = String(report.narrative.file.dropFirst(content.count + 1))
    figures = Checker.proposals(for: report)
  }

  /// The narrative's text with the chosen bindings made, or without a choice every binding that is
  /// the only answer; and how many those are. No visible character changes.
  func applied(to source: String, choices: [BindingChoice]) -> (text: String, count: Int) {
    var insertions: [SourceInsertion] = []
    var count = 0
    for figure in figures {
      guard let wanted = choices.isEmpty ? figure.best : chosen(for: figure, among: choices),
        let made = Checker.insertions(for: figure, expression: wanted.expression, in: source)
      else { continue }
      insertions += made
      count += 1
    }
    return (Checker.applying(insertions, to: source), count)
  }

  private func chosen(for figure: ProposedBinding, among choices: [BindingChoice]) -> Proposal? {
    let choice = choices.first {
      $0.file == file && $0.line == figure.position.line && $0.column == figure.position.column
    }
    guard let choice, figure.candidates.indices.contains(choice.candidate - 1) else { return nil }
    return figure.candidates[choice.candidate - 1]
  }
}
