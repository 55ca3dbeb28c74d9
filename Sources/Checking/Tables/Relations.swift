import Budget

extension CheckRun {
  /// The checks that the form set lists.
  mutating func checkRelations() {
    for check in report.formSet.checks {
      switch domain(of: check) {
      case .failure(let failure): giveUp(check, failure)
      case .success(let domain): make(check, for: domain)
      }
    }
  }

  /// For which rows or groups a check is made.
  private struct Domain {
    var place: (table: Int, listing: Int)?
    var subjects: [CheckSubject?]
  }

  private mutating func make(_ check: CheckForm, for domain: Domain) {
    let left = PreparedExpression.prepare(check.relation.left, in: bench.index, for: domain.place)
    let right = PreparedExpression.prepare(check.relation.right, in: bench.index, for: domain.place)
    switch (left, right) {
    case (.failure(let failure), _), (_, .failure(let failure)):
      giveUp(check, failure)
    case (.success(let left), .success(let right)):
      for subject in domain.subjects {
        let comparing = Comparing.relation(
          left, check.relation.comparison, right, on: bench, for: subject)
        conclude(
          check: check.id, title: check.title, subject: subject, severity: check.severity,
          comparing, at: check.position)
      }
    }
  }

  private mutating func giveUp(_ check: CheckForm, _ failure: ReckoningFailure) {
    conclude(
      check: check.id, title: check.title, subject: nil, severity: check.severity,
      .failure(failure), at: check.position)
  }

  private func domain(of check: CheckForm) -> Result<Domain, ReckoningFailure> {
    switch check.domain {
    case .once:
      return .success(Domain(place: nil, subjects: [nil]))
    case .rows(let name, let listingName, let condition, let includesClosing):
      return rows(name, listingName, condition, includesClosing: includesClosing)
    case .groups(let name, let columnName):
      let reference = Reference(table: name, rows: .filtered([]), column: columnName)
      return bench.index.prepare(reference).mapError(ReckoningFailure.unresolved).map { prepared in
        Domain(place: nil, subjects: bench.index.groupTexts(of: prepared).map(CheckSubject.group))
      }
    }
  }

  private func rows(
    _ name: String, _ listingName: String?, _ condition: [Filter], includesClosing: Bool
  ) -> Result<Domain, ReckoningFailure> {
    let reference = Reference(table: name, rows: .filtered(condition), column: listingName ?? "")
    return bench.index.list(named: listingName, ofTable: name, for: reference)
      .flatMap { place in
        bench.index.entries(passing: condition, of: reference, in: place)
          .map { items -> Domain in
            let entries = report.tables[place.table].listings[place.listing].entries
            let all =
              includesClosing ? entries.indices.filter { entries[$0].role != .heading } : items
            return Domain(
              place: place,
              subjects: all.map { .row(table: place.table, listing: place.listing, entry: $0) })
          }
      }
      .mapError(ReckoningFailure.unresolved)
  }
}
