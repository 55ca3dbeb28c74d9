import Budget

extension CheckRun {
  /// Checks the narrative: its figures, its sentences and its words.
  mutating func checkNarrative() {
    var passages = report.narrative.passages
    for place in passages.indices { checkFigures(of: &passages[place]) }
  }
}
