/// What is wrong with the arguments, in Chinese.
///
/// The parser keeps the kinds of its errors to itself and gives their words, so it is the words that
/// are put into Chinese here, a line each. What it says otherwise in another version stays as it is.
struct UsageMessage {
  /// The message with the usage of the command.
  let text: String

  /// The message for what the parser says.
  init(_ parserText: String) {
    text = parserText.split(separator: "\n", omittingEmptySubsequences: false)
      .map { Self.inChinese(String($0)) }.joined(separator: "\n")
  }

  private static func inChinese(_ line: String) -> String {
    if let match = line.wholeMatch(of: #/Error: (.*)/#) {
      return fault(String(match.1))
    }
    if let match = line.wholeMatch(of: #/Help: +(.*)/#) { return "说明：\(match.1)" }
    if let match = line.wholeMatch(of: #/Usage: (.*)/#) { return "用法：\(match.1)" }
    if let match = line.wholeMatch(of: #/ +See '(.*)' for more information\./#) {
      return "详见 \(match.1)"
    }
    return line
  }

  private static func fault(_ words: String) -> String {
    if let match = words.wholeMatch(of: #/Unknown option '(.*?)'(?:\. Did you mean '(.*)'\?)?/#) {
      return "没有选项 \(match.1)" + (match.2.map { "；您是不是想写 \($0)？" } ?? "。")
    }
    if let match = words.wholeMatch(of: #/Unexpected argument '(.*)'/#) {
      return "多了“\(match.1)”：没有这个子命令，这里也不需要它。"
    }
    if let match = words.wholeMatch(of: #/[0-9]+ unexpected arguments: '(.*)'/#) {
      let all = match.1.split(separator: "', '").joined(separator: "”、“")
      return "多了“\(all)”：没有这样的子命令，这里也不需要它们。"
    }
    if let match = words.wholeMatch(of: #/Missing value for '(.*)'/#) {
      return "\(match.1) 少了后面的值。"
    }
    if let match = words.wholeMatch(of: #/Missing expected argument '(.*)'/#) {
      return "少了 \(match.1)。"
    }
    if let match = words.wholeMatch(
      of: #/The option '(.*)' does not take any value, but '(.*)' was specified\./#)
    {
      return "\(match.1) 后面不写值，却写了“\(match.2)”。"
    }
    if let match = words.wholeMatch(
      of: #/The value '(.*)' is invalid for '(.*?)'(?:\. Please provide one of (.*)\.|: (.*))?/#)
    {
      let choices = match.3.map {
        "可以写 \($0.filter { $0 != "'" }.split(separator: #/,? (?:and|or) |, /#).joined(separator: "、"))。"
      }
      return "\(match.2) 不能写“\(match.1)”。" + (choices ?? match.4.map(String.init) ?? "")
    }
    return words
  }
}
