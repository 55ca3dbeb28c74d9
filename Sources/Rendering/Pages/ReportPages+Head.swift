import Budget

extension ReportPages {
  /// What the report holds, in a few sentences with its main figures.
  var description: String { name + "。" + (overview?.sentence(report) ?? "") }

  /// The tags of a page.
  func article(_ title: String, description: String = "", keyword: String = "") -> ArticleTags {
    ArticleTags(
      title: title, published: publishedText, source: report.department, description: description,
      keywords: (keyword, shortTitle, report.department))
  }

  /// The head of a page of the report, without a dataset.
  func head(_ title: String, page: String, description: String = "") -> PageHead {
    var head = PageHead()
    head.path = report.path + "/" + page
    head.title = title
    head.description = description
    head.isArticle = true
    head.published = published
    head.updated = updated
    // The feed has nothing of a report without dates, and may not be there at all.
    if report.updated != nil {
      head.alternates.append(
        .init(
          type: AtomFeed.type, href: root + AtomFeed.file,
          title: "公开与更正"))
    }
    return head
  }

  /// The head of the report's first page.
  func narrativeHead(_ description: String) -> PageHead {
    var head = head(name, page: "index.html", description: description)
    head.dataset = dataset.report(overview, parts, description: description)
    return head
  }

  /// The head of a table's page.
  func tableHead(_ table: Table, _ parts: FormParts, _ description: String) -> PageHead {
    let title = table.form.title
    let fullTitle = name + " " + title
    var head = head(fullTitle, page: parts.page, description: description)
    if table.isAbsent { return head }
    if renderer.site.downloads.contains(.csv) {
      head.alternates.append(.init(type: "text/csv", href: parts.file, title: title))
    }
    head.dataset = dataset.table(table, parts, called: fullTitle, description: description)
    return head
  }
}
