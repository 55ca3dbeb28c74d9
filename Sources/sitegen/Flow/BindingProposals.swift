import Budget
import Checking
import Loading

/// The bindings that the unbound figures of one report's narrative could have.
struct BindingProposals: Sendable {
  /// The narrative's path relative to the content folder.
  let path: String
  /// The narrative as messages name it.
  let file: String
  /// The unbound figures, in reading order. Those with an only answer are those that a fix binds.
  let figures: [ProposedBinding]

  /// What could be bound in `report`, which lies in the folder `content`.
  init(_ report: Report, in content: ContentFolder) throws {
    file = report.narrative.file
    path = String(report.narrative.file.dropFirst(content.name.count + 1))
    var figures = Checker.proposals(for: report)
    if figures.contains(where: { $0.onlyAnswer != nil }) {
      let source = try NarrativeFile.source(content.read(path), file: file)?.string ?? ""
      // What the source has no place for is not announced either.
      for place in figures.indices {
        guard let answer = figures[place].onlyAnswer else { continue }
        let made = Checker.insertions(
          for: figures[place], expression: answer.expression, in: source)
        if made == nil { figures[place].onlyAnswer = nil }
      }
    }
    self.figures = figures
  }

  /// The narrative's text with every binding made that is the only answer; and how many those are.
  /// No visible character changes.
  func applied(to source: String) -> (text: String, count: Int) {
    var insertions: [SourceInsertion] = []
    var count = 0
    for figure in figures {
      guard let answer = figure.onlyAnswer,
        let made = Checker.insertions(for: figure, expression: answer.expression, in: source)
      else { continue }
      insertions += made
      count += 1
    }
    return (Checker.applying(insertions, to: source), count)
  }

  /// The narrative's text with the chosen bindings made, and what is wrong with those of the
  /// choices, all of this narrative, that cannot be made.
  func applied(
    to source: String, choices: [BindingChoice]
  ) -> (text: String, problems: [String]) {
    var insertions: [SourceInsertion] = []
    var problems: [String] = []
    var chosen: Set<SourcePosition> = []
    for choice in choices {
      do throws(UnusableChoice) {
        let (figure, made) = try insertion(of: choice, into: source)
        guard chosen.insert(figure.position).inserted else {
          throw UnusableChoice("“\(figure.text)”选了不止一次")
        }
        insertions += made
      } catch {
        problems.append("--bind \(choice.text)：\(error.reason)。")
      }
    }
    return (Checker.applying(insertions, to: source), problems)
  }

  private func insertion(
    of choice: BindingChoice, into source: String
  ) throws(UnusableChoice) -> (ProposedBinding, [SourceInsertion]) {
    let figure = figures.first {
      $0.position.line == choice.line && $0.position.column == choice.column
    }
    guard let figure else {
      throw UnusableChoice("第 \(choice.line) 行第 \(choice.column) 列没有缺少数据来源的数字")
    }
    let candidates = figure.candidates
    guard candidates.indices.contains(choice.candidate - 1) else {
      throw UnusableChoice(
        candidates.isEmpty
          ? "“\(figure.text)”没有可选的来源" : "“\(figure.text)”只列出了 \(candidates.count) 个来源")
    }
    let expression = candidates[choice.candidate - 1].expression
    guard let made = Checker.insertions(for: figure, expression: expression, in: source) else {
      throw UnusableChoice("“\(figure.text)”在链接、代码或方括号里，请手工写上数据来源")
    }
    return (figure, made)
  }
}

/// Why a choice cannot be made.
private struct UnusableChoice: Error {
  let reason: String

  init(_ reason: String) { self.reason = reason }
}

/// Choices that name nothing that could be written; one message each.
struct UnusableChoices: Error {
  let messages: [String]
}
