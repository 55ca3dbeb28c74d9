import Budget

extension CheckRun {
  /// Checks the narrative: its figures, its sentences and its words.
  ///
  /// `totals` are the tables' ``largestTotals()``.
  mutating func checkNarrative(_ totals: [Total]) {
    var passages = report.narrative.passages
    for place in passages.indices { checkFigures(of: &passages[place]) }
    for passage in passages {
      checkSentences(of: passage)
      checkWords(of: passage)
      for figure in passage.figures { checkMagnitude(of: figure, in: passage, totals: totals) }
    }
    checkReasons(passages)
    checkContents(passages)
    checkProjectNames(passages)
  }
}
