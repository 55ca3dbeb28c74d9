/// Lines of a narrative that were read before: the document has it twice, or two documents have it.
///
/// Both are written, since nothing says which one counts; a person has to take one out.
enum RepeatedLines {
  /// Headings and short sentences may well be there again.
  private static let shortest = 20
  /// So many long lines in the order of the first time are no coincidence.
  private static let fewest = 3

  /// A remark where each repetition begins.
  static func remarks(on lines: [NarrativeLine]) -> [Remark] {
    var firstPlaces: [String: Int] = [:]
    var remarks: [Remark] = []
    var run: [(line: Int, earlier: Int)] = []
    func close() {
      if run.count >= fewest {
        remarks.append(
          Remark(
            place: lines[run[0].line].place,
            message: "从这里起有 \(run.count) 段文字和前面（\(lines[run[0].earlier].place)）的相同，情况说明里写了两遍；"
              + "请核对原件，在 narrative.md 里删去一遍。"))
      }
      run = []
    }
    for (index, line) in lines.enumerated() where line.text.unicodeScalars.count >= shortest {
      let key = line.text.folded
      guard let earlier = firstPlaces[key] else {
        firstPlaces[key] = index
        close()
        continue
      }
      if let last = run.last, earlier <= last.earlier { close() }
      run.append((index, earlier))
    }
    close()
    return remarks
  }
}
