/// Everything that a content folder holds: the site and its reports.
public struct Disclosure: Sendable {
  /// The site.
  public let site: Site
  /// The reports, in the order of their paths.
  public let reports: [Report]

  /// A site with `reports`.
  public init(site: Site, reports: [Report]) {
    self.site = site
    self.reports = reports
  }
}
