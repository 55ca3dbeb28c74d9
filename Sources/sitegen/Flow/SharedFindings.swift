import Budget
import Publishing
import Synchronization

/// What workers find that is not one report's: a template's mistake shows in every report, and is
/// said once.
final class SharedFindings: Sendable {
  private struct State: Sendable {
    var findings: Set<Finding> = []
    var differences: [Difference] = []
  }

  private let state = Mutex(State())

  var findings: [Finding] { state.withLock { Array($0.findings) } }

  /// How what is published differs from what it should be, by path.
  var differences: [Difference] {
    state.withLock { $0.differences }
      .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  func add(_ findings: [Finding]) {
    state.withLock { $0.findings.formUnion(findings) }
  }

  func add(_ differences: [Difference]) {
    if differences.isEmpty { return }
    state.withLock { $0.differences += differences }
  }
}

extension Difference {
  /// The file that it is about.
  var path: String {
    switch self {
    case .missing(let path), .different(let path): path
    }
  }
}
