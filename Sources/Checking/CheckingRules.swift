import Budget

extension Rule {
  /// What has parts is their sum.
  static let hierarchySum = Rule("hierarchy-sum")
  /// A total is the sum of what it closes.
  static let closingSum = Rule("closing-sum")
  /// A relation names tables, rows and columns that are there.
  static let checkUnresolved = Rule("check-unresolved")
  /// What a relation compares is there.
  static let checkUnchecked = Rule("check-unchecked")
  /// The overview names rows and columns that are there.
  static let overviewUnresolved = Rule("overview-unresolved")
  /// The amounts of a column are written alike.
  static let mixedFormats = Rule("mixed-number-format")
  /// No amount is in another unit than those beside it.
  static let unitSlip = Rule("unit-slip")

  /// A figure agrees with what it is bound to.
  static let figureMismatch = Rule("figure-mismatch")
  /// Every amount of the narrative says where it comes from.
  public static let figureUnbound = Rule("figure-unbound")
  /// A binding is that of one number with its unit.
  static let figureText = Rule("figure-text")
  /// The formula of a binding has a value.
  static let figureUnresolved = Rule("figure-unresolved")
  /// A formula of numbers alone proves nothing: the figure would vouch for itself.
  static let bindingWithoutSource = Rule("binding-without-source")
  /// What a sum of a binding selects is there.
  static let emptySelection = Rule("empty-selection")
  /// Only a figure that disagrees has a note.
  static let needlessNote = Rule("needless-note")
  /// A note says which amount it should be.
  static let vagueNote = Rule("vague-note")
  /// The change in a sentence is the difference of its amounts.
  static let sentenceDifference = Rule("sentence-difference")
  /// A sentence says more where it is more, and less where it is less.
  static let sentenceDirection = Rule("sentence-direction")
  /// The rate in a sentence is that of its change.
  static let sentenceRate = Rule("sentence-rate")
  /// The share in a sentence is that of its amounts.
  static let sentenceShare = Rule("sentence-share")
  /// What a sentence calls the same is the same.
  static let sentenceSame = Rule("sentence-same")
  /// A change has a reason.
  static let changeWithoutReason = Rule("change-without-reason")
  /// Nothing stands in the narrative that was to be filled in.
  static let placeholder = Rule("placeholder")
  /// A year in the narrative is the report's own or the last.
  static let strayYear = Rule("stray-year")
  /// The list of contents agrees with headings and tables.
  static let contentsMismatch = Rule("contents-mismatch")
  /// A project is called in the narrative what it is called in its table.
  static let nameMismatch = Rule("name-mismatch")
  /// A link within the report, or to another one, leads to what is published.
  static let deadLink = Rule("dead-link")

  /// Last year's figures are those that last year's report has.
  static let lastYearFigure = Rule("last-year-figure")
  /// A department has one report of a kind and year.
  static let reportDuplicate = Rule("report-duplicate")
  /// The reports in a folder are one department's.
  static let departmentFolder = Rule("department-folder")

  /// The rules that checking knows by itself; a form set's checks come with their own ids.
  public static let checkingRules: [Rule] = [
    hierarchySum, closingSum, checkUnresolved, checkUnchecked, overviewUnresolved, mixedFormats,
    unitSlip,
    figureMismatch, figureUnbound, figureText, figureUnresolved, bindingWithoutSource,
    emptySelection, needlessNote, vagueNote,
    sentenceDifference, sentenceDirection, sentenceRate, sentenceShare, sentenceSame,
    changeWithoutReason, placeholder, strayYear, contentsMismatch, nameMismatch,
    deadLink,
    lastYearFigure, reportDuplicate, departmentFolder,
  ]
}
