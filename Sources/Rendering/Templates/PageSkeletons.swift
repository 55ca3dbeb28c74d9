import Synchronization

/// The skeletons made so far, shared by all who render.
final class PageSkeletons: Sendable {
  private struct Key: Hashable {
    let template: String
    let shape: [UInt8]

    func hash(into hasher: inout Hasher) {
      // Pages of different templates are of different shapes as a rule.
      shape.withUnsafeBytes { hasher.combine(bytes: $0) }
    }
  }

  private let known = Mutex<[Key: PageSkeleton]>([:])
  /// More shapes than a site has; beyond them memory counts for more.
  private static let limit = 512

  /// The skeleton of the template's pages that have a shape; `make` makes it if it is new.
  func skeleton<Failure>(
    of template: String, _ shape: [UInt8], make: () throws(Failure) -> PageSkeleton
  ) throws(Failure) -> PageSkeleton {
    let key = Key(template: template, shape: shape)
    if let skeleton = known.withLock({ $0[key] }) { return skeleton }
    let skeleton = try make()
    known.withLock { known in
      if known.count >= Self.limit { known.removeAll() }
      known[key] = skeleton
    }
    return skeleton
  }
}
