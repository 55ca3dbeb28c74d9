import Budget

/// How far rounding of printed values can explain a difference.
///
/// A value printed with fewer decimals, or in a larger unit, than another that it is compared with
/// stands for every amount that rounds to it (XBRL Calculations 1.1 reads figures so too). Values
/// that are printed alike are exact between tables, which are made to add up; in a narrative they
/// are exact only in 元, because each 万元 there was rounded for itself.
struct Rounding {
  /// Where values are compared.
  enum Place {
    case tables
    case narrative
  }

  /// Whether any operand has room; where all are printed to the fen, none has.
  let matters: Bool
  /// The finest precision among the operands.
  private let finest: Int
  /// The precision that a table's values have together: that of the one with the most decimals.
  private let precisions: [(table: Int, precision: Int)]
  private let place: Place

  /// Fen: ten to the minus second yuan.
  static let fen = -2

  /// The room that values have when all of them are compared.
  init(_ operands: [Operand], in place: Place) {
    self.place = place
    matters = operands.contains(where: \.isCoarse)
    var precisions: [(table: Int, precision: Int)] = []
    var finest = Int.max
    if matters {
      for operand in operands { Self.note(operand, &precisions, &finest) }
    }
    self.finest = finest
    self.precisions = precisions
  }

  private static func note(
    _ operand: Operand, _ precisions: inout [(table: Int, precision: Int)], _ finest: inout Int
  ) {
    guard let precision = operand.precision else { return }
    finest = min(finest, precision)
    guard let table = operand.term.cell?.table else { return }
    if let place = precisions.firstIndex(where: { $0.table == table }) {
      precisions[place].precision = min(precisions[place].precision, precision)
    } else {
      precisions.append((table, precision))
    }
  }

  /// The operand's precision, that of its table where a cell happens to print fewer decimals.
  func precision(of operand: Operand) -> Int? {
    guard let own = operand.precision else { return nil }
    guard matters, let table = operand.term.cell?.table else { return own }
    return precisions.first { $0.table == table }?.precision ?? own
  }

  /// The room of one operand among several.
  func slack(of operand: Operand) -> ExactDecimal {
    guard let precision = precision(of: operand) else { return .zero }
    let isRounded =
      precision > finest
      || (place == .narrative && precision > Self.fen && operand.isRoundedInNarratives)
    return isRounded ? .half(ofDigit: precision) : .zero
  }

  /// The room between two values that should simply be the same: none if printed alike, else half
  /// the last digit of the coarser.
  static func room(between left: Int?, and right: Int?) -> ExactDecimal {
    guard let left, let right, left != right else { return .zero }
    return .half(ofDigit: max(left, right))
  }
}

extension Operand {
  /// Narratives round sums in 万元; facts and cells in 元 they repeat.
  fileprivate var isRoundedInNarratives: Bool {
    if case .number = term.source { return true }
    return unit != .yuan
  }

  /// Whether it is printed with less than the fen.
  fileprivate var isCoarse: Bool { (precision ?? Rounding.fen) > Rounding.fen }
}
