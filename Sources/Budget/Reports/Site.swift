/// The site that all reports stand on, as `site.yml` describes it.
///
/// What the publisher has not given is empty and left out of the pages, never invented.
public struct Site: Sendable {
  /// A file that readers can take away.
  public enum Download: String, Sendable, CaseIterable {
    /// Each table as CSV, with a description of them all.
    case csv
    /// The whole report for programs.
    case json
    /// A workbook with a sheet for each table.
    case xlsx
  }

  /// The site's name (网站名称); also the tag `SiteName`.
  public var name = ""
  /// What pages call the site: its name, or what it is where it has none.
  public var title: String { name.isEmpty ? "预算公开" : name }
  /// The domain (网站域名), tag `SiteDomain`.
  public var domain = ""
  /// The site's identification code (政府网站标识码), tag `SiteIDCode`.
  public var identificationCode = ""
  /// The column that the disclosures belong to (栏目名称), tag `ColumnName`.
  public var columnName = ""
  /// What the column holds (栏目简介), tag `ColumnDescription`.
  public var columnDescription = ""
  /// The column's keywords (栏目关键词), tag `ColumnKeywords`.
  public var columnKeywords = ""
  /// The column's type (栏目类别), tag `ColumnType`.
  public var columnType = ""
  /// The body that answers for the site (主办单位).
  public var organizer = ""
  /// How to reach it (联系方式).
  public var contact = ""
  /// The ICP record number (ICP备案号).
  public var icpNumber = ""
  /// The public security record number (公安备案号).
  public var publicSecurityNumber = ""
  /// Where the site will stand, with a closing `/`; empty for links that work anywhere.
  public var baseURL = ""
  /// What readers can take away.
  public var downloads: Set<Download> = [.csv]
  /// Whether readers can search the site.
  public var search = true
  /// Whether a figure without a binding stops publication.
  public var strict = false

  /// A site about which nothing is said yet.
  public init() {}
}
