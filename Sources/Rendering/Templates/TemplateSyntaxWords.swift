import Mustache

extension MustacheTemplate.ParserError {
  /// What is wrong, in Chinese.
  var words: String {
    switch error as? MustacheTemplate.Error {
    case .sectionCloseNameIncorrect: "区块的结束标签与开始标签不同名"
    case .unfinishedName: "标签没有写完，或没有名称"
    case .expectedSectionEnd: "区块没有结束标签"
    case .invalidSetDelimiter, .transformAppliedToInheritanceSection, .invalidConfigVariableSyntax,
      .unrecognisedConfigVariable:
      "不支持这种标签"
    case .illegalTokenInsideInheritSection, .textInsideInheritSection:
      "{{<…}} 里只能放 {{$…}} 区块"
    // The only other one there is: the text ends within a tag.
    case nil: "标签没有写完，文件就结束了"
    }
  }
}
