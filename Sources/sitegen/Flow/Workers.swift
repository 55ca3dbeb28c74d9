import Foundation
import Synchronization

/// Runs work on several cores, and gives the results in the order of the input.
struct Workers: Sendable {
  private let count: Int

  /// As many workers as asked for, or as there are cores.
  init(_ jobs: Int?) {
    count = max(1, jobs ?? ProcessInfo.processInfo.activeProcessorCount)
  }

  /// Does `work` on every element. Each worker makes itself a `tool` first, which may remember
  /// things from one element to the next; what it remembers must not show in the results.
  func map<Element: Sendable, Tool, Result: Sendable>(
    _ elements: [Element], _ tool: @escaping @Sendable () -> Tool,
    _ work: @escaping @Sendable (Element, inout Tool) throws -> Result
  ) async throws -> [Result] {
    let queue = Queue(count: elements.count)
    return try await withThrowingTaskGroup(of: [(Int, Result)].self) { group in
      for _ in 0..<min(count, elements.count) {
        group.addTask {
          var tool = tool()
          var results: [(Int, Result)] = []
          while !Task.isCancelled, let index = queue.next() {
            results.append((index, try work(elements[index], &tool)))
          }
          return results
        }
      }
      var results = [Result?](repeating: nil, count: elements.count)
      for try await part in group {
        for (index, result) in part { results[index] = result }
      }
      return results.compactMap(\.self)
    }
  }

  /// Does `work`, which needs no tool, on every element.
  func map<Element: Sendable, Result: Sendable>(
    _ elements: [Element], _ work: @escaping @Sendable (Element) throws -> Result
  ) async throws -> [Result] {
    try await map(elements, {}) { element, _ in try work(element) }
  }

  /// Hands out the indices of the elements, each once.
  private final class Queue: Sendable {
    private let taken = Mutex(0)
    private let count: Int

    init(count: Int) {
      self.count = count
    }

    func next() -> Int? {
      taken.withLock { taken in
        guard taken < count else { return nil }
        defer { taken += 1 }
        return taken
      }
    }
  }
}
