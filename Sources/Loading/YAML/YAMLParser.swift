import Budget

/// Reads YAML files into ``YAMLNode`` trees.
enum YAMLParser {
  /// The largest file that is read, in bytes.
  static let maximumSize = 1 << 20

  /// The value that a file holds; `nil` if it is not YAML. An empty file holds an empty mapping.
  static func parse(_ source: SourceText, into findings: inout [Finding]) -> YAMLNode? {
    let start = SourcePosition(file: source.file)
    guard source.bytes.count <= maximumSize else {
      findings.append(
        Finding(.yamlSize, at: start, "文件超过 1 MB，不像是手写的配置文件；请检查是否放错了文件。"))
      return nil
    }
    // libyaml wants bytes, however few.
    guard !source.bytes.isEmpty else { return YAMLNode(content: .mapping([]), position: start) }
    let lines = SourceLines(source)
    if let finding = YAMLSyntaxExplanation(source: source, lines: lines).unusualLineEnd() {
      findings.append(finding)
      return nil
    }
    let composed = compose(source, lines)
    findings += composed.findings
    switch composed.root {
    case .success(let root):
      return composed.isRefused ? nil : root ?? YAMLNode(content: .mapping([]), position: start)
    case .failure(let problem):
      let slips = YAMLSlips.findings(problem, in: source)
      findings += slips
      guard case .text(let text) = problem, slips.isEmpty, !composed.isRefused else {
        return nil
      }
      return text
    }
  }

  /// Why a text is not YAML; `nil` if it is.
  static func problem(in source: SourceText) -> YAMLProblem? {
    guard case .failure(let problem) = compose(source, SourceLines(source)).root else { return nil }
    return problem
  }

  /// What a text holds, what was refused in it, and whether its value is not what it says then.
  private static func compose(
    _ source: SourceText, _ lines: SourceLines
  ) -> (root: Result<YAMLNode?, YAMLProblem>, findings: [Finding], isRefused: Bool) {
    source.bytes.withUnsafeBufferPointer { bytes in
      var composer = YAMLComposer(YAMLEvents(bytes), file: source.file, lines: lines)
      let root: Result<YAMLNode?, YAMLProblem>
      do throws(YAMLProblem) {
        root = .success(try composer.root())
      } catch {
        root = .failure(error)
      }
      return (root, composer.findings.all(), composer.isRefused)
    }
  }
}
