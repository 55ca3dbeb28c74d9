/// Names that Windows keeps for devices, with an ending or without: no file and no folder there can be
/// called so.
enum DeviceNames {
  private static let whole: Set<Substring> = ["con", "prn", "aux", "nul"]
  private static let numbered: Set<Substring> = ["com", "lpt"]

  /// Whether a name is one of them, in whatever case.
  static func contains(_ name: some StringProtocol) -> Bool {
    let stem = name.lowercased().prefix { $0 != "." }
    if whole.contains(stem) { return true }
    guard let last = stem.last else { return false }
    return ("1"..."9").contains(last) && numbered.contains(stem.dropLast())
  }
}
