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
    let queue = Queue<Result>(count: elements.count)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<min(count, elements.count) {
        group.addTask {
          var tool = tool()
          while !Task.isCancelled, let index = queue.next() {
            let result = try work(elements[index], &tool)
            queue.set(result, at: index)
          }
        }
      }
      try await group.waitForAll()
    }
    return queue.allResults
  }

  /// Does `work`, which needs no tool, on every element.
  func map<Element: Sendable, Result: Sendable>(
    _ elements: [Element], _ work: @escaping @Sendable (Element) throws -> Result
  ) async throws -> [Result] {
    try await map(elements, {}) { element, _ in try work(element) }
  }

  /// Hands out the indices of the elements, each once, and takes the results.
  private final class Queue<Result: Sendable>: Sendable {
    /// The results lie in blocks of so many, of which one after the other goes when all are put
    /// together: so there are never twice as many.
    private static var block: Int { 256 }

    private let taken = Mutex(0)
    private let results: Mutex<[[Result?]]>
    private let count: Int

    init(count: Int) {
      self.count = count
      results = Mutex(
        stride(from: 0, to: count, by: Self.block).map {
          [Result?](repeating: nil, count: min(Self.block, count - $0))
        })
    }

    func next() -> Int? {
      taken.withLock { taken in
        guard taken < count else { return nil }
        defer { taken += 1 }
        return taken
      }
    }

    func set(_ result: Result, at index: Int) {
      results.withLock { $0[index / Self.block][index % Self.block] = result }
    }

    /// The results in the order of the elements.
    var allResults: [Result] {
      results.withLock { results in
        var all: [Result] = []
        all.reserveCapacity(count)
        for block in results.indices {
          all += results[block].compactMap(\.self)
          results[block] = []
        }
        return all
      }
    }
  }
}
