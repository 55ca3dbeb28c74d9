import Budget

/// A correction in words.
struct CorrectionText {
  let report: Report
  let correction: Correction

  /// The id of the report's correction number `offset`, from 0. Corrections are in the order of
  /// their dates, so a later one leaves the others' ids as they are.
  static func id(_ offset: Int) -> String { "correction-\(offset + 1)" }

  /// What was corrected: 表七［公务接待费］2021年预算数.
  var place: String {
    switch correction.place {
    case .cell(let address):
      report.tables[address.table].form.number + " " + report.name(of: address)
    case .section(_, let title): title
    }
  }

  /// Where it stands, from the report's folder.
  var link: String {
    switch correction.place {
    case .cell(let address): report.link(to: address)
    case .section(let anchor, _): "index.html#" + anchor
    }
  }

  /// The earlier value, printed as the place prints values.
  var earlier: String { text(correction.earlier) }
  /// The present value, printed as the place prints values.
  var now: String { text(correction.now) }

  /// All of it in a sentence.
  var sentence: String { "\(place)由“\(earlier)”更正为“\(now)”。原因：\(reason)" }

  /// Whether the present value is words that have their full stop.
  var nowEndsASentence: Bool { Self.endsASentence(now) }

  /// Why, with a full stop.
  var reason: String {
    Self.endsASentence(correction.reason) ? correction.reason : correction.reason + "。"
  }

  private static func endsASentence(_ words: String) -> Bool {
    let ends: [Character] = ["。", "！", "？", "."]
    return words.last.map(ends.contains) == true
  }

  private func text(_ words: String) -> String {
    guard let cell = correction.cell,
      let value = ExactDecimal(words.filter { $0 != "," && $0 != "，" }),
      report.amount(at: cell) != nil
    else { return words }
    let form = report.tables[cell.table].form
    return AmountText.text(value, decimals: form.decimals)
  }
}
