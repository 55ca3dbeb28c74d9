import Budget

extension CheckRun {
  /// Checks the narrative: its figures, its sentences and its words.
  ///
  /// `totals` are the tables' ``largestTotals()``.
  mutating func checkNarrative(_ totals: [Total]) {
    let passages = report.narrative.passages
    for passage in passages { checkFigures(of: passage) }
    for passage in passages {
      checkSentences(of: passage)
      checkWords(of: passage)
      for figure in passage.figures { checkMagnitude(of: figure, in: passage, totals: totals) }
    }
    checkReasons(passages)
    checkContents(passages)
    checkProjectNames(passages)
    checkLinks()
  }
}
