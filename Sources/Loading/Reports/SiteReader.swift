import Budget

/// Reads `site.yml`.
enum SiteReader {
  private static let keys = [
    "name", "domain", "id_code", "organizer", "contact", "icp", "public_security", "base_url",
    "column", "downloads", "search", "strict",
  ]
  private static let columnKeys = ["name", "description", "keywords", "type"]

  /// The site that `root` describes.
  static func site(_ root: YAMLNode, into findings: inout [Finding]) -> Site {
    var site = Site()
    guard let fields = YAMLFields(root, of: "站点信息", known: keys, into: &findings) else {
      return site
    }
    site.name = fields.text("name", into: &findings)
    site.domain = fields.text("domain", into: &findings)
    site.identificationCode = fields.text("id_code", into: &findings)
    site.organizer = fields.text("organizer", into: &findings)
    site.contact = fields.text("contact", into: &findings)
    site.icpNumber = fields.text("icp", into: &findings)
    site.publicSecurityNumber = fields.text("public_security", into: &findings)
    site.baseURL = baseURL(fields, into: &findings)
    site.search = fields.flag("search", into: &findings) ?? true
    site.strict = fields.flag("strict", into: &findings) ?? false
    if fields.has("downloads") {
      var downloads: Set<Site.Download> = []
      for scalar in fields.scalars("downloads", into: &findings) {
        let download: Site.Download? = YAMLFields.choice(scalar, of: "downloads", into: &findings)
        if let download { downloads.insert(download) }
      }
      site.downloads = downloads
    }
    if let node = fields.node("column"),
      let column = YAMLFields(node, of: "栏目（column）", known: columnKeys, into: &findings)
    {
      site.columnName = column.text("name", into: &findings)
      site.columnDescription = column.text("description", into: &findings)
      site.columnKeywords = column.text("keywords", into: &findings)
      site.columnType = column.text("type", into: &findings)
    }
    return site
  }

  /// Names, in one warning, all required tags that the site gives no value for.
  static func missingTags(of site: Site, file: String) -> Finding? {
    let tags = [
      ("网站名称（name）", site.name), ("网站域名（domain）", site.domain),
      ("网站标识码（id_code）", site.identificationCode), ("栏目名称（column: name）", site.columnName),
      ("栏目描述（column: description）", site.columnDescription),
      ("栏目关键词（column: keywords）", site.columnKeywords),
      ("栏目类别（column: type）", site.columnType),
    ]
    let missing = tags.filter { $0.1.trimmed.isEmpty }.map(\.0)
    guard !missing.isEmpty else { return nil }
    return Finding(
      .siteTagMissing, at: SourcePosition(file: file), severity: .warning,
      "没有给出政府网站标签规范要求的：\(missing.joined(separator: "、"))。页面上相应的标签会空缺，请在 site.yml 里补上。")
  }

  private static func baseURL(_ fields: YAMLFields, into findings: inout [Finding]) -> String {
    guard let scalar = fields.scalar("base_url", into: &findings), !scalar.text.isEmpty else {
      return ""
    }
    guard let address = Site.baseURL(scalar.text) else {
      fields.invalid("base_url", scalar, Site.baseURLNotation, into: &findings)
      return ""
    }
    return address
  }
}

extension Site {
  /// How a base URL is written, in words for the clerk.
  public static let baseURLNotation = "应是以 https:// 或 http:// 开头的网址，不带“?”“#”和“@”"

  /// The base URL that a text is, with a slash at its end; `nil` if it is none.
  public static func baseURL(_ text: String) -> String? {
    let scheme = ["https://", "http://"].first { text.lowercased().hasPrefix($0) }
    let isClean = text.unicodeScalars.allSatisfy {
      !$0.properties.isWhitespace && $0.value >= 0x20 && !"\"<>?#@\\".unicodeScalars.contains($0)
    }
    guard let scheme, isClean, let host = text.dropFirst(scheme.count).first, host != "/" else {
      return nil
    }
    return text.hasSuffix("/") ? text : text + "/"
  }
}
