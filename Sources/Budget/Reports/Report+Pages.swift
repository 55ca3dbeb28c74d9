extension Report {
  /// The name of the page 勾稽核对.
  public static let reconciliationPage = "reconciliation.html"

  /// The names of the report's pages within its folder, `index.html` first.
  public var pages: [String] {
    ["index.html"] + tables.map { $0.form.id + ".html" } + [Self.reconciliationPage]
  }
}
