import Foundation

/// Runs work on several cores, and gives the results in the order of the input.
struct Workers: Sendable {
  private let count: Int

  /// As many workers as asked for, or as there are cores.
  init(_ jobs: Int?) {
    count = max(1, jobs ?? ProcessInfo.processInfo.activeProcessorCount)
  }

  /// Does `work` on every element, at most as many at a time as there are workers.
  func map<Element: Sendable, Result: Sendable>(
    _ elements: [Element], _ work: @escaping @Sendable (Element) throws -> Result
  ) async throws -> [Result] {
    try await withThrowingTaskGroup(of: (Int, Result).self) { group in
      var results = [Result?](repeating: nil, count: elements.count)
      var next = 0
      func start() {
        guard next < elements.count else { return }
        let index = next
        group.addTask { (index, try work(elements[index])) }
        next += 1
      }
      for _ in 0..<count { start() }
      while let (index, result) = try await group.next() {
        results[index] = result
        start()
      }
      return results.compactMap(\.self)
    }
  }
}
