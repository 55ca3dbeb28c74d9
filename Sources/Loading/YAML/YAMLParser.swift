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
    return source.bytes.withUnsafeBufferPointer { bytes in
      var composer = YAMLComposer(YAMLEvents(bytes), file: source.file, lines: lines)
      do throws(YAMLProblem) {
        let root = try composer.root()
        findings += composer.findings.all()
        if composer.isRefused { return nil }
        return root ?? YAMLNode(content: .mapping([]), position: start)
      } catch {
        findings += composer.findings.all()
        findings += YAMLSlip.findings(error, in: source)
        return nil
      }
    }
  }

  /// Why a text is not YAML; `nil` if it is.
  static func problem(in source: SourceText) -> YAMLProblem? {
    source.bytes.withUnsafeBufferPointer { bytes in
      var composer = YAMLComposer(
        YAMLEvents(bytes), file: source.file, lines: SourceLines(source))
      do throws(YAMLProblem) {
        _ = try composer.root()
        return nil
      } catch {
        return error
      }
    }
  }
}
