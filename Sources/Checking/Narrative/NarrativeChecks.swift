import Budget

extension CheckRun {
  /// Checks the narrative: its figures, its sentences and its words.
  mutating func checkNarrative() {
    var passages = report.narrative.passages
    for place in passages.indices { checkFigures(of: &passages[place]) }
    let totals = largestTotals()
    for passage in passages {
      checkSentences(of: passage)
      checkWords(of: passage)
      for figure in passage.figures { checkMagnitude(of: figure, totals: totals) }
    }
    checkReasons(passages)
    checkContents(passages)
    checkProjectNames(passages)
  }
}
