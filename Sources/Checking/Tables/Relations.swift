import Budget

extension CheckRun {
  /// The checks that the form set lists.
  mutating func checkRelations() {
    for plan in report.formSet.plans {
      let rule = open(plan.check.id, title: plan.check.title)
      do {
        try check(plan, rule)
      } catch {
        giveUp(rule, nil, error, at: plan.check.position)
      }
    }
  }

  /// Makes a check for all that it is made for; fails if it cannot be made for any.
  private mutating func check(_ plan: CheckPlan, _ rule: Int) throws(ReckoningFailure) {
    let subjects = try subjects(of: plan)
    let left = try PreparedExpression(plan.left, in: index)
    let right = try PreparedExpression(plan.right, in: index)
    for subject in subjects {
      do {
        let comparing = try bench.compare(
          left, plan.check.relation.comparison, right, for: subject)
        conclude(rule, subject, plan.check.severity, comparing, at: plan.check.position)
      } catch .dimensions {
        // The formula itself is wrong, whatever it is made for.
        throw .dimensions
      } catch {
        // Where the report lacks something, the row that lacks it says more than the check.
        let row = error.isMissingInput ? position(of: subject) : nil
        giveUp(rule, subject, error, at: row ?? plan.check.position)
      }
    }
  }

  private func subjects(of plan: CheckPlan) throws(ReckoningFailure) -> [CheckSubject?] {
    do {
      return try index.subjects(of: plan.domain)
    } catch {
      throw .unresolved(error)
    }
  }
}
