/// A check whose tables and columns are looked up in its form set.
public final class CheckPlan: Sendable {
  /// For what the check is made again.
  public enum Domain: Sendable {
    /// Made once.
    case once
    /// For rows of a list.
    case rows(RowsPlan)
    /// For each different text in a column.
    case groups(ReferencePlan)
  }

  /// The check.
  public let check: CheckForm
  /// For what it is made again.
  public let domain: Domain
  /// The left side of its relation.
  public let left: PlannedExpression
  /// The right side of its relation.
  public let right: PlannedExpression

  init(_ check: CheckForm, _ planner: ReferencePlanner) {
    var place: (table: Int, listing: Int)?
    switch check.domain {
    case .once:
      domain = .once
    case .rows(let table, let listing, let condition, let includesClosing):
      let rows = RowsPlan(table, listing, condition, includesClosing: includesClosing, planner)
      place = rows.place
      domain = .rows(rows)
    case .groups(let table, let column):
      domain = .groups(
        planner.plan(Reference(table: table, rows: .filtered([]), column: column)))
    }
    self.check = check
    left = PlannedExpression(check.relation.left, planner, for: place)
    right = PlannedExpression(check.relation.right, planner, for: place)
  }
}

/// The rows of a list for which a check is made.
public struct RowsPlan: Sendable {
  /// The table; the reason why not if the form set has none of that name.
  let table: Result<Int, ResolutionError>
  /// The table's list with what its rows must pass.
  let list: Result<(listing: Int, conditions: RowConditions), ResolutionError>
  let includesClosing: Bool

  /// The list, if there is one.
  var place: (table: Int, listing: Int)? {
    guard case .success(let table) = table, case .success(let list) = list else { return nil }
    return (table, list.listing)
  }

  init(
    _ name: String, _ listing: String?, _ condition: [Filter], includesClosing: Bool,
    _ planner: ReferencePlanner
  ) {
    self.includesClosing = includesClosing
    guard let table = planner.tableNames[name].first else {
      let error = planner.unknownTable(name)
      self.table = .failure(error)
      list = .failure(error)
      return
    }
    self.table = .success(table)
    list = Self.listing(listing, of: planner.forms[table], called: name).flatMap { own in
      planner.conditions(condition, in: (table, own), for: nil)
        .map { (listing: own, conditions: $0) }
    }
  }

  private static func listing(
    _ name: String?, of form: Form, called tableName: String
  ) -> Result<Int, ResolutionError> {
    guard let name else {
      guard form.listings.count == 1 else {
        return .failure(
          ResolutionError(
            .ambiguous,
            "\(form.title)有两栏，请写明是哪一栏，例如 \(tableName)/\(form.listings[0].id)。"))
      }
      return .success(0)
    }
    guard let listing = form.listings.firstIndex(where: { $0.id == name || $0.title == name })
    else {
      return .failure(
        ResolutionError(
          .unknownColumn, "\(form.title)没有叫“\(name)”的栏。", near: name,
          among: form.listings.map(\.title)))
    }
    return .success(listing)
  }
}
