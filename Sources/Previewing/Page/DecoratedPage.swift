/// A page with what a preview adds, but for its state, which depends on all the rest.
struct DecoratedPage: Sendable {
  private let beforeState: [UInt8]
  private let afterState: [UInt8]

  /// A page whose state stands between two parts.
  init(_ beforeState: [UInt8], _ afterState: [UInt8]) {
    self.beforeState = beforeState
    self.afterState = afterState
  }

  /// Changes whenever the page or its assets do.
  func state(with assetsState: String) -> String {
    var digest = Digest()
    digest.append(beforeState)
    digest.append(afterState)
    digest.append(assetsState.utf8)
    return digest.text
  }

  /// The finished page.
  func bytes(state: String) -> [UInt8] { beforeState + Array(state.utf8) + afterState }
}
