import Budget

extension TableRecogniser {
  /// Says what was taken for what, where the file and the form set do not quite agree.
  mutating func remark(on segment: Segment, _ grid: Grid) {
    let form = forms[segment.form]
    let place = place(of: segment, grid)
    guard !segment.isContinuation else { return }
    let title = segment.captions.compactMap(\.title).max {
      Caption.likeness($0, form) < Caption.likeness($1, form)
    }
    if let title, let likeness = segment.likeness, likeness < 1 {
      result.remarks.append(
        Remark(place: place, message: "标题“\(title)”与表样的“\(form.title)”不同，按后者读入；请核对。"))
    } else if title == nil {
      result.remarks.append(
        Remark(place: place, message: "这张表没有标题，只凭表头认作“\(form.title)”；请核对。"))
    }
    if let number = segment.captions.compactMap(\.number).last, let own = form.ordinal,
      number != own
    {
      result.remarks.append(
        Remark(
          place: place,
          message: "“\(form.title)”在文件里是表\(ChineseNumeral.text(number))，表样里是\(form.number)；网页按表样编号。"
        ))
    }
    guard let map = segment.map else { return }
    for guess in map.guesses {
      let row = segment.headerRows.last ?? 0
      let words = grid.owner(row: row, column: guess.grid).map { grid.cells[$0].text.trimmedText }
      result.remarks.append(
        Remark(
          place: place,
          message: "表头“\(words ?? "")”按表样的“\(form.columns[guess.form].title)”读入；请核对。"))
    }
    let missing = form.columns.indices.filter {
      map.sources[$0] == nil && form.columns[$0].isShown
    }
    if !missing.isEmpty {
      let titles = missing.map { "“\(form.columns[$0].path.joined(separator: "/"))”" }
      result.remarks.append(
        Remark(
          place: place,
          message: "“\(form.title)”缺少表样里的列：\(titles.joined(separator: "、"))，这些列留空；请核对表样。"))
    }
  }

  /// Says where a table might end that goes on, and where it ends though nothing says so.
  mutating func remarkOnBorders(of segment: Segment, _ grid: Grid) {
    let title = forms[segment.form].title
    if let row = segment.doubtfulRow {
      result.remarks.append(
        Remark(
          place: place(ofRow: row, grid),
          message: "空行下面又有同样的表头，按“\(title)”的下一页接着读入；如果是另一张表，请把它移到别的工作表，再导入。"))
    }
    if let row = segment.strangerRow {
      result.remarks.append(
        Remark(
          place: place(ofRow: row, grid),
          message: "空行下面是另一个表头，表样里没有这样的表：从这里起没有写入“\(title)”，放在 leftovers 里。"
            + "如果它是“\(title)”的一部分，请删去空行，再导入。"))
    }
  }

  /// Where a row begins.
  private func place(ofRow row: Int, _ grid: Grid) -> Place {
    grid.filled(inRow: row).first.map { grid.cells[$0].place } ?? Place(file: "", within: "")
  }

  /// Reports tables whose unit is not the form's: their figures are kept as they are, and the table is
  /// not put among the others, where it would be read in the wrong unit.
  mutating func checkUnits() {
    for (index, table) in result.tables.sorted(by: { $0.key < $1.key }) {
      let form = forms[index]
      guard let unit = table.unit, unit != form.unit else { continue }
      result.remarks.append(
        Remark(
          place: table.place,
          message: """
            “\(form.title)”的单位是\(unit.rawValue)，表样写的是\(form.unit.rawValue)。数字没有换算。\
            表放在 leftovers/\(form.id).csv：请把表样里这张表的 unit 改成\(unit.rawValue)，再把文件移到 tables/ 里。
            """))
    }
  }

  /// The unit in a header cell: 合计（万元）.
  func headerUnit(_ segment: Segment, _ grid: Grid) -> Unit? {
    for row in segment.headerRows {
      for cell in grid.filled(inRow: row) {
        let folded = grid.cells[cell].text.folded
        if let unit = Unit.allCases.last(where: { folded.hasSuffix("(\($0.rawValue))") }) {
          return unit
        }
      }
    }
    return nil
  }
}
