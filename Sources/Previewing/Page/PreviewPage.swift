import Rendering

/// A page of the preview's own, which uses none of the site's templates: they may be at fault.
enum PreviewPage {
  /// A page that shows why the page asked for cannot be made.
  static func broken(_ notice: PageNotice) -> DecoratedPage {
    var html = HTMLBuffer()
    html.markup(notice.render())
    html.raw("<main><h1>这一页现在生成不出来</h1>\n<p>请先改正上面列出的错误。改好保存后，这一页会自动刷新。</p>\n")
    html.raw("</main>\n")
    return page("预览", html.bytes)
  }

  /// A page out of its title and body.
  static func page(_ title: String, _ body: [UInt8]) -> DecoratedPage {
    var head = HTMLBuffer()
    head.raw("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n")
    head.raw(
      """
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; \
      script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'">

      """)
    head.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
    head.text(title)
    head.raw("</title>\n")
    head.markup(PageDecoration.headBeforeState)
    return DecoratedPage(
      head.bytes,
      Array(PageDecoration.headAfterState.utf8)
        + Array("</head>\n<body class=\"preview-page\">\n".utf8) + body
        + Array("</body>\n</html>\n".utf8))
  }
}
