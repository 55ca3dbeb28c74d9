import Budget

/// The figures that several reports have in common, each a row.
struct FigureRows {
  /// A figure.
  struct Row {
    let identity: MainFigure.Identity
    /// What the newest report calls it.
    let label: String
    let isPart: Bool
  }

  /// The rows, in the order of the newest report that has them.
  private(set) var rows: [Row] = []

  /// The rows of all figures of `reports`, which begin with the oldest.
  init(_ reports: [ReportSummary]) {
    var known: Set<MainFigure.Identity> = []
    for report in reports.reversed() {
      // A figure that only older reports have follows what it followed there.
      var place = 0
      for figure in report.outline.figures {
        if known.insert(figure.identity).inserted {
          rows.insert(
            Row(
              identity: figure.identity, label: figure.label, isPart: figure.rank == .part),
            at: place)
          place += 1
        } else if let index = rows.firstIndex(where: { $0.identity == figure.identity }) {
          place = index + 1
        }
      }
    }
  }

  /// The label with what tells the figure from others of its name: （元，财政拨款）.
  static func title(_ row: Row) -> String {
    let scope = row.identity.scope.isEmpty ? "" : "，" + row.identity.scope
    return "\(row.label)（\(row.identity.unit.rawValue)\(scope)）"
  }
}

extension ReportSummary {
  /// The report's figure of this identity.
  func figure(_ identity: MainFigure.Identity) -> MainFigure? {
    outline.figures.first { $0.identity == identity }
  }
}
