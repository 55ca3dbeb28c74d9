import Budget

extension ExactDecimal {
  /// The amount with at least `decimals` decimals, as pages and downloads have it: `5` is `5.00`.
  func published(decimals: Int) -> ExactDecimal {
    scale < decimals ? rescaled(to: decimals) ?? self : self
  }
}

extension Form {
  /// The indices of the columns that readers see.
  var shownColumns: [Int] { columns.indices.filter { columns[$0].isShown } }
}

extension Table {
  /// Whether the disclosure lacks the table: there is no page of rows and no file then.
  var isAbsent: Bool { presence.absence != nil }
}
