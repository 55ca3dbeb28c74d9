import Budget

/// The offside rule: a label that is indented more than the one above stands under it.
///
/// The words after 其中： are where such a label begins; a row that begins so stands under the row
/// above at the same indentation, and the rows aligned with its words stand beside it.
struct IndentationHierarchy: RowHierarchy {
  /// How much wider 其中： makes an indentation: three characters of two units.
  private static let breakdownWidth = 6

  mutating func place(
    _ index: Int, in drafts: inout [DraftEntry], _ builder: ListingBuilder,
    _ outline: inout Outline, reporting findings: inout CappedFindings
  ) {
    let row = drafts[index].row
    let indentation = row < builder.indentations.count ? builder.indentations[row] : 0
    if LabelText.isBreakdown(builder.headCell(drafts[index].row).text) {
      outline.close { $0.ranks.lowerBound > indentation }
      placeBreakdown(index, indentation, in: &drafts, &outline)
      return
    }
    let hasClosed = outline.close { $0.ranks.lowerBound > indentation }
    if let level = outline.open.last, level.ranks.contains(indentation) {
      outline.close()
      outline.attach(
        index, ranks: level.ranks, isBreakdown: level.isBreakdown, in: &drafts)
      return
    }
    if hasClosed {
      findings.add(
        .indentationUnclear, at: builder.headCell(drafts[index].row),
        "这一行的缩进（\(indentation) 个半角空格宽）和上面任何一级都对不上。同一级的行缩进要相同，每级缩进一个全角空格")
    }
    outline.attach(index, ranks: indentation...indentation, in: &drafts)
  }

  private func placeBreakdown(
    _ index: Int, _ indentation: Int, in drafts: inout [DraftEntry], _ outline: inout Outline
  ) {
    if let level = outline.open.last, level.isBreakdown {
      outline.close()
      outline.attach(index, ranks: level.ranks, isBreakdown: true, in: &drafts)
      return
    }
    let lowest = outline.open.last.map { $0.ranks.upperBound + 1 } ?? indentation
    let highest = max(lowest, indentation + Self.breakdownWidth)
    outline.attach(index, ranks: lowest...highest, isBreakdown: true, in: &drafts)
  }
}

/// Labels are numbered 一、 above （一） above 1、 above （1）.
///
/// A row without a number stands on the first level; but one that begins with 其中 stands under the
/// row above, and the rows without a number that follow stand beside it.
struct NumberingHierarchy: RowHierarchy {
  private static let breakdownRank = 100

  mutating func place(
    _ index: Int, in drafts: inout [DraftEntry], _ builder: ListingBuilder,
    _ outline: inout Outline, reporting findings: inout CappedFindings
  ) {
    let label = builder.headCell(drafts[index].row).text
    let isUnderBreakdown = outline.open.last?.isBreakdown == true
    let rank: Int
    let isBreakdown: Bool
    if LabelText.isBreakdown(label) {
      (rank, isBreakdown) = (Self.breakdownRank, true)
    } else if let number = LabelText.numberingRank(label) {
      (rank, isBreakdown) = (number, false)
    } else {
      (rank, isBreakdown) = isUnderBreakdown ? (Self.breakdownRank, true) : (1, false)
    }
    outline.close { $0.ranks.lowerBound >= rank }
    outline.attach(index, ranks: rank...rank, isBreakdown: isBreakdown, in: &drafts)
  }
}
