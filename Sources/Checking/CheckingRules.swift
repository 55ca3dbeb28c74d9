import Budget

extension Rule {
  static let hierarchySum = Rule("hierarchy-sum")
  static let closingSum = Rule("closing-sum")
  static let checkUnresolved = Rule("check-unresolved")
  static let checkUnchecked = Rule("check-unchecked")
  static let overviewUnresolved = Rule("overview-unresolved")
  static let mixedFormats = Rule("mixed-number-format")
  static let unitSlip = Rule("unit-slip")

  static let figureMismatch = Rule("figure-mismatch")
  /// Every amount of the narrative says where it comes from.
  public static let figureUnbound = Rule("figure-unbound")
  static let figureText = Rule("figure-text")
  static let figureUnresolved = Rule("figure-unresolved")
  /// A formula of numbers alone proves nothing: the figure would vouch for itself.
  static let bindingWithoutSource = Rule("binding-without-source")
  static let needlessNote = Rule("needless-note")
  static let vagueNote = Rule("vague-note")
  static let sentenceDifference = Rule("sentence-difference")
  static let sentenceDirection = Rule("sentence-direction")
  static let sentenceRate = Rule("sentence-rate")
  static let sentenceShare = Rule("sentence-share")
  static let sentenceSame = Rule("sentence-same")
  static let changeWithoutReason = Rule("change-without-reason")
  static let placeholder = Rule("placeholder")
  static let strayYear = Rule("stray-year")
  static let contentsMismatch = Rule("contents-mismatch")
  static let nameMismatch = Rule("name-mismatch")

  static let lastYearFigure = Rule("last-year-figure")
  static let reportDuplicate = Rule("report-duplicate")

  /// The rules that checking knows by itself; a form set's checks come with their own ids.
  public static let checkingRules: [Rule] = [
    hierarchySum, closingSum, checkUnresolved, checkUnchecked, overviewUnresolved, mixedFormats,
    unitSlip,
    figureMismatch, figureUnbound, figureText, figureUnresolved, bindingWithoutSource,
    needlessNote, vagueNote,
    sentenceDifference, sentenceDirection, sentenceRate, sentenceShare, sentenceSame,
    changeWithoutReason, placeholder, strayYear, contentsMismatch, nameMismatch,
    lastYearFigure, reportDuplicate,
  ]
}
