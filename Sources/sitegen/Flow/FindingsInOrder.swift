import Synchronization

/// Says what was found in each of many reports in the order of the reports, which are done in any
/// order: what was found in one waits for those before it, and for no others.
final class FindingsInOrder: Sendable {
  private struct State: Sendable {
    var next = 0
    var waiting: [Int: ArraySlice<UInt8>] = [:]
  }

  private let say: @Sendable (ArraySlice<UInt8>) -> Void
  private let state = Mutex(State())

  init(_ say: @escaping @Sendable (ArraySlice<UInt8>) -> Void) {
    self.say = say
  }

  /// Adds what was found in the report with a number, from 0 on; nothing counts too.
  func add(_ findings: ArraySlice<UInt8>, ofReport number: Int) {
    state.withLock { state in
      state.waiting[number] = findings
      while let text = state.waiting.removeValue(forKey: state.next) {
        if !text.isEmpty { say(text) }
        state.next += 1
      }
    }
  }
}
