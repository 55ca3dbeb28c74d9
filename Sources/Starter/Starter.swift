/// What a new site starts with, embedded in the program: an installed binary is all that is needed.
public enum Starter {
  /// The name of the form set.
  public static let formSetID = "xicheng-2021"

  /// The form set.
  public static let formSet = PackageResources.xicheng_2021_yml

  /// The templates by their paths in the templates folder.
  public static let templates: [(path: String, bytes: [UInt8])] = [
    ("assets/icon.svg", PackageResources.icon_svg),
    ("assets/report.css", PackageResources.report_css),
    ("assets/search.css", PackageResources.search_css),
    ("assets/search.js", PackageResources.search_js),
    ("assets/site.css", PackageResources.site_css),
    ("assets/table-model.js", PackageResources.table_model_js),
    ("assets/table-view.js", PackageResources.table_view_js),
    ("assets/table.js", PackageResources.table_js),
    ("assets/toc.js", PackageResources.toc_js),
    ("department-list.mustache", PackageResources.department_list_mustache),
    ("department.mustache", PackageResources.department_mustache),
    ("departments.mustache", PackageResources.departments_mustache),
    ("home.mustache", PackageResources.home_mustache),
    ("layout.mustache", PackageResources.layout_mustache),
    ("not-found.mustache", PackageResources.not_found_mustache),
    ("pager.mustache", PackageResources.pager_mustache),
    ("reconciliation.mustache", PackageResources.reconciliation_mustache),
    ("report.mustache", PackageResources.report_mustache),
    ("reports.mustache", PackageResources.reports_mustache),
    ("search-form.mustache", PackageResources.search_form_mustache),
    ("search.mustache", PackageResources.search_mustache),
    ("table.mustache", PackageResources.table_mustache),
    ("year.mustache", PackageResources.year_mustache),
  ]

  /// `site.yml` with everything to be filled in; what is left out is not made up.
  public static let site = """
    # 站点信息。没有的内容请留空或删去，不会替您编造；缺少的必填项会在检查时提示。
    name: 部门预算信息公开
    # organizer: 主办单位
    # contact: 联系方式
    # domain: 网站域名
    # id_code: 政府网站标识码
    # icp: ICP备案号
    # public_security: 公安备案号

    # 政府网站标签（《政府网站发展指引》附件“网页标签规范”）
    column:
      name: 预算公开
      # description: 栏目描述
      # keywords: 栏目关键词
      # type: 栏目类别

    downloads: [csv, json, xlsx]
    strict: true

    """
}
