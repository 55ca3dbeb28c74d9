import Budget

/// Ids of one kind, of which each may be given once.
struct UniqueNames {
  /// Names that a page of the site has already.
  private static let reserved: Set<String> = [
    "index", "data", "datapackage", "tables", "assets", "forms", "reconciliation", "search", "feed",
    "sitemap", "robots",
  ]
  private static let maximumLength = 64

  private let subject: String
  private var lines: [String: Int] = [:]

  /// Ids of what `subject` says: 表, 列.
  init(of subject: String) {
    self.subject = subject
  }

  /// The id under `key`, if it is a valid one that was not given before.
  ///
  /// A `fileName` must not be that of another file of the site.
  mutating func id(
    _ fields: YAMLFields, key: String = "id", fileName: Bool = false,
    into findings: inout [Finding]
  ) -> String? {
    guard let scalar = fields.required(key, into: &findings) else { return nil }
    let id = scalar.text
    guard Self.isValid(id) else {
      findings.append(
        Finding(
          .idInvalid, at: scalar.position, length: id.unicodeScalars.count,
          "\(subject)的标识“\(id)”只能用小写字母、数字、“-”和“_”，以字母开头，不超过 64 个字符。"))
      return nil
    }
    guard !fileName || !Self.reserved.contains(id) else {
      findings.append(
        Finding(
          .idInvalid, at: scalar.position, length: id.utf8.count,
          "“\(id)”是网站保留的名称，请给\(subject)换一个标识。"))
      return nil
    }
    guard !fileName || !DeviceNames.contains(id) else {
      findings.append(
        Finding(
          .idInvalid, at: scalar.position, length: id.utf8.count,
          "Windows 不许文件叫“\(id)”，请给\(subject)换一个标识。"))
      return nil
    }
    if let line = lines[id] {
      findings.append(
        Finding(
          .idDuplicate, at: scalar.position, length: id.utf8.count,
          "\(subject)的标识“\(id)”在第 \(line) 行已经用过，请换一个。"))
      return nil
    }
    lines[id] = scalar.position.line
    return id
  }

  /// Whether `id` is lower-case ASCII: `[a-z][a-z0-9_-]*`.
  private static func isValid(_ id: String) -> Bool {
    guard id.utf8.count <= maximumLength, let first = id.utf8.first,
      (0x61...0x7A).contains(first)
    else { return false }
    return id.utf8.allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x5F
    }
  }
}
