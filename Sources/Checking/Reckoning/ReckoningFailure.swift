import Budget

/// Why a computation has no value.
enum ReckoningFailure: Error {
  /// A reference leads nowhere.
  case unresolved(ResolutionError)
  /// Words stand where an amount should.
  case words(CellAddress)
  /// More than one row, or none, where one value is needed.
  case notOneCell(Reference, count: Int)
  /// Money and ratios are mixed up, or money is multiplied by money.
  case dimensions
  /// The divisor is zero.
  case divisionByZero
  /// The numbers are too large to be exact.
  case overflow
  /// The report's checks together have more values than can be shown.
  case tooManyTerms

  /// Whether the report lacks something, rather than the formula being wrong.
  var isMissingInput: Bool {
    switch self {
    case .unresolved(let error): error.isMissingInput
    case .words, .divisionByZero: true
    case .notOneCell, .dimensions, .overflow, .tooManyTerms: false
    }
  }

  /// Whether there is nothing to reckon with: a table that is absent, which its page says already, or
  /// what could not be read.
  var isWithoutSource: Bool {
    guard case .unresolved(let error) = self else { return false }
    return error.reason == .tableAbsent || isUnread
  }

  /// Whether a table or a fact could not be read, which is an error of its own.
  var isUnread: Bool {
    guard case .unresolved(let error) = self else { return false }
    return error.reason == .tableUnread || error.reason == .factUnread
  }

  func message(in report: Report) -> String {
    switch self {
    case .unresolved(let error): error.message
    case .words(let address):
      "\(report.name(of: address))是文字“\(report.cell(at: address).text)”，不是金额。"
    case .notOneCell(let reference, let count):
      count == 0
        ? "“\(reference)”没有选中任何一行。" : "“\(reference)”选中了 \(count) 行，合计请写 sum(…)。"
    case .dimensions: "金额和比例不能这样运算，请核对算式的单位（金额与比例不能相加减、相比，金额与金额不能相乘，比例不能除以金额）。"
    case .divisionByZero: "除数为零，无从计算。"
    case .overflow: "数字太大，无法精确计算。"
    case .tooManyTerms:
      "本报告的核对一共用到 \(Workbench.termLimit) 个以上的数，其余的没有核对；请让算式少选几行，或把“逐行”的核对改成一次的。"
    }
  }
}
